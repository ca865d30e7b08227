using System.Collections.Concurrent;
using System.Net.Http.Headers;
using TwelveLabs.Simulator.Store;

namespace TwelveLabs.Simulator.Webhooks;

/// <summary>Registers webhooks and sends them an event when a task ends; tries again when an endpoint does not answer 2xx. Safe for concurrent use.</summary>
public sealed class WebhookControl
{
    // An endpoint that has not answered by then has failed; the platform documents no figure.
    private static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(10);

    private readonly Platform _platform;
    private readonly SimulatorOptions _options;
    private readonly CancellationTokenSource _stopping = new();
    private readonly ConcurrentDictionary<TaskRecord, ITimer> _timers = new();
    private readonly ConcurrentDictionary<Task, bool> _sending = new();
    private readonly ConcurrentQueue<WebhookDelivery> _deliveries = new();
    private readonly ConcurrentDictionary<WebhookEndpoint, bool> _endpoints = new();
    private TaskCompletionSource _nextDelivery = NewSignal();

    // No redirects and no proxy: an event never leaves this machine.
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, UseCookies = false })
    {
        Timeout = AttemptTimeout,
    };

    internal WebhookControl(Platform platform)
    {
        _platform = platform;
        _options = platform.Options;
        foreach (WebhookEndpoint endpoint in _options.Webhooks)
        {
            Register(endpoint);
        }

        platform.TaskCreated += Expect;
    }

    /// <summary>The endpoints that get events.</summary>
    public IReadOnlyCollection<WebhookEndpoint> Endpoints => [.. _endpoints.Keys];

    /// <summary>All attempts so far, in order.</summary>
    public IReadOnlyList<WebhookDelivery> Deliveries => [.. _deliveries];

    /// <summary>Waits until a number of attempts has been made, failed ones too.</summary>
    /// <param name="count">How many in all since the start; 0 or less is there at once.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>When <see cref="Deliveries"/> has at least that many.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public async Task WaitForDeliveriesAsync(int count, CancellationToken cancellationToken = default)
    {
        while (true)
        {
            // The signal first, then the look: an attempt between the two is seen either way.
            Task next = Volatile.Read(ref _nextDelivery).Task;
            if (_deliveries.Count >= count)
            {
                return;
            }

            await next.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Sends events of tasks that end from now on.</summary>
    /// <param name="endpoint">A loopback endpoint.</param>
    public void Register(WebhookEndpoint endpoint)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        _endpoints[endpoint] = true;

        // First the endpoint, then the tasks: one that is created meanwhile finds the endpoint itself.
        DateTimeOffset now = _platform.Now;
        foreach (TaskRecord task in _platform.Tasks.Where(t => t.Life.EndsAt > now))
        {
            Expect(task);
        }
    }

    /// <summary>Forgets all endpoints.</summary>
    public void Clear() => _endpoints.Clear();

    /// <summary>Stops sending; attempts under way are given up.</summary>
    /// <returns>When nothing is under way any more.</returns>
    internal async Task StopAsync()
    {
        _platform.TaskCreated -= Expect;
        await _stopping.CancelAsync();
        foreach (ITimer timer in _timers.Values)
        {
            await timer.DisposeAsync();
        }

        await Task.WhenAll(_sending.Keys);
        _http.Dispose();
        _stopping.Dispose();
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Sets a timer for the end of a task. Without anybody to tell, a waiting task costs none.</summary>
    private void Expect(TaskRecord task)
    {
        if (_endpoints.IsEmpty || task.Life.EndsAt == DateTimeOffset.MaxValue)
        {
            return;
        }

        // Started only once it is in the dictionary: a timer that fires at once must find itself there.
        ITimer timer = _options.TimeProvider.CreateTimer(OnEnd, task, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        if (!_timers.TryAdd(task, timer))
        {
            timer.Dispose();
            return;
        }

        timer.Change(UntilEnd(task), Timeout.InfiniteTimeSpan);
    }

    // Timers count whole milliseconds and may be early: an event must never come before the status it tells of.
    private TimeSpan UntilEnd(TaskRecord task)
    {
        TimeSpan left = task.Life.EndsAt - _platform.Now;
        return left <= TimeSpan.Zero ? TimeSpan.Zero : TimeSpan.FromMilliseconds(Math.Ceiling(left.TotalMilliseconds));
    }

    private void OnEnd(object? state)
    {
        var task = (TaskRecord)state!;
        if (_stopping.IsCancellationRequested)
        {
            return;
        }

        if (_platform.Now < task.Life.EndsAt && _timers.TryGetValue(task, out ITimer? early))
        {
            early.Change(UntilEnd(task), Timeout.InfiniteTimeSpan);
            return;
        }

        if (!_timers.TryRemove(task, out ITimer? timer))
        {
            return;
        }

        timer.Dispose();

        WebhookEndpoint[] endpoints = [.. _endpoints.Keys];
        if (endpoints.Length == 0 || !_platform.Has(task))
        {
            return;
        }

        WebhookEvent happened = WebhookEvent.About(task, _platform.Now);
        foreach (WebhookEndpoint endpoint in endpoints)
        {
            Task sending = SendAsync(happened, endpoint);
            _sending[sending] = true;
            _ = sending.ContinueWith(done => _sending.TryRemove(done, out _), TaskScheduler.Default);
        }
    }

    private async Task SendAsync(WebhookEvent happened, WebhookEndpoint endpoint)
    {
        try
        {
            for (int attempt = 1; ; attempt++)
            {
                int? status = await TryAsync(happened, endpoint);
                var delivery = new WebhookDelivery(happened.Id, happened.Type, happened.TaskId, endpoint.Url, attempt, status);
                _deliveries.Enqueue(delivery);
                Interlocked.Exchange(ref _nextDelivery, NewSignal()).SetResult();
                if (delivery.Succeeded || attempt > _options.WebhookRetryDelays.Count)
                {
                    return;
                }

                await Task.Delay(_options.WebhookRetryDelays[attempt - 1], _options.TimeProvider, _stopping.Token);
            }
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            // The simulator is going away, and with it the wish to deliver.
        }
    }

    private async Task<int?> TryAsync(WebhookEvent happened, WebhookEndpoint endpoint)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, endpoint.Url) { Content = new ByteArrayContent(happened.Body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add(WebhookSignature.Header, WebhookSignature.Of(happened.Body, endpoint.Secret, _platform.Now));
        try
        {
            using HttpResponseMessage answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, _stopping.Token);
            return (int)answer.StatusCode;
        }
        catch (Exception e) when (e is HttpRequestException || (e is OperationCanceledException && !_stopping.IsCancellationRequested))
        {
            return null;
        }
    }
}
