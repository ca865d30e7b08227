namespace LongRun.Generators.Model;

/// <summary>What is read out of a status answer; <see langword="null"/> for what the API does not give.</summary>
internal sealed record ReadingModel(
    MemberReading Status,
    MemberReading? FailureReason,
    MemberReading? Percentage,
    MemberReading? RemainingSeconds,
    MemberReading? EstimatedCompletion,
    MemberReading? ExpiresAt);
