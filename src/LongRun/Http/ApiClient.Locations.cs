using System.Net.Http.Headers;
using System.Text.Json;

namespace LongRun.Http;

/// <content>Calls whose address a server has told in an earlier answer.</content>
public abstract partial class ApiClient
{
    /// <summary>
    /// Whether an address on another server than this client's may be called. <see langword="false"/> unless overridden: an answer
    /// that names a server of somebody else's would have the client send its credentials there.
    /// </summary>
    /// <param name="url">The address; absolute.</param>
    /// <returns>Whether it may.</returns>
    /// <remarks>
    /// The client's own credential is not sent there; what the <see cref="HttpClient"/> and its handlers add to every request is.
    /// </remarks>
    protected virtual bool MayFollow(Uri url) => false;

    /// <summary>Makes a request to an address that this client's server has told.</summary>
    /// <param name="method">HTTP method.</param>
    /// <param name="url">The address; a relative one is taken from the server's.</param>
    /// <param name="accept">Accepted media type.</param>
    /// <returns>The request; the caller disposes it.</returns>
    /// <exception cref="ArgumentException">
    /// <paramref name="url"/> is no URL, or one of another server (scheme, host or port differ) that <see cref="MayFollow"/> does not allow.
    /// </exception>
    protected HttpRequestMessage CreateRequestTo(HttpMethod method, string url, string accept = "application/json")
    {
        ArgumentException.ThrowIfNullOrEmpty(url);
        Uri server = new(FindServer().Prefix, UriKind.Absolute);
        if (!Uri.TryCreate(server, url, out Uri? target))
        {
            throw new ArgumentException($"'{url}' is not a URL that could be called.", nameof(url));
        }

        bool isOwn = Uri.Compare(server, target, UriComponents.SchemeAndServer, UriFormat.SafeUnescaped, StringComparison.OrdinalIgnoreCase) == 0;
        if (!isOwn && !MayFollow(target))
        {
            throw new ArgumentException(
                $"The URL is on {target.GetLeftPart(UriPartial.Authority)} and this client's server is {server.GetLeftPart(UriPartial.Authority)}: the call would carry its credentials to another server. Override MayFollow if that one is to be trusted.",
                nameof(url));
        }

        var request = new HttpRequestMessage(method, target);
        request.Headers.TryAddWithoutValidation("Accept", accept);
        if (isOwn)
        {
            Credential?.Apply(request);
        }

        return request;
    }

    /// <summary>Sends a request whose answer says in a header where to look next.</summary>
    /// <param name="request">The request; disposed by this call.</param>
    /// <param name="headerName">Name of the header.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    /// <returns>What the answer says.</returns>
    /// <exception cref="ApiException">The answer is an error, or has no such header, or no URL in it.</exception>
    /// <exception cref="HttpRequestException">There was no answer.</exception>
    protected async Task<OperationLocation> SendForLocationAsync(HttpRequestMessage request, string headerName, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        using (request)
        using (HttpResponseMessage response = await _httpClient.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false))
        {
            if (!response.IsSuccessStatusCode)
            {
                throw await ReadErrorAsync(request, response, cancellationToken).ConfigureAwait(false);
            }

            string? told = response.Headers.NonValidated.TryGetValues(headerName, out HeaderStringValues values)
                ? values.ToString()
                : response.Content.Headers.NonValidated.TryGetValues(headerName, out values) ? values.ToString() : null;

            // A redirect may have changed what a relative address is relative to.
            Uri asked = response.RequestMessage?.RequestUri ?? request.RequestUri!;
            if (string.IsNullOrWhiteSpace(told) || !Uri.TryCreate(asked, told, out Uri? url) || url.Scheme is not ("https" or "http"))
            {
                string fault = string.IsNullOrWhiteSpace(told) ? $"without the header '{headerName}'" : $"with a '{headerName}' that is no URL ('{told}')";
                (string? text, Exception? broken) = await ReadTextAsync(response, cancellationToken).ConfigureAwait(false);
                throw CreateException(new ApiError(
                    (int)response.StatusCode,
                    $"{Describe(request)} answered {Describe(response)} {fault}, so nothing says where its status is.",
                    text,
                    response.Content.Headers.ContentType?.MediaType,
                    response.Headers,
                    broken));
            }

            return new OperationLocation(url, RetryHeaders.ReadRetryAfter(response, TimeProvider.System.GetUtcNow()), await ReadJsonAsync(response, cancellationToken).ConfigureAwait(false));
        }
    }

    // The job runs, and its URL is known: a body that cannot be read must not lose it.
    private static async Task<JsonElement?> ReadJsonAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.Content.Headers.ContentType?.MediaType is not { } mediaType || !IsJson(mediaType))
        {
            return null;
        }

        try
        {
            Stream body = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            using JsonDocument json = await JsonDocument.ParseAsync(body, default, cancellationToken).ConfigureAwait(false);
            return json.RootElement.Clone();
        }
        catch (Exception exception) when (exception is JsonException or IOException or HttpRequestException)
        {
            return null;
        }
    }
}
