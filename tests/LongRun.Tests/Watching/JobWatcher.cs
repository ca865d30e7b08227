using LongRun.Tests.Support;

namespace LongRun.Tests.Watching;

/// <summary>A watcher over made-up jobs, each of which ends at its time.</summary>
internal sealed class JobWatcher(PumpedTime time, OperationWatcherOptions options, StatusMonitor? monitor = null) : OperationWatcher<Job>(monitor ?? JobOperation.Rendering, options)
{
    private readonly List<string> _newestFirst = [];
    private readonly Dictionary<string, (TimeSpan At, string Status)> _ends = [];

    /// <summary>Items of a page.</summary>
    internal int Page { get; init; } = 3;

    /// <summary>Whether the watcher asks for the recent ones first.</summary>
    internal bool AsksForRecent { get; init; }

    /// <summary>Whether the list grants that.</summary>
    internal bool GrantsRecent { get; init; } = true;

    /// <summary>Ids that no page shows.</summary>
    internal HashSet<string> Hidden { get; } = [];

    /// <summary>The list call, by its number from 1, that never brings an answer.</summary>
    internal int HangsAt { get; init; }

    /// <summary>Thrown by a list call; gets its number, from 1.</summary>
    internal Func<int, Exception?> ListFault { get; set; } = static _ => null;

    /// <summary>Whether a list call never answers; gets its number, from 1.</summary>
    internal Func<int, bool> ListHangs { get; set; } = static _ => false;

    /// <summary>Thrown by a status call; gets the id and the number of the call for it, from 1.</summary>
    internal Func<string, int, Exception?> StatusFault { get; set; } = static (_, _) => null;

    /// <summary>When each request was made.</summary>
    internal List<TimeSpan> Requests { get; } = [];

    internal List<int> Pages { get; } = [];

    /// <summary>When each list call was made.</summary>
    internal List<TimeSpan> ListedAt { get; } = [];

    internal List<string> Asked { get; } = [];

    /// <summary>When the end of a job was confirmed. Whoever waits for it is told on another thread, while the clock may go on.</summary>
    internal Dictionary<string, TimeSpan> ConfirmedAt { get; } = [];

    protected override int PageSize => Page;

    protected override bool IsRecentFirst => AsksForRecent;

    /// <summary>Adds a job, newer than all before.</summary>
    internal JobWatcher With(string id, double endsAt, string status = "done")
    {
        _newestFirst.Insert(0, id);
        _ends[id] = (TimeSpan.FromSeconds(endsAt), status);
        return this;
    }

    protected override Operation<Job> Resume(string id) => new WatchedJob(this, id);

    protected override Task<ListedPage> ListAsync(int page, CancellationToken cancellationToken)
    {
        Requests.Add(time.Now);
        Pages.Add(page);
        if (Pages.Count == HangsAt)
        {
            return new TaskCompletionSource<ListedPage>().Task;
        }

        ListedAt.Add(time.Now);
        if (ListFault(Pages.Count) is { } fault)
        {
            return Task.FromException<ListedPage>(fault);
        }

        if (ListHangs(Pages.Count))
        {
            return new TaskCompletionSource<ListedPage>().Task;
        }

        IEnumerable<string> order = AsksForRecent && GrantsRecent ? _newestFirst.OrderByDescending(id => _ends[id].At <= time.Now ? _ends[id].At : TimeSpan.Zero) : _newestFirst;
        ListedOperation[] listed = [.. order.Where(id => !Hidden.Contains(id)).Skip((page - 1) * Page).Take(Page).Select(id => new ListedOperation(id, StatusOf(id)))];
        return Task.FromResult(new ListedPage(listed, IsLast: listed.Length < Page));
    }

    private string StatusOf(string id) => time.Now >= _ends[id].At ? _ends[id].Status : "running";

    private sealed class WatchedJob(JobWatcher watcher, string id) : Operation<Job>(watcher.Monitor, id)
    {
        protected override Task<Job> RetrieveAsync(CancellationToken cancellationToken)
        {
            watcher.Requests.Add(watcher.Now);
            watcher.Asked.Add(Id);
            return watcher.StatusFault(Id, watcher.Asked.Count(i => i == Id)) is { } fault
                ? Task.FromException<Job>(fault)
                : Task.FromResult(Answer());
        }

        private Job Answer()
        {
            string status = watcher.StatusOf(Id);
            if (status != "running")
            {
                watcher.ConfirmedAt[Id] = watcher.Now;
            }

            return new Job(status) { Reason = "out of film" };
        }

        protected override OperationReading Read(Job value) => new() { Status = value.Status, FailureReason = value.Status == "broken" ? value.Reason : null };
    }

    private TimeSpan Now => time.Now;
}
