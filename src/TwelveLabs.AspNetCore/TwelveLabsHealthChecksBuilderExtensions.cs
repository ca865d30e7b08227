using Microsoft.Extensions.Diagnostics.HealthChecks;
using TwelveLabs;
using TwelveLabs.AspNetCore.Health;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the platform to the checks of a program's health.</summary>
public static class TwelveLabsHealthChecksBuilderExtensions
{
    /// <summary>Time that one check may take, retries of the client included, unless another is given: 10 s.</summary>
    public static TimeSpan DefaultTimeout { get; } = TimeSpan.FromSeconds(10);

    /// <summary>Checks that the platform answers and takes the key, with a registered client and one short read: the list of indexes, one on a page.</summary>
    /// <param name="builder">What <c>services.AddHealthChecks()</c> returned.</param>
    /// <param name="name">Name of the check. Default: <c>twelvelabs</c>.</param>
    /// <param name="clientName">Which client, where several are registered by name. Default: <see langword="null"/>, the one without a name.</param>
    /// <param name="failureStatus">What is reported when the platform does not answer, answers with an error, or refuses the key. Default: <see cref="HealthStatus.Unhealthy"/>.</param>
    /// <param name="tags">Tags, by which an endpoint chooses its checks. Default: none.</param>
    /// <param name="timeout">Time that one check may take, retries of the client included. Default: <see cref="DefaultTimeout"/>.</param>
    /// <returns>The builder.</returns>
    /// <remarks>
    /// A used up limit (429) is reported as <see cref="HealthStatus.Degraded"/>: the platform is there, and restarting the program
    /// gives it no more calls. Every check is a call: for readiness, not for an endpoint that is asked each second, and not for
    /// liveness, or an outage of the platform restarts the program.
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> or <paramref name="name"/> is <see langword="null"/>.</exception>
    public static IHealthChecksBuilder AddTwelveLabs(
        this IHealthChecksBuilder builder,
        string name = "twelvelabs",
        string? clientName = null,
        HealthStatus? failureStatus = null,
        IEnumerable<string>? tags = null,
        TimeSpan? timeout = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(name);
        return builder.Add(new HealthCheckRegistration(
            name,
            services => new PlatformHealthCheck(string.IsNullOrEmpty(clientName)
                ? services.GetRequiredService<ITwelveLabsClient>()
                : services.GetRequiredKeyedService<ITwelveLabsClient>(clientName)),
            failureStatus,
            tags,
            timeout ?? DefaultTimeout));
    }
}
