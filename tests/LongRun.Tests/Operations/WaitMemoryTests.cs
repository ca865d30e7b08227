using LongRun.Tests.Support;

namespace LongRun.Tests.Operations;

/// <summary>Counts bytes of the whole process, so nothing else may run beside it.</summary>
[CollectionDefinition(nameof(WaitMemoryTests), DisableParallelization = true)]
[Collection(nameof(WaitMemoryTests))]
public sealed class WaitMemoryTests : WaitingTest
{
    [Fact]
    public async Task Ten_thousand_sleeping_waits_stay_within_the_memory_allowed_to_each()
    {
        const int Waits = 10_000;
        using var stop = new CancellationTokenSource();
        var waits = new Task[Waits];
        var options = new WaitOptions { Delay = DelayStrategy.Default };
        long before = GC.GetTotalMemory(forceFullCollection: true);
        for (int i = 0; i < Waits; i++)
        {
            // The answer weighs about 1 KB, as a real one does.
            var job = new JobOperation(Time, static (_, _) => Task.FromResult(new Job("running") { Reason = new string('x', 500), RemainingSeconds = 3000 }));
            job.Looks.Capacity = 1;
            waits[i] = job.WaitForCompletionAsync(options, stop.Token);
        }

        long each = (GC.GetTotalMemory(forceFullCollection: true) - before) / Waits;
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Task.WhenAll(waits));

        TestContext.Current.SendDiagnosticMessage("One sleeping wait takes {0} bytes.", each);
        Assert.InRange(each, 1, 4000);
    }
}
