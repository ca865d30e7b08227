namespace LongRun.Analyzers.Flow;

/// <summary>A member of an enum, with its text where it stands for a status.</summary>
/// <param name="Number">The member's number, as the compiler gives it.</param>
/// <param name="Text">Its text on the wire: an attribute's, else its name.</param>
internal sealed record EnumConstant(object Number, string Text);
