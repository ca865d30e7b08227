namespace LongRun.SpecCompiler.Reading;

/// <summary>A value of a document, with the place where its author wrote it.</summary>
/// <param name="position">The place.</param>
public abstract class Node(SourcePosition position)
{
    /// <summary>Where the value stands.</summary>
    public SourcePosition Position { get; } = position;

    /// <summary>How many values it holds, itself included.</summary>
    public abstract int Size { get; }

    /// <summary>A copy that can be changed without changing this one.</summary>
    /// <returns>The copy.</returns>
    public abstract Node Clone();
}
