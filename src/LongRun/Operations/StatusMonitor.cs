namespace LongRun;

/// <summary>What the document says about one kind of long-running operation: its endings and how to poll it.</summary>
/// <remarks>Immutable; one instance serves every operation of its kind and any number of threads.</remarks>
public sealed class StatusMonitor
{
    // A timer takes no more than about 49 days; half of that leaves room and nobody polls that slowly.
    internal static readonly TimeSpan LongestDelay = TimeSpan.FromDays(24);

    private readonly string[] _succeeded = [];
    private readonly string[] _failed = [];
    private readonly string[] _running = [];
    private readonly string[] _webhookEvents = [];
    private readonly TimeSpan _minDelay = TimeSpan.FromSeconds(1);
    private readonly TimeSpan _maxDelay = TimeSpan.FromMinutes(2);
    private readonly TimeSpan _signalledDelay = TimeSpan.FromMinutes(10);
    private readonly TimeSpan _maxWaitTime = TimeSpan.FromHours(1);

    /// <summary>Describes a kind of operation.</summary>
    /// <param name="name">Its name, in PascalCase: <c>Indexing</c>. Part of every <see cref="OperationToken"/>.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty or <see langword="null"/>.</exception>
    public StatusMonitor(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        Name = name;
    }

    /// <summary>Name of the operation, in PascalCase.</summary>
    public string Name { get; }

    /// <summary>Statuses, as on the wire, that mean terminal success. None unless set.</summary>
    public IReadOnlyList<string> Succeeded
    {
        get => _succeeded;
        init => _succeeded = [.. value];
    }

    /// <summary>Statuses, as on the wire, that mean terminal failure. None unless set.</summary>
    public IReadOnlyList<string> Failed
    {
        get => _failed;
        init => _failed = [.. value];
    }

    /// <summary>
    /// Statuses, as on the wire, that the document lists and that mean neither. None unless set: then nobody can tell a
    /// status that is new from one that is known. Either means that the operation is still running.
    /// </summary>
    public IReadOnlyList<string> Running
    {
        get => _running;
        init => _running = [.. value];
    }

    /// <summary>Types of webhook events, as on the wire, that tell of an end. None unless set.</summary>
    public IReadOnlyList<string> WebhookEvents
    {
        get => _webhookEvents;
        init => _webhookEvents = [.. value];
    }

    /// <summary>Shortest pause between two polls: more than zero, at most 24 days. 1 second unless set.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside that range.</exception>
    public TimeSpan MinDelay
    {
        get => _minDelay;
        init => _minDelay = CheckDelay(value);
    }

    /// <summary>
    /// Longest pause between two polls, unless the server asks for a longer one: more than zero, at most 24 days.
    /// 2 minutes unless set. Where it is shorter than <see cref="MinDelay"/>, that one holds.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside that range.</exception>
    public TimeSpan MaxDelay
    {
        get => _maxDelay;
        init => _maxDelay = CheckDelay(value);
    }

    /// <summary>
    /// Longest pause between two polls while a signal (<see cref="WaitOptions.Signal"/>) is connected: more than zero, at
    /// most 24 days. 10 minutes unless set. Where it is shorter than <see cref="MinDelay"/>, that one holds.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside that range.</exception>
    public TimeSpan SignalledDelay
    {
        get => _signalledDelay;
        init => _signalledDelay = CheckDelay(value);
    }

    /// <summary>
    /// Longest wait unless the caller says otherwise: zero or more, or <see cref="Timeout.InfiniteTimeSpan"/>. 1 hour unless set.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative and not infinite.</exception>
    public TimeSpan MaxWaitTime
    {
        get => _maxWaitTime;
        init => _maxWaitTime = WaitOptions.CheckMaxWaitTime(value, nameof(MaxWaitTime));
    }

    /// <summary>Says what a status means. Texts are compared exactly, case included.</summary>
    /// <param name="status">The status as on the wire; <see langword="null"/> where the answer held none.</param>
    /// <returns>
    /// <see cref="OperationState.Unknown"/> for <see langword="null"/>; <see cref="OperationState.Running"/> for every
    /// status that is not terminal, known or not.
    /// </returns>
    public OperationState Classify(string? status)
    {
        if (status is null)
        {
            return OperationState.Unknown;
        }

        if (Array.IndexOf(_succeeded, status) >= 0)
        {
            return OperationState.Succeeded;
        }

        return Array.IndexOf(_failed, status) >= 0 ? OperationState.Failed : OperationState.Running;
    }

    /// <summary>The status of an operation that has none of its own, and whose parts have: it has ended where all of them have.</summary>
    /// <param name="parts">The status of each part as on the wire, <see langword="null"/> for one without; or <see langword="null"/>.</param>
    /// <returns>
    /// The status of a part that is still running; else of the first that failed; else that of success. <see langword="null"/>,
    /// which is no end either, where there are no parts, or only one without a status is still running.
    /// </returns>
    public string? StatusOf(IEnumerable<string?>? parts)
    {
        string? running = null;
        string? failed = null;
        string? succeeded = null;
        bool isRunning = false;
        foreach (string? part in parts ?? [])
        {
            switch (Classify(part))
            {
                case OperationState.Succeeded:
                    succeeded ??= part;
                    break;
                case OperationState.Failed:
                    failed ??= part;
                    break;
                default:
                    isRunning = true;
                    running ??= part;
                    break;
            }
        }

        return isRunning ? running : failed ?? succeeded;
    }

    /// <summary>Whether a status is news: the document lists what may be seen while the operation runs, and not this.</summary>
    internal bool IsNew(string? status) =>
        _running.Length > 0 && Classify(status) == OperationState.Running && Array.IndexOf(_running, status) < 0;

    /// <summary>The name.</summary>
    /// <returns><see cref="Name"/>.</returns>
    public override string ToString() => Name;

    private static TimeSpan CheckDelay(TimeSpan value, [System.Runtime.CompilerServices.CallerMemberName] string name = "")
    {
        if (value <= TimeSpan.Zero || value > LongestDelay)
        {
            throw new ArgumentOutOfRangeException(name, value, $"{name} must be longer than zero and at most {LongestDelay.TotalDays:0} days.");
        }

        return value;
    }
}
