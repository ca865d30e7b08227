namespace LongRun.Analyzers.Flow;

/// <summary>Whether a sequence holds anything.</summary>
internal enum Emptiness
{
    NotEmpty,
    Empty,
    Unknown,
}
