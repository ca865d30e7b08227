using System.Runtime.Serialization;
using LongRun.Annotations;

namespace LongRun.Generators.Tests.Behaviour;

/// <summary>A client as somebody writes it by hand: no document, no NSwag; the generator runs on it when this project is built.</summary>
public interface IConversionClient
{
    [StartsOperation("Convert", nameof(GetConversionAsync), nameof(ConversionTicket.Ticket))]
    ValueTask<ConversionTicket> PostAsync(string file, string format = "mp4", CancellationToken stop = default);

    [OperationMonitor(
        "Conversion",
        "number",
        nameof(Conversion.Phase),
        Succeeded = ["finished"],
        Failed = ["broken"],
        FailureReason = nameof(Conversion.Problem),
        Percentage = nameof(Conversion.Progress) + "." + nameof(ConversionProgress.Percent),
        RemainingSeconds = nameof(Conversion.Progress) + "." + nameof(ConversionProgress.Left),
        EstimatedCompletion = nameof(Conversion.ReadyAt),
        MinDelaySeconds = 5,
        MaxDelaySeconds = 5,
        MaxWaitTimeSeconds = 600)]
    Task<Conversion> GetConversionAsync(int number, bool details = false, CancellationToken stop = default);
}

public sealed record ConversionTicket(int Ticket);

public enum ConversionPhase
{
    [EnumMember(Value = "in_line")]
    Waiting,
    Working,
    Finished,
    Broken,
}

public sealed class Conversion
{
    public ConversionPhase? Phase { get; init; }

    public ConversionProgress? Progress { get; init; }

    public DateTime? ReadyAt { get; init; }

    public string? Problem { get; init; }
}

public sealed record ConversionProgress(decimal? Percent, TimeSpan Left);
