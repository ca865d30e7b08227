namespace LongRun.Generators.Model;

/// <summary>Where the result of a job lies, if not in the whole answer that tells of success: in one part of it, or behind a call.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Path">The part, as the attribute says it; empty where there is a call.</param>
/// <param name="Access">The part, as code over <c>value</c>; empty where there is a call.</param>
/// <param name="MayBeNull">Whether it may be missing.</param>
/// <param name="Method">The call; <see langword="null"/> where there is none.</param>
internal sealed record ResultModel(string Type, string Path, string Access, bool MayBeNull, MethodModel? Method)
{
    /// <summary>The local that holds what the call takes, where that is not the job's id.</summary>
    public const string IdLocal = "resultId";

    /// <summary>What the call takes, read from <c>value</c>; <see langword="null"/> for the job's id.</summary>
    public MemberReading? Id { get; init; }

    /// <summary>The place of that, as the attribute says it.</summary>
    public string IdPath { get; init; } = "";
}
