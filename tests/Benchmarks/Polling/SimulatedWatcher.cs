using LongRun;

namespace Benchmarks.Polling;

/// <summary>A real watcher over jobs that are simulated, all created at once; the list shows the newest first.</summary>
internal sealed class SimulatedWatcher : OperationWatcher<JobAnswer>
{
    private const int Page = 50;

    private readonly VirtualClock _clock;
    private readonly Dictionary<string, TracedJob> _jobs;
    private readonly string[] _newestFirst;

    private readonly bool _isRecentFirst;

    /// <summary>Makes one.</summary>
    /// <param name="clock">The clock.</param>
    /// <param name="jobs">The jobs.</param>
    /// <param name="isRecentFirst">Whether the list has those first that changed last.</param>
    internal SimulatedWatcher(VirtualClock clock, IReadOnlyList<TracedJob> jobs, bool isRecentFirst)
        : base(SimulatedJob.Simulated, new OperationWatcherOptions { TimeProvider = clock })
    {
        _clock = clock;
        _isRecentFirst = isRecentFirst;
        _jobs = jobs.Select(static (job, i) => (Id: $"job-{i}", Job: job)).ToDictionary(static j => j.Id, static j => j.Job);
        _newestFirst = [.. _jobs.Keys.Reverse()];
    }

    /// <summary>List calls and status calls so far.</summary>
    internal int Requests { get; private set; }

    /// <summary>When the end of each job was noticed, in seconds.</summary>
    internal Dictionary<string, double> NoticedAt { get; } = [];

    /// <inheritdoc />
    protected override int PageSize => Page;

    /// <inheritdoc />
    protected override bool IsRecentFirst => _isRecentFirst;

    /// <summary>Watches all of them until the last has ended.</summary>
    /// <returns>Of each job: its duration, its part of the requests, and how many seconds after its end it was noticed.</returns>
    internal Outcome Run()
    {
        foreach (string id in _newestFirst)
        {
            Task<WatchedOperation<JobAnswer>> unused = WaitAsync(id);
        }

        _clock.Run(() => Count == 0);
        return new Outcome([.. _jobs.Select(j => (j.Value.Duration, (double)Requests / _jobs.Count, NoticedAt[j.Key] - j.Value.Duration))]);
    }

    /// <inheritdoc />
    protected override Operation<JobAnswer> Resume(string id) => new WatchedJob(this, id);

    /// <inheritdoc />
    protected override Task<ListedPage> ListAsync(int page, CancellationToken cancellationToken)
    {
        Requests++;
        ListedOperation[] listed = [.. InOrder().Skip((page - 1) * Page).Take(Page).Select(id => new ListedOperation(id, StatusOf(id)))];
        return Task.FromResult(new ListedPage(listed, IsLast: listed.Length < Page));
    }

    // While a job runs it does not change; what has ended changed when it did.
    private IEnumerable<string> InOrder() => _isRecentFirst
        ? _newestFirst.OrderByDescending(id => _jobs[id].Duration <= _clock.Now ? _jobs[id].Duration : 0)
        : _newestFirst;

    private string StatusOf(string id) => _clock.Now >= _jobs[id].Duration ? "ready" : "indexing";

    private sealed class WatchedJob(SimulatedWatcher watcher, string id) : Operation<JobAnswer>(SimulatedJob.Simulated, id)
    {
        protected override Task<JobAnswer> RetrieveAsync(CancellationToken cancellationToken)
        {
            watcher.Requests++;
            string status = watcher.StatusOf(Id);
            if (status == "ready")
            {
                watcher.NoticedAt[Id] = watcher._clock.Now;
            }

            return Task.FromResult(new JobAnswer(status));
        }

        protected override OperationReading Read(JobAnswer value) => new() { Status = value.Status };
    }
}
