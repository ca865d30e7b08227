using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace TwelveLabs.AspNetCore.Health;

/// <summary>Whether the platform answers, and takes the key: the shortest list there is, read with the program's own client.</summary>
/// <remarks>Of all reads this one counts against no documented limit and needs nothing to exist; an account without indexes gets an empty list.</remarks>
internal sealed class PlatformHealthCheck(ITwelveLabsClient client) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await client.ListIndexesAsync(pageLimit: 1, cancellationToken: cancellationToken).ConfigureAwait(false);
            return HealthCheckResult.Healthy("The platform answers and takes the key.");
        }
        catch (TwelveLabsException exception) when (exception.StatusCode == StatusCodes.Status429TooManyRequests)
        {
            // It is there and knows the key; taking instances out of service would not give them more calls.
            return HealthCheckResult.Degraded("The platform answers, and a limit of the account is used up (429).", exception);
        }
        catch (TwelveLabsException exception) when (exception.StatusCode is StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden)
        {
            return new HealthCheckResult(context.Registration.FailureStatus, $"The platform does not take the key ({exception.StatusCode}).", exception);
        }
        catch (TwelveLabsException exception)
        {
            string what = exception.StatusCode is >= 200 and <= 299 ? "what cannot be read" : "with an error";
            return new HealthCheckResult(context.Registration.FailureStatus, $"The platform answers {what} ({exception.StatusCode}).", exception);
        }
        catch (Exception exception) when (exception is HttpRequestException or TimeoutException)
        {
            return new HealthCheckResult(context.Registration.FailureStatus, "The platform does not answer.", exception);
        }
    }
}
