using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace LongRun;

/// <summary>What waits tell of themselves: traces and metrics, as OpenTelemetry collects them.</summary>
/// <remarks>
/// <para>
/// <c>tracing.AddSource(LongRunTelemetry.Name)</c>, <c>metrics.AddMeter(LongRunTelemetry.Name)</c>. What began before
/// somebody listened is not counted; while nobody listens, nothing is measured and nothing allocated. A site traces its requests
/// too (<c>AddAspNetCoreInstrumentation()</c>, or the source <c>Microsoft.AspNetCore</c>): by OpenTelemetry's default, what is below a
/// request that is not sampled is not either.
/// </para>
/// <list type="table">
/// <item><term>span <c>wait Indexing</c></term><description>
/// One for each wait, above those of its status calls. <c>longrun.operation.name</c>, <c>longrun.operation.id</c>; at the end
/// <c>longrun.operation.status</c> (the last seen), <c>longrun.wait.outcome</c>, <c>longrun.wait.polls</c>, <c>error.type</c>. Events:
/// <c>longrun.status</c> at each change of status, <c>longrun.poll.failed</c>, <c>longrun.signal</c>.
/// </description></item>
/// <item><term><c>longrun.wait.active</c></term><description>UpDownCounter, {wait}: waits that go on.</description></item>
/// <item><term><c>longrun.wait.polls</c></term><description>Counter, {poll}: status calls; <c>error.type</c> on those that failed (the HTTP status, else the exception's type).</description></item>
/// <item><term><c>longrun.wait.duration</c></term><description>Histogram, s: from the beginning of the wait to its end, with <c>longrun.wait.outcome</c>, and <c>error.type</c> on errors.</description></item>
/// <item><term><c>longrun.wait.time_to_notice</c></term><description>
/// Histogram, s, of waits that saw an end after they had seen the operation run. No server tells when exactly the end was, so it
/// is a bound: with <c>longrun.wait.noticed_by</c> = <c>poll</c> an upper one, the time since the last status call that said
/// "running" was sent; with <c>signal</c> a lower one, the time since the signal came, which does not hold how long it travelled.
/// </description></item>
/// </list>
/// <para>
/// All metrics carry <c>longrun.operation.name</c>. Outcomes: <c>succeeded</c>, <c>failed</c>, <c>timed_out</c>, <c>cancelled</c>,
/// <c>error</c>, <c>abandoned</c> (a watcher that left, or a callback that threw). Nothing of an answer is told but its status: no
/// reason of a failure, no message of an exception, no key.
/// </para>
/// </remarks>
public static class LongRunTelemetry
{
    /// <summary>Name of the <see cref="ActivitySource"/> and of the <see cref="Meter"/>: <c>LongRun</c>.</summary>
    public const string Name = "LongRun";

    internal const string OperationName = "longrun.operation.name";
    internal const string OperationId = "longrun.operation.id";
    internal const string OperationStatus = "longrun.operation.status";
    internal const string Outcome = "longrun.wait.outcome";
    internal const string PollCount = "longrun.wait.polls";
    internal const string NoticedBy = "longrun.wait.noticed_by";
    internal const string ErrorType = "error.type";

    private static readonly string? Version = typeof(LongRunTelemetry).Assembly.GetName().Version?.ToString(3);
    private static readonly Meter Meter = new(Name, Version);

    internal static ActivitySource Source { get; } = new(Name, Version);

    internal static UpDownCounter<long> ActiveWaits { get; } = Meter.CreateUpDownCounter<long>("longrun.wait.active", "{wait}", "Waits that go on.");

    internal static Counter<long> Polls { get; } = Meter.CreateCounter<long>("longrun.wait.polls", "{poll}", "Status calls made by waits.");

    // Jobs take from seconds to hours; what is noticed late is late by up to the longest pause.
    internal static Histogram<double> Duration { get; } = Meter.CreateHistogram(
        "longrun.wait.duration", "s", "From the beginning of a wait to its end.",
        advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [1, 5, 10, 30, 60, 120, 300, 600, 1200, 1800, 3600, 7200, 14400] });

    internal static Histogram<double> TimeToNotice { get; } = Meter.CreateHistogram(
        "longrun.wait.time_to_notice", "s", "Bound of the time from an operation's end until a wait saw it.",
        advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 600] });

    internal static bool IsListenedTo =>
        Source.HasListeners() || ActiveWaits.Enabled || Polls.Enabled || Duration.Enabled || TimeToNotice.Enabled;
}
