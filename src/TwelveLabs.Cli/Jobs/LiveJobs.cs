using System.Globalization;
using Spectre.Console;
using TwelveLabs.Cli.Output;

namespace TwelveLabs.Cli.Jobs;

/// <summary>A table of all jobs that changes in place, for a person at a terminal.</summary>
/// <param name="console">The terminal.</param>
/// <param name="error">Takes what went wrong.</param>
internal sealed class LiveJobs(IAnsiConsole console, TextWriter error) : IJobsReporter
{
    // More rows than fit would scroll the table away: what is over goes first.
    private const int RowsAround = 6;

    private readonly Lock _lock = new();
    private readonly List<JobState> _jobs = [];
    private readonly List<string> _said = [];
    private LiveDisplayContext? _display;

    /// <inheritdoc />
    public async Task<int> WhileAsync(Func<Task<int>> work)
    {
        int code = await console.Live(Draw()).AutoClear(true).StartAsync(async display =>
        {
            _display = display;
            return await work().ConfigureAwait(false);
        }).ConfigureAwait(false);
        _display = null;
        console.Write(Draw(all: true));
        _said.ForEach(error.WriteLine);
        return code;
    }

    /// <inheritdoc />
    public void Report(JobState job)
    {
        lock (_lock)
        {
            int known = _jobs.FindIndex(j => j.Label == job.Label);
            if (known < 0)
            {
                _jobs.Add(job);
            }
            else
            {
                _jobs[known] = job;
            }

            _display?.UpdateTarget(Draw());
        }
    }

    /// <inheritdoc />
    public void Say(string text)
    {
        if (_display is null)
        {
            error.WriteLine(text);
            return;
        }

        // A line in the middle of a table that moves would tear it.
        _said.Add(text);
    }

    /// <inheritdoc />
    public void Failed(JobFailure failure) => Say(failure.Message);

    private Table Draw(bool all = false)
    {
        Table table = new Table().Border(TableBorder.Rounded).AddColumns("Job", "Status", "Done", "Left", "Result");
        int room = all ? int.MaxValue : Math.Max(console.Profile.Height - RowsAround, 1);
        JobState[] shown = [.. _jobs.OrderBy(static job => job.IsOver).Take(room)];
        foreach (JobState job in all ? [.. _jobs] : shown)
        {
            table.AddRow(
                new Text(job.Label),
                new Text(job.Status),
                new Text(job.Fraction is { } fraction ? string.Create(CultureInfo.InvariantCulture, $"{fraction * 100:0} %") : ""),
                new Text(job.Remaining is { } left ? DisplayText.Of(left) : ""),
                new Text(job.VideoId is { } video ? $"video {video}" : job.Reason ?? ""));
        }

        int over = _jobs.Count(static job => job.IsOver);
        return table.Caption(string.Create(CultureInfo.InvariantCulture, $"{over} of {_jobs.Count} are over"));
    }
}
