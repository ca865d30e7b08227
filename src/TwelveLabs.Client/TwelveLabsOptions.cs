using LongRun.Annotations;

namespace TwelveLabs;

/// <summary>How a Twelve Labs client reaches the platform, and how patient it is.</summary>
/// <remarks>
/// Only <see cref="ApiKey"/> has no default. Values are taken, the later over the earlier, from the environment
/// (<c>TWELVELABS_API_KEY</c>, <c>TWELVELABS_BASE_URL</c>), from the configuration where one was given, and from code.
/// They are validated when the host starts, or at the first use where there is no host.
/// </remarks>
public sealed class TwelveLabsOptions
{
    /// <summary>Name of the configuration section: <c>TwelveLabs</c>.</summary>
    public const string SectionName = "TwelveLabs";

    /// <summary>Name of the environment variable that holds the key: <c>TWELVELABS_API_KEY</c>.</summary>
    public const string ApiKeyVariable = "TWELVELABS_API_KEY";

    /// <summary>Name of the environment variable that holds the server's address: <c>TWELVELABS_BASE_URL</c>.</summary>
    public const string BaseAddressVariable = "TWELVELABS_BASE_URL";

    /// <summary>The key that the dashboard of the account shows. Required; sent as header <c>x-api-key</c>, and only to <see cref="BaseAddress"/>.</summary>
    /// <remarks>Where configuration is reloaded, the next call uses the new key.</remarks>
    [Secret]
    public string? ApiKey { get; set; }

    /// <summary>Server and version. Default: <see cref="TwelveLabsClient.DefaultBaseAddress"/>, <c>https://api.twelvelabs.io/v1.2/</c>. A missing slash at its end is added.</summary>
    /// <remarks>
    /// <c>https</c>, or <c>http</c> on this machine (a simulator): anywhere else <c>http</c> would show the key to the network.
    /// </remarks>
    public Uri BaseAddress { get; set; } = TwelveLabsClient.DefaultBaseAddress;

    /// <summary>
    /// Longest time of one attempt of a read, an update or a delete, from connecting to the last byte of the answer.
    /// Default: 30 s. <see cref="Timeout.InfiniteTimeSpan"/> for none.
    /// </summary>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Longest time of a call that creates something (an index, a task from an external provider). Default: 2 min.
    /// <see cref="Timeout.InfiniteTimeSpan"/> for none. Uploads, of a file or by its URL, have no limit but the caller's token.
    /// </summary>
    /// <remarks>When it runs out nobody can know whether the job was started, so it is generous.</remarks>
    public TimeSpan CreateTimeout { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>
    /// Longest time of a call that computes (search, generate, summarize, gist, embed). Default: 10 min.
    /// <see cref="Timeout.InfiniteTimeSpan"/> for none. For a streamed text it is the longest silence.
    /// </summary>
    public TimeSpan ComputeTimeout { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How often a call that may be repeated is repeated, at most. Default: 3; from 0 (never) to 20.</summary>
    public int MaxRetryAttempts { get; set; } = 3;

    /// <summary>Pause before the first retry; it doubles, with jitter, for each further one. Default: 1 s.</summary>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Longest pause before one retry. Default: 30 s.</summary>
    /// <remarks>
    /// A server that asks for more (<c>Retry-After</c>, or <c>X-Ratelimit-Reset</c> of a limit counted by the day) is not
    /// waited for: the call fails at once with a <see cref="TwelveLabsException"/> that names the time.
    /// </remarks>
    public TimeSpan MaxRetryDelay { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Whether every call is judged by the document's constraints (URLs, durations, numbers, texts, lists) before anything
    /// is sent. Default: <see langword="false"/>, the platform decides.
    /// </summary>
    /// <remarks>
    /// When <see langword="true"/>, a call that breaks one throws <c>LongRun.Constraints.ConstraintViolationException</c>,
    /// which lists everything that does not fit. Advice never stops a call: a YouTube URL whose form is not listed is sent,
    /// and what is said of videos is for <c>VideoRequirements</c>. To judge one request without sending it, use its
    /// <c>Validate()</c>, whatever is set here.
    /// </remarks>
    public bool ValidateRequests { get; set; }

    internal TwelveLabsOptions Copy() => (TwelveLabsOptions)MemberwiseClone();
}
