namespace LongRun.Validation;

/// <summary>
/// Something that a call sends and that knows what the document says of its members. Every class that a request of a
/// generated client can hold is one; a hand-written class may be.
/// </summary>
public interface IConstrained
{
    /// <summary>Judges every member that the document limits, and what the members hold.</summary>
    /// <param name="check">Takes what does not fit.</param>
    void Check(ConstraintCheck check);
}
