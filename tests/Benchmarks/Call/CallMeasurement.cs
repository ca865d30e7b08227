using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace Benchmarks.Call;

/// <summary>Time and bytes of one retrieve call, beside hand-written code and stock NSwag output.</summary>
internal sealed class CallMeasurement : Measurement
{
    private const double LongestTime = 1.12;
    private const double MostBytes = 1.30;
    private const int Rounds = 6_000;
    private const int WarmUpRounds = 2_000;
    private const int CallsPerRound = 60;
    private const int ByteSamples = 9;

    public override string Name => "call";

    public override string Summary => $"a retrieve call ({TaskAnswers.BodyLength} bytes of JSON) against a handler in memory";

    public override Task RunAsync(Report report)
    {
        CallSubject ours = CallSubject.Generated;
        CallSubject hand = CallSubject.HandWritten;
        CallSubject stock = CallSubject.Stock;
        CallSubject[] all = [hand, ours, stock];

        // These bring every method to its last tier of compilation, which on a busy machine takes a while.
        PrintClassicTable();
        new AlternatingRounds(all, WarmUpRounds, CallsPerRound).Run();
        var times = new AlternatingRounds(all, Rounds, CallsPerRound);
        times.Run();
        Dictionary<CallSubject, long> bytes = all.ToDictionary(static subject => subject, CountBytes);
        foreach (CallSubject subject in all)
        {
            report.Add($"{subject.Name}: time of a call (median)", $"{times.Median(subject):N0} ns");
            report.Add($"{subject.Name}: bytes of a call", $"{bytes[subject]:N0} B");
        }

        double time = times.MedianRatio(ours, hand);
        double timeOfStock = times.MedianRatio(ours, stock);
        double size = (double)bytes[ours] / bytes[hand];
        report.Judge("time, generated / hand-written", $"{time:F3}", $"<= {LongestTime:F2}", time <= LongestTime);
        report.Judge("bytes, generated / hand-written", $"{size:F3}", $"<= {MostBytes:F2}", size <= MostBytes);
        report.Judge("time, generated / stock NSwag", $"{timeOfStock:F3}", "<= 1", timeOfStock <= 1);
        report.Judge("bytes, generated / stock NSwag", $"{(double)bytes[ours] / bytes[stock]:F3}", "<= 1", bytes[ours] <= bytes[stock]);
        report.Add("time, stock NSwag / hand-written", $"{times.MedianRatio(stock, hand):F3}");
        report.Add("bytes, stock NSwag / hand-written", $"{(double)bytes[stock] / bytes[hand]:F3}");
        return Task.CompletedTask;
    }

    /// <summary>Counts the bytes of one call, exactly: every call allocates the same, and nothing else runs on this thread.</summary>
    private static long CountBytes(CallSubject subject)
    {
        long least = long.MaxValue;
        for (int sample = 0; sample < ByteSamples; sample++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int call = 0; call < CallsPerRound; call++)
            {
                subject.Call();
            }

            // A collection may have emptied the pools, which are then filled again once: not a cost of the call.
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least % CallsPerRound == 0
            ? least / CallsPerRound
            : throw new WrongAnswerException($"The calls of the {subject.Name} client do not allocate the same each time.");
    }

    // The table that readers of benchmarks know. Nothing is judged by it: its subjects run one after the other.
    private static void PrintClassicTable()
    {
        string artifacts = Path.Combine(AppContext.BaseDirectory, "BenchmarkDotNet");
        IConfig config = ManualConfig.CreateEmpty()
            .AddColumnProvider([.. DefaultConfig.Instance.GetColumnProviders()])
            .AddDiagnoser(BenchmarkDotNet.Diagnosers.MemoryDiagnoser.Default)
            .AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance))
            .WithOption(ConfigOptions.DisableLogFile, true)
            .WithArtifactsPath(artifacts);
        Summary summary = BenchmarkRunner.Run<CallBenchmarks>(config);
        MarkdownExporter.Console.ExportToLog(summary, ConsoleLogger.Default);
        if (summary.HasCriticalValidationErrors || summary.Reports.Any(static report => !report.Success))
        {
            throw new WrongAnswerException("BenchmarkDotNet could not run its part.");
        }
    }
}
