namespace LongRun.Generators.Model;

/// <summary>A part of the first job of a chain.</summary>
/// <param name="Reading">The member of its answer; <see langword="null"/> for its id.</param>
/// <param name="Path">The member, as the attribute says it; the id, or the part of it, as code of a handle.</param>
internal sealed record ThenSource(MemberReading? Reading, string Path);
