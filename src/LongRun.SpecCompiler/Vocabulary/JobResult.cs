namespace LongRun.SpecCompiler.Vocabulary;

/// <summary>Where the result of a job is; nothing of it where it is the whole answer of success.</summary>
/// <param name="Member">Member path to the result in the answer of success.</param>
/// <param name="Operation">Id of the operation that gives it.</param>
/// <param name="Argument">Member path, in the answer of success, to what that operation takes; <see langword="null"/> for the job's id.</param>
public sealed record JobResult(string? Member = null, string? Operation = null, string? Argument = null);
