using System.Net;

namespace TwelveLabs.Simulator.Webhooks;

/// <summary>Where events of indexing tasks are sent.</summary>
public sealed record WebhookEndpoint
{
    /// <summary>Registers nothing by itself; give it to the options or to <see cref="WebhookControl.Register"/>.</summary>
    /// <param name="url">http or https on this machine: <c>localhost</c> or a loopback address.</param>
    /// <param name="secret">What signs the events; not empty.</param>
    /// <exception cref="ArgumentException">The URL leads elsewhere, or the secret is empty.</exception>
    public WebhookEndpoint(Uri url, string secret)
    {
        ArgumentNullException.ThrowIfNull(url);
        ArgumentException.ThrowIfNullOrEmpty(secret);
        bool isLocal = url.IsAbsoluteUri
            && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps)
            && (url.IdnHost == "localhost" || (IPAddress.TryParse(url.IdnHost, out IPAddress? address) && IPAddress.IsLoopback(address)));
        if (!isLocal)
        {
            throw new ArgumentException("The simulator sends webhooks only to loopback addresses: http(s)://localhost or http(s)://127.0.0.1.", nameof(url));
        }

        Url = url;
        Secret = secret;
    }

    /// <summary>Where events go.</summary>
    public Uri Url { get; }

    /// <summary>The key of the HMAC-SHA256 signature, as UTF-8.</summary>
    public string Secret { get; }
}
