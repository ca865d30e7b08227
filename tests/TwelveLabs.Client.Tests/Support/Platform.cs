using LongRun;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TwelveLabs.Simulator;
using TwelveLabs.Simulator.Catalogue;

namespace TwelveLabs.Client.Tests.Support;

/// <summary>
/// The simulated platform over real HTTP, with a registered client in front of it. Jobs live on a clock that skips
/// pauses, so a wait of minutes is over in the time of its requests.
/// </summary>
internal sealed class Platform : IAsyncDisposable
{
    /// <summary>Longest time of a status call; told apart from any pause, so that the skipping clock knows it as a limit.</summary>
    internal static readonly TimeSpan PollLimit = TimeSpan.FromSeconds(29.125);

    private readonly ServiceProvider _services;

    private Platform(TwelveLabsSimulator simulator, SkippingClock clock, ServiceProvider services)
    {
        Simulator = simulator;
        Clock = clock;
        _services = services;
        Client = services.GetRequiredService<ITwelveLabsClient>();
    }

    public TwelveLabsSimulator Simulator { get; }

    /// <summary>The clock of the jobs and of the waits for them.</summary>
    public SkippingClock Clock { get; }

    public ITwelveLabsClient Client { get; }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<Platform> StartAsync(Action<TwelveLabsOptions>? configure = null, TimeProvider? clientClock = null, ILoggerProvider? log = null)
    {
        var clock = new SkippingClock(PollLimit);
        TwelveLabsSimulator simulator = await TwelveLabsSimulator.StartAsync(new SimulatorOptions { Speed = 1, TimeProvider = new ReadOnlyClock(clock) }, Stop);
        var services = new ServiceCollection();
        services.AddSingleton(clientClock ?? new SkippingClock());
        if (log is not null)
        {
            services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log));
        }

        services.AddTwelveLabsClient(options =>
        {
            options.ApiKey = TestHost.Key;
            options.BaseAddress = simulator.BaseUrl;
            configure?.Invoke(options);
        });
        return new Platform(simulator, clock, services.BuildServiceProvider());
    }

    public WaitOptions Patience(TimeSpan? maxWaitTime = null, IProgress<OperationProgress>? progress = null, OperationSignal? signal = null) => new()
    {
        TimeProvider = Clock,
        PollTimeout = PollLimit,
        MaxWaitTime = maxWaitTime,
        Progress = progress,
        Signal = signal,
    };

    public async Task<string> CreateIndexAsync(string name = "films")
    {
        CreatedResource index = await Client.CreateIndexAsync(
            new CreateIndexRequest
            {
                IndexName = name,
                Engines =
                [
                    new IndexEngine { EngineName = "marengo2.6", EngineOptions = [EngineOption.Visual, EngineOption.Conversation] },
                    new IndexEngine { EngineName = "pegasus1.1", EngineOptions = [EngineOption.Visual, EngineOption.Conversation] },
                ],
            },
            Stop);
        return index.Id;
    }

    public static CreateExternalProviderTaskRequest Upload(string indexId, string videoId) =>
        new() { IndexId = indexId, Url = new Uri(VideoCatalogue.UrlOf(videoId)) };

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Simulator.DisposeAsync();
    }

    /// <summary>Shows the time of another clock. Its timers never fire: the simulator plans the end of each job ahead, and skipping that would end every job at once.</summary>
    private sealed class ReadOnlyClock(TimeProvider clock) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            System.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }
}
