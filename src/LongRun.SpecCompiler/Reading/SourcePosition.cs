namespace LongRun.SpecCompiler.Reading;

/// <summary>A place in a file that an author wrote.</summary>
/// <param name="File">Path of the file, as it was given.</param>
/// <param name="Line">Line, from 1.</param>
/// <param name="Column">Column, from 1.</param>
public readonly record struct SourcePosition(string File, int Line, int Column)
{
    /// <inheritdoc />
    public override string ToString() => $"{File}({Line},{Column})";
}
