using TwelveLabs.Cli.Output;

namespace TwelveLabs.Cli.Jobs;

/// <summary>A line for each change of a status, for a pipe or a log.</summary>
/// <param name="output">Takes the lines.</param>
/// <param name="error">Takes what went wrong, and what is said to a person.</param>
internal sealed class PlainJobs(TextWriter output, TextWriter error) : IJobsReporter
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, string> _shown = new(StringComparer.Ordinal);

    /// <inheritdoc />
    public Task<int> WhileAsync(Func<Task<int>> work) => work();

    /// <inheritdoc />
    public void Report(JobState job)
    {
        lock (_lock)
        {
            if (_shown.GetValueOrDefault(job.Label) == job.Status && !job.IsOver)
            {
                return;
            }

            _shown[job.Label] = job.Status;
            string task = job.TaskId is null || job.TaskId == job.Label ? "" : $"  task {job.TaskId}";
            string video = job.VideoId is null ? "" : $"  video {job.VideoId}";
            string reason = job.Reason is null ? "" : $"  {job.Reason}";
            output.WriteLine($"{job.Label}  {job.Status}{task}{video}{reason}");
        }
    }

    /// <inheritdoc />
    public void Say(string text)
    {
        lock (_lock)
        {
            error.WriteLine(text);
        }
    }

    /// <inheritdoc />
    public void Failed(JobFailure failure) => Say(failure.Message);
}
