namespace TwelveLabs.Http;

/// <summary>Adds the key to requests for the configured server, and takes it off all others.</summary>
/// <remarks>
/// The key is on the request only while it is sent, so that a handler further out that prints
/// <see cref="HttpResponseMessage.RequestMessage"/> cannot print it. Redirects never pass here: they are not followed
/// at all (see <see cref="Transport"/>), because the platform's handler would repeat this header to any host.
/// </remarks>
internal sealed class ApiKeyHandler(Func<TwelveLabsOptions> options) : DelegatingHandler
{
    public const string HeaderName = "x-api-key";

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // Whatever put one on, this handler decides.
        request.Headers.Remove(HeaderName);

        // Asked for each request, so that a key replaced in the configuration works at once.
        TwelveLabsOptions current = options();
        if (!IsSameServer(request.RequestUri, current.BaseAddress))
        {
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }

        request.Headers.TryAddWithoutValidation(HeaderName, current.ApiKey);
        try
        {
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            request.Headers.Remove(HeaderName);
        }
    }

    private static bool IsSameServer(Uri? uri, Uri server) =>
        uri is { IsAbsoluteUri: true }
        && uri.Scheme == server.Scheme
        && uri.Port == server.Port
        && string.Equals(uri.IdnHost, server.IdnHost, StringComparison.OrdinalIgnoreCase);
}
