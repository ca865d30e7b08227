using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace TwelveLabs.Http;

/// <summary>One Polly pipeline for each kind of call: retries outside, the limit of an attempt inside.</summary>
internal sealed class CallPipelines
{
    private readonly ResiliencePipeline<HttpResponseMessage>[] _retrying;
    private readonly ResiliencePipeline<HttpResponseMessage>[] _single;

    public CallPipelines(TwelveLabsOptions options, TimeProvider timeProvider, ILoggerFactory? loggerFactory)
    {
        CallKind[] kinds = Enum.GetValues<CallKind>();
        _retrying = Array.ConvertAll(kinds, kind => Build(kind, options, timeProvider, loggerFactory, retries: true));
        _single = Array.ConvertAll(kinds, kind => Build(kind, options, timeProvider, loggerFactory, retries: false));
    }

    /// <summary>Gives the pipeline.</summary>
    /// <param name="kind">What the call does.</param>
    /// <param name="retries">Whether it may retry; not where a wait around it is the layer that retries.</param>
    public ResiliencePipeline<HttpResponseMessage> Get(CallKind kind, bool retries) =>
        (retries ? _retrying : _single)[(int)kind];

    /// <summary>Longest time of one attempt.</summary>
    public static TimeSpan Limit(CallKind kind, TwelveLabsOptions options) => kind switch
    {
        CallKind.Read or CallKind.Update or CallKind.Delete => options.AttemptTimeout,
        CallKind.Compute or CallKind.ComputeStream => options.ComputeTimeout,
        CallKind.Create => options.CreateTimeout,
        // A large file over a slow line takes hours, on its way to the server or from a URL to it; only the caller knows what is too long.
        _ => Timeout.InfiniteTimeSpan,
    };

    private static ResiliencePipeline<HttpResponseMessage> Build(CallKind kind, TwelveLabsOptions options, TimeProvider timeProvider, ILoggerFactory? loggerFactory, bool retries)
    {
        var builder = new ResiliencePipelineBuilder<HttpResponseMessage>
        {
            Name = "TwelveLabs",
            InstanceName = kind.ToString(),
            TimeProvider = timeProvider,
        };
        if (retries && options.MaxRetryAttempts > 0)
        {
            builder.AddRetry(Retry(kind, options, timeProvider));
        }

        TimeSpan limit = Limit(kind, options);
        if (limit != Timeout.InfiniteTimeSpan)
        {
            builder.AddTimeout(new TimeoutStrategyOptions { Timeout = limit });
        }

        if (loggerFactory is not null)
        {
            builder.ConfigureTelemetry(loggerFactory);
        }

        return builder.Build();
    }

    private static RetryStrategyOptions<HttpResponseMessage> Retry(CallKind kind, TwelveLabsOptions options, TimeProvider timeProvider) =>
        new HttpRetryStrategyOptions
        {
            MaxRetryAttempts = options.MaxRetryAttempts,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = options.RetryDelay,
            MaxDelay = options.MaxRetryDelay,
            ShouldHandle = arguments => ValueTask.FromResult(
                RetryRules.MayRetry(kind, arguments.Outcome) && !AsksForMore(arguments.Outcome, options, timeProvider)),
            DelayGenerator = arguments => ValueTask.FromResult(Asked(arguments.Outcome, timeProvider)),
        };

    // A limit that is counted by the day is not worth a wait inside a call: the answer goes to the caller with its time.
    private static bool AsksForMore(Outcome<HttpResponseMessage> outcome, TwelveLabsOptions options, TimeProvider timeProvider) =>
        Asked(outcome, timeProvider) > options.MaxRetryDelay;

    private static TimeSpan? Asked(Outcome<HttpResponseMessage> outcome, TimeProvider timeProvider) =>
        outcome.Result is { } response ? ServerWait.Read(response, timeProvider.GetUtcNow()) : null;
}
