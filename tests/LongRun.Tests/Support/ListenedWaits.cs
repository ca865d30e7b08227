using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace LongRun.Tests.Support;

/// <summary>Listens to the spans and metrics of one kind of operation, which has a name of its own: listeners hear the whole process.</summary>
internal sealed class ListenedWaits : IDisposable
{
    private readonly ActivityListener _spans;
    private readonly MeterListener _metrics;
    private readonly ConcurrentQueue<Activity> _stopped = new();
    private readonly ConcurrentQueue<(string Name, double Value, Dictionary<string, object?> Tags)> _measured = new();

    internal ListenedWaits()
    {
        string name = $"Listened{Guid.NewGuid():n}";
        Monitor = new StatusMonitor(name) { Succeeded = ["done"], Failed = ["broken"], Running = ["running"], MaxWaitTime = TimeSpan.FromHours(1) };
        _spans = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == LongRunTelemetry.Name,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span =>
            {
                if (Equals(span.GetTagItem("longrun.operation.name"), name))
                {
                    _stopped.Enqueue(span);
                }
            },
        };
        ActivitySource.AddActivityListener(_spans);
        _metrics = new MeterListener
        {
            InstrumentPublished = static (instrument, listener) =>
            {
                if (instrument.Meter.Name == LongRunTelemetry.Name)
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        _metrics.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Keep(instrument, value, tags));
        _metrics.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Keep(instrument, value, tags));
        _metrics.Start();
    }

    internal StatusMonitor Monitor { get; }

    internal Activity Span => Assert.Single(_stopped);

    /// <summary>All that spans and metrics hold, as text.</summary>
    internal string All => string.Join("\n",
    [
        .. _stopped.Select(static s => $"{s.DisplayName} {s.StatusDescription} {Text(s.TagObjects)}\n{string.Join("\n", s.Events.Select(static e => $"{e.Name} {Text(e.Tags)}"))}"),
        .. _measured.Select(static m => $"{m.Name} {Text(m.Tags)}"),
    ]);

    /// <summary>What one instrument measured, in order.</summary>
    internal List<(double Value, Dictionary<string, object?> Tags)> Measured(string name) =>
        [.. _measured.Where(m => m.Name == name).Select(static m => (Math.Round(m.Value, 3), m.Tags))];

    public void Dispose()
    {
        _spans.Dispose();
        _metrics.Dispose();
    }

    private static string Text(IEnumerable<KeyValuePair<string, object?>> tags) => string.Join(" ", tags.Select(static t => $"{t.Key}={t.Value}"));

    private void Keep(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var kept = new Dictionary<string, object?>(tags.ToArray());
        if (Equals(kept["longrun.operation.name"], Monitor.Name))
        {
            kept.Remove("longrun.operation.name");
            _measured.Enqueue((instrument.Name, value, kept));
        }
    }
}
