using TwelveLabs.Simulator.Limits;
using TwelveLabs.Simulator.Webhooks;

namespace TwelveLabs.Simulator;

/// <summary>How a simulator behaves. Everything has a default that suits a demonstration.</summary>
public sealed record SimulatorOptions
{
    /// <summary>The speed when none is given: a video of 18 minutes is indexed in about 8 seconds.</summary>
    public const double DefaultSpeed = 60;

    /// <summary>The TCP port on 127.0.0.1; 0 (default) takes any free one.</summary>
    public int Port { get; init; }

    /// <summary>
    /// How many times faster than life jobs run; more than 0, default <see cref="DefaultSpeed"/>. It compresses all of a
    /// job: also the times and remaining seconds it reports. Days (rate limits, 7 days of embeddings, page tokens) are not compressed.
    /// </summary>
    public double Speed { get; init; } = DefaultSpeed;

    /// <summary>The clock that everything follows. Default: the system's. Give a fake one to drive jobs by hand.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>The status of a successful <c>POST /tasks/external-provider</c>: 201 (default) or 200; both were seen on the real platform.</summary>
    public int ExternalProviderCreateStatus { get; init; } = StatusCodes.Status201Created;

    /// <summary>The status with <c>resource_not_exist</c>: 404 (default) or 400; the sources disagree.</summary>
    public int MissingResourceStatus { get; init; } = StatusCodes.Status404NotFound;

    /// <summary>The largest file or the largest sum of an upload's octets. Default 2 GiB, the platform's limit.</summary>
    public long MaxUploadBytes { get; init; } = 2L * 1024 * 1024 * 1024;

    /// <summary>Calls a day for each group of operations. The default is generous, beyond any plan of the real platform.</summary>
    public DailyLimits Limits { get; init; } = new();

    /// <summary>Webhooks registered from the start. Default none.</summary>
    public IReadOnlyList<WebhookEndpoint> Webhooks { get; init; } = [];

    /// <summary>How long to wait before each further attempt to deliver a webhook event. Default 1, 5 and 30 s: four attempts in all.</summary>
    public IReadOnlyList<TimeSpan> WebhookRetryDelays { get; init; } = [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30)];

    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfNegative(Port);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Port, 65535);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(MaxUploadBytes);
        ArgumentNullException.ThrowIfNull(TimeProvider);
        Limits.Validate();
        if (!double.IsFinite(Speed) || Speed <= 0)
        {
            throw new ArgumentOutOfRangeException(nameof(Speed), Speed, "The speed must be more than 0.");
        }

        if (ExternalProviderCreateStatus is not (StatusCodes.Status200OK or StatusCodes.Status201Created))
        {
            throw new ArgumentOutOfRangeException(nameof(ExternalProviderCreateStatus), ExternalProviderCreateStatus, "Only 200 and 201 were ever seen.");
        }

        if (MissingResourceStatus is not (StatusCodes.Status404NotFound or StatusCodes.Status400BadRequest))
        {
            throw new ArgumentOutOfRangeException(nameof(MissingResourceStatus), MissingResourceStatus, "Only 404 and 400 were ever seen.");
        }
    }
}
