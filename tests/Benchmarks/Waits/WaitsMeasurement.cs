using LongRun;
using TwelveLabs;

namespace Benchmarks.Waits;

/// <summary>Managed memory of very many waits at once, each with the last answer that it saw.</summary>
internal sealed class WaitsMeasurement : Measurement
{
    private const int Waits = 100_000;
    private const int WarmUpWaits = 1_000;
    private const long MostBytes = 400_000_000;
    private const int MostSteps = 1_000;
    private const int IdleWaits = 10_000;
    private const double MostOfCore = 0.05;

    public override string Name => "waits";

    public override string Summary => $"{Waits:N0} operations that wait at once, each with its last answer of {TaskServer.BodyLength} bytes of JSON";

    public override Task RunAsync(Report report)
    {
        Run(WarmUpWaits);
        long bytes = Run(Waits);
        report.Judge($"memory of {Waits:N0} waits", $"{bytes / 1e6:N1} MB", $"<= {MostBytes / 1e6:N0} MB", bytes <= MostBytes);
        report.Add("memory of one wait", $"{(double)bytes / Waits:N0} B");
        (double share, int calls) = Idle();
        report.Judge($"{IdleWaits:N0} waits while nothing changes", $"{share:P2} of a core", $"<= {MostOfCore:P0}", share <= MostOfCore);
        report.Add("their status calls", $"{(double)calls / (3600 * IdleWaits) * 60:N2} a minute each");
        return Task.CompletedTask;
    }

    /// <summary>Starts the waits, counts their memory, ends them and counts the results.</summary>
    private static long Run(int count)
    {
        var server = new TaskServer();
        var clock = new ManualClock();
        var options = new WaitOptions { TimeProvider = clock };
        var client = new TwelveLabsClient(new HttpClient(server) { BaseAddress = new Uri("https://api.example.com/v1.2/") });
        var operations = new IndexingOperation[count];
        var waits = new Task<IndexTask>[count];

        long before = GC.GetTotalMemory(forceFullCollection: true);
        for (int number = 0; number < count; number++)
        {
            operations[number] = client.ResumeIndexing(TaskServer.IdOf(number));
            waits[number] = operations[number].WaitForCompletionAsync(options);
        }

        long bytes = GC.GetTotalMemory(forceFullCollection: true) - before;
        Check(server.Calls == count, $"{server.Calls:N0} status calls were made by {count:N0} waits.");
        Check(waits.All(static wait => !wait.IsCompleted), "A wait ended although its task goes on.");
        Check(operations.All(static operation => operation.Current is { Status.Value: "indexing" }), "An operation did not keep its last answer.");

        server.AllReady = true;
        for (int step = 0; step < MostSteps && waits.Any(static wait => !wait.IsCompleted); step++)
        {
            clock.Advance(TimeSpan.FromSeconds(10));
        }

        int ended = 0;
        for (int number = 0; number < count; number++)
        {
            if (waits[number] is { IsCompletedSuccessfully: true } wait && wait.Result is { Status.Value: "ready" } task && task.Id == TaskServer.IdOf(number))
            {
                ended++;
            }
        }

        Check(ended == count, $"{ended:N0} of {count:N0} waits ended with their own task.");
        return bytes;
    }

    /// <summary>Processor time of an hour of waits for tasks that do not change; the hour is jumped through second by second.</summary>
    private static (double Share, int Calls) Idle()
    {
        var server = new TaskServer();
        var clock = new ManualClock();
        var options = new WaitOptions { TimeProvider = clock };
        var client = new TwelveLabsClient(new HttpClient(server) { BaseAddress = new Uri("https://api.example.com/v1.2/") });
        Task[] waits = [.. Enumerable.Range(0, IdleWaits).Select(number => client.ResumeIndexing(TaskServer.IdOf(number)).WaitForCompletionAsync(options))];
        int before = server.Calls;
        TimeSpan begun = Environment.CpuUsage.TotalTime;
        var hour = TimeSpan.FromHours(1);
        for (TimeSpan passed = TimeSpan.Zero; passed < hour; passed += TimeSpan.FromSeconds(1))
        {
            clock.Advance(TimeSpan.FromSeconds(1));
        }

        TimeSpan used = Environment.CpuUsage.TotalTime - begun;
        Check(waits.All(static wait => !wait.IsCompleted), "A wait ended although its task goes on.");
        Check(server.Calls - before >= IdleWaits, "The waits did not look at their tasks.");
        return (used / hour, server.Calls - before);
    }

    private static void Check(bool holds, string message)
    {
        if (!holds)
        {
            throw new WrongAnswerException(message);
        }
    }
}
