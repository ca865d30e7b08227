using Microsoft.Extensions.Logging;

namespace LongRun.Http;

/// <summary>What an operation sees of the HTTP call below it, although its client hands out only the answer's body.</summary>
/// <remarks>
/// A start or a wait opens one for each of its calls; it travels with the asynchronous flow, and
/// <see cref="OperationCallHandler"/> fills it in. Retry strategies look at <see cref="Current"/> to leave polls to the wait.
/// </remarks>
public sealed class OperationCall
{
    private static readonly AsyncLocal<OperationCall?> Ambient = new();

    internal OperationCall(OperationCallKind kind) => Kind = kind;

    /// <summary>The call that the running code belongs to; <see langword="null"/> outside of any.</summary>
    public static OperationCall? Current => Ambient.Value;

    /// <summary>What the call is for.</summary>
    public OperationCallKind Kind { get; }

    /// <summary>Whether a request was handed to the network at least once, by any attempt.</summary>
    public bool RequestSent { get; private set; }

    /// <summary>
    /// Whether an attempt ended such that the server may have acted although no usable answer came: a dropped
    /// connection, a time-out, 408 or 5xx. Stays set if a later attempt is certain to have failed.
    /// </summary>
    public bool AnswerLost { get; private set; }

    /// <summary>HTTP status of the last attempt; <see langword="null"/> where it got no answer, or no handler recorded it.</summary>
    public int? StatusCode { get; private set; }

    /// <summary>How long the server asks to wait (<c>Retry-After</c>), zero or more; <see langword="null"/> where it did not say.</summary>
    public TimeSpan? RetryAfter { get; private set; }

    /// <summary>
    /// When the rate limit is renewed, by the server's clock (<c>X-Ratelimit-Reset</c>, seconds since 1970 in UTC);
    /// <see langword="null"/> where it did not say. Many servers send it with every answer, refused or not.
    /// </summary>
    public DateTimeOffset? RateLimitReset { get; private set; }

    /// <summary>The server's clock at the time of its answer (<c>Date</c>); <see langword="null"/> where it did not say.</summary>
    public DateTimeOffset? ServerTime { get; private set; }

    /// <summary>Where the client below logs; known once a request has come by its handler.</summary>
    internal ILogger? Logger { get; private set; }

    // Set inside an async method only: the runtime then restores the caller's flow when that method returns.
    internal static void Enter(OperationCall call) => Ambient.Value = call;

    internal void BeginAttempt(ILogger? logger)
    {
        Logger = logger;
        RequestSent = true;
        StatusCode = null;
        RetryAfter = null;
        RateLimitReset = null;
        ServerTime = null;
    }

    /// <summary>How long the server asks to be left alone: by <c>Retry-After</c>, or after 429 until the limit is renewed.</summary>
    /// <param name="status">HTTP status that the call ended with.</param>
    /// <param name="clock">Taken for the server's where that did not tell its time.</param>
    internal TimeSpan? AskedPause(int? status, TimeProvider clock)
    {
        if (RetryAfter is not null || status != 429 || RateLimitReset is not { } reset)
        {
            return RetryAfter;
        }

        TimeSpan until = reset - (ServerTime ?? clock.GetUtcNow());

        // A reset in the past is a clock that is wrong: no reason to ask at once.
        return until > TimeSpan.Zero ? until : null;
    }

    internal void LoseAnswer() => AnswerLost = true;

    internal void Record(HttpResponseMessage response, TimeProvider clock)
    {
        StatusCode = (int)response.StatusCode;
        AnswerLost |= StatusCode is 408 or >= 500;
        ServerTime = response.Headers.Date;
        RetryAfter = RetryHeaders.ReadRetryAfter(response, clock.GetUtcNow());
        RateLimitReset = RetryHeaders.ReadRateLimitReset(response.Headers);
    }
}
