namespace LongRun.Generators.Model;

/// <summary>A media profile. A bound that is <see langword="null"/> was not set.</summary>
internal sealed record ProfileModel(
    string Name,
    double? MinDurationSeconds,
    double? MaxDurationSeconds,
    int? MinWidth,
    int? MaxWidth,
    int? MinHeight,
    int? MaxHeight,
    long? MaxSizeBytes,
    string? AudioRequiredWith,
    string? Source);
