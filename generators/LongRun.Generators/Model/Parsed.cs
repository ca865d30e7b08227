namespace LongRun.Generators.Model;

/// <summary>What parsing made of a type: a model, unless nothing could be made of it, and what is wrong.</summary>
/// <remarks>Places are kept out of the model: an edit further up moves them and must not emit anything anew.</remarks>
internal sealed record Parsed<T>(T? Model, SourcePlace Place, EquatableArray<Problem> Problems)
    where T : class, IEquatable<T>;
