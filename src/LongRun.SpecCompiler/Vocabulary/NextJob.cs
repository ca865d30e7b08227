namespace LongRun.SpecCompiler.Vocabulary;

/// <summary>The next job of a chain.</summary>
/// <param name="Start">Id of the operation that starts it; <see langword="null"/> where it has the id of the job before.</param>
/// <param name="Arguments">What the start takes of the job before: <c>request.AssetId=Id</c>; nothing behind the sign for the job's own id.</param>
/// <param name="Monitor">Id of the operation that reports on it, where nothing starts it.</param>
public sealed record NextJob(string? Start = null, IReadOnlyList<string>? Arguments = null, string? Monitor = null);
