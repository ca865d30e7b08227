using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TwelveLabs;
using TwelveLabs.AspNetCore;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps the address that the platform's webhooks are sent to.</summary>
public static class TwelveLabsWebhookEndpointRouteBuilderExtensions
{
    /// <summary>Receives the platform's webhooks, by POST, at an address that is registered in the dashboard of the account.</summary>
    /// <param name="endpoints">The routes.</param>
    /// <param name="pattern">The path: <c>/hooks/twelvelabs</c>.</param>
    /// <param name="handler">
    /// Called with each event that is verified and new, of known and unknown types alike, after the waits were woken.
    /// <see langword="null"/>, the default: waits are all that is told. When it throws, the answer is 500 and the event
    /// counts as new again.
    /// </param>
    /// <returns>The endpoint's conventions. It needs no user: the signature says who calls.</returns>
    /// <remarks>
    /// <para>
    /// Answers 200 to an event, also to one that came before or of an unknown type; 401 where the signature does not fit or
    /// is too old, 400 where it is missing or malformed or the body is no event, 413 where the body is larger than
    /// <see cref="TwelveLabsWebhookOptions.MaxBodySize"/>.
    /// </para>
    /// <para>The platform documents no time limit; keep the handler short, and leave long work to something else.</para>
    /// </remarks>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="InvalidOperationException"><c>AddTwelveLabsWebhooks</c> was not called.</exception>
    public static IEndpointConventionBuilder MapTwelveLabsWebhooks(
        this IEndpointRouteBuilder endpoints, [StringSyntax("Route")] string pattern, Func<WebhookEvent, HttpContext, Task>? handler = null)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(pattern);
        IServiceProvider services = endpoints.ServiceProvider;
        WebhookReceiver receiver = services.GetService<WebhookReceiver>()
            ?? throw new InvalidOperationException("Nothing receives webhooks yet: call services.AddTwelveLabsWebhooks(...) before MapTwelveLabsWebhooks.");
        var endpoint = new WebhookEndpoint(
            services.GetRequiredService<IOptionsMonitor<TwelveLabsWebhookOptions>>(),
            receiver,
            services.GetService<TimeProvider>() ?? TimeProvider.System,
            services.GetRequiredService<ILoggerFactory>().CreateLogger("TwelveLabs.Webhooks"),
            handler);
        return endpoints.MapPost(pattern, endpoint.AnswerAsync).AllowAnonymous().ExcludeFromDescription();
    }
}
