using TwelveLabs.Cli.Output;

namespace TwelveLabs.Cli.Jobs;

/// <summary>Shows how far many jobs are.</summary>
internal interface IJobsReporter : IFailureReporter
{
    /// <summary>Shows them while the work lasts.</summary>
    /// <param name="work">The work; gives one of <see cref="ExitCodes"/>.</param>
    /// <returns>What the work gave.</returns>
    Task<int> WhileAsync(Func<Task<int>> work);

    /// <summary>Takes news of a job. From any thread.</summary>
    /// <param name="job">The job.</param>
    void Report(JobState job);

    /// <summary>Says something to a person.</summary>
    /// <param name="text">What to say.</param>
    void Say(string text);
}
