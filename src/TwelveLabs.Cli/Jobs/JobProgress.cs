using LongRun;

namespace TwelveLabs.Cli.Jobs;

/// <summary>Passes on how far jobs are, at once; their ends are told with more than a status.</summary>
/// <param name="jobs">Shows it.</param>
/// <param name="labelOf">What the user calls the task of an id.</param>
internal sealed class JobProgress(IJobsReporter jobs, Func<string, string> labelOf) : IProgress<OperationProgress>
{
    /// <inheritdoc />
    public void Report(OperationProgress value)
    {
        if (value.State is not (OperationState.Succeeded or OperationState.Failed))
        {
            jobs.Report(new JobState(labelOf(value.Id), value.Id, value.Status ?? "?") { Fraction = value.Fraction, Remaining = value.Remaining });
        }
    }
}
