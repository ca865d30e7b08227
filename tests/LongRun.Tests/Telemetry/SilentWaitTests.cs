using LongRun.Tests.Support;

namespace LongRun.Tests.Telemetry;

/// <summary>Listeners hear the whole process, so nothing else may run beside it.</summary>
[CollectionDefinition(nameof(SilentWaitTests), DisableParallelization = true)]
[Collection(nameof(SilentWaitTests))]
public sealed class SilentWaitTests : WaitingTest
{
    [Fact]
    public void While_nobody_listens_nothing_is_allocated()
    {
        JobOperation job = JobOperation.Walking(Time, "running", "done");
        var options = new WaitOptions { TimeProvider = Time };
        var seen = new Observation<Job>(new Job("running"), "running", OperationState.Running);
        var fault = new IOException("cut");
        TellAll(job, options, seen, fault);

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 1000; i++)
        {
            TellAll(job, options, seen, fault);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static void TellAll(JobOperation job, WaitOptions options, Observation<Job> seen, Exception fault)
    {
        var report = new WaitReport<Job>(job, options);
        report.Enter();
        report.Asked();
        report.Woken(TimeSpan.Zero);
        report.Answered(seen, isOwn: true, signalAt: null);
        report.Survived(fault, 503, 1, TimeSpan.Zero);
        report.GivenUp("running", TimeSpan.Zero, 1);
        report.Disconnected();
        report.End(wasCancelled: false, 1);
    }
}
