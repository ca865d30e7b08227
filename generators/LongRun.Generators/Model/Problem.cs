namespace LongRun.Generators.Model;

/// <summary>A mistake in a contract, found while parsing and reported later.</summary>
internal sealed record Problem(ProblemKind Kind, SourcePlace Place, EquatableArray<string> Arguments);
