namespace LongRun.Generators.Model;

/// <summary>A place in a source file, in numbers: a location of the compiler's would keep a whole syntax tree alive.</summary>
internal sealed record SourcePlace(string Path, int Start, int Length, int StartLine, int StartCharacter, int EndLine, int EndCharacter);
