using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using LongRun.Constraints;
using LongRun.Validation;

namespace LongRun.Http;

/// <summary>What every generated client does with a request and its answer.</summary>
/// <remarks>
/// One place instead of a copy in each generated method. A generated method only builds the address and the body;
/// it has no state machine of its own, which is what keeps a call close to hand-written code in time and memory.
/// </remarks>
public abstract partial class ApiClient
{
    private const int LongestKeptBody = 64 * 1024;

    private static readonly MediaTypeHeaderValue Json = new("application/json");

    private readonly HttpClient _httpClient;
    private readonly Uri? _defaultBaseAddress;
    private readonly JsonSerializerOptions _json;
    private Server? _server;
    private JsonTypeInfo? _lastTypeInfo;

    /// <summary>Creates a client.</summary>
    /// <param name="httpClient">Sends the requests; not disposed by this client.</param>
    /// <param name="defaultBaseAddress">Server used when <paramref name="httpClient"/> has no base address; ends with a slash. <see langword="null"/> where the document names none.</param>
    /// <param name="json">Options whose type information resolver knows every type that the client reads and writes.</param>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    protected ApiClient(HttpClient httpClient, Uri? defaultBaseAddress, JsonSerializerOptions json)
    {
        ArgumentNullException.ThrowIfNull(httpClient);
        ArgumentNullException.ThrowIfNull(json);
        _httpClient = httpClient;
        _defaultBaseAddress = defaultBaseAddress;
        _json = json;
    }

    /// <summary>
    /// Whether what a call would send is judged by the document's constraints before anything is sent. Default:
    /// <see langword="false"/>, the server decides, whose rules may be newer than the document.
    /// </summary>
    /// <remarks>
    /// A call that breaks one throws <see cref="ConstraintViolationException"/>, which lists everything that does not fit.
    /// Advice (a URL whose form is not listed, what is said of media) never stops a call.
    /// </remarks>
    public bool ValidateRequests { get; init; }

    /// <summary>
    /// What lets this client in, sent with every request. <see langword="null"/> unless set: the key may also come from a
    /// handler or the default headers of the <see cref="System.Net.Http.HttpClient"/>.
    /// </summary>
    public ApiCredential? Credential { get; init; }

    /// <summary>Sends the requests.</summary>
    protected HttpClient HttpClient => _httpClient;

    /// <summary>How JSON is read and written.</summary>
    protected JsonSerializerOptions JsonOptions => _json;

    /// <summary>
    /// Makes the exception for an answer that is an error, or whose body could not be read. Unless overridden, its message tells
    /// what the body says: title and detail of a problem (RFC 9457), or a <c>message</c>.
    /// </summary>
    /// <param name="error">What is known of it.</param>
    /// <returns>The exception to throw.</returns>
    protected virtual ApiException CreateException(in ApiError error) =>
        new(ProblemText.Extend(error), error.StatusCode, error.ResponseBody, error.Headers, error.InnerException);

    /// <summary>Judges what a call would send, if <see cref="ValidateRequests"/> says so. For calls that are written by hand.</summary>
    /// <param name="request">What it would send.</param>
    /// <exception cref="ArgumentNullException"><paramref name="request"/> is <see langword="null"/>.</exception>
    /// <exception cref="ConstraintViolationException">Something does not fit what the document says; it lists everything.</exception>
    protected void ThrowIfViolated(IConstrained request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (ValidateRequests)
        {
            var check = new ConstraintCheck();
            check.Object("", request);
            check.ThrowIfViolated();
        }
    }

    /// <summary>Makes a JSON body. It is written to memory at once, so that a handler may send it again.</summary>
    /// <typeparam name="T">Type of the value; known to <see cref="JsonOptions"/>.</typeparam>
    /// <param name="value">The value.</param>
    /// <returns>The body.</returns>
    protected HttpContent CreateJsonContent<T>(T value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(value, TypeInfo<T>()));
        content.Headers.ContentType = Json;
        return content;
    }

    /// <summary>Makes a JSON body of another media type, such as <c>application/merge-patch+json</c>.</summary>
    /// <typeparam name="T">Type of the value; known to <see cref="JsonOptions"/>.</typeparam>
    /// <param name="value">The value.</param>
    /// <param name="mediaType">The media type.</param>
    /// <returns>The body.</returns>
    protected HttpContent CreateJsonContent<T>(T value, string mediaType)
    {
        HttpContent content = CreateJsonContent(value);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(mediaType);
        return content;
    }

    /// <summary>Makes a body of text.</summary>
    /// <param name="value">The text.</param>
    /// <param name="mediaType">Its media type.</param>
    /// <returns>The body.</returns>
    protected static HttpContent CreateTextContent(string value, string mediaType)
    {
        ArgumentNullException.ThrowIfNull(value);
        var content = new StringContent(value);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(mediaType);
        content.Headers.ContentType.CharSet ??= "utf-8";
        return content;
    }

    /// <summary>Makes a body that is a file.</summary>
    /// <param name="file">The file; its name is not sent.</param>
    /// <returns>The body.</returns>
    protected static HttpContent CreateFileContent(FileParameter file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var content = new StreamContent(file.Data);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(file.ContentType);
        return content;
    }

    /// <summary>A value as JSON, for a place that is no body: a query, a header, a part of a form.</summary>
    /// <typeparam name="T">Type of the value; known to <see cref="JsonOptions"/>.</typeparam>
    /// <param name="value">The value.</param>
    /// <returns>The JSON; <see langword="null"/> for <see langword="null"/>.</returns>
    protected JsonElement? ToElement<T>(T? value) => value is null ? null : JsonSerializer.SerializeToElement(value, TypeInfo<T>());

    /// <summary>Makes a request for this client's server.</summary>
    /// <param name="method">HTTP method.</param>
    /// <param name="uri">Address, relative to the server's and without a slash in front; it cannot name another server.</param>
    /// <param name="content">Body, or <see langword="null"/>.</param>
    /// <param name="accept">Accepted media type.</param>
    /// <returns>The request; the caller disposes it, and with it the body.</returns>
    protected HttpRequestMessage CreateRequest(HttpMethod method, string uri, HttpContent? content = null, string accept = "application/json")
    {
        // Made absolute here: HttpClient would parse the relative address, the joined one and parts of the server's, each time.
        var request = new HttpRequestMessage(method, new Uri(FindServer().Prefix + uri, UriKind.Absolute)) { Content = content };
        request.Headers.TryAddWithoutValidation("Accept", accept);
        Credential?.Apply(request);
        return request;
    }

    /// <summary>Adds a header to a request, unless the value is <see langword="null"/>.</summary>
    /// <typeparam name="T">Type of the value; written as in a query.</typeparam>
    /// <param name="request">The request.</param>
    /// <param name="name">Name of the header.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentException">The value holds a line break or another character that a header cannot carry.</exception>
    protected static void AddHeader<T>(HttpRequestMessage request, string name, T? value)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (value is not null)
        {
            request.Headers.Add(name, RequestUri.Format(value));
        }
    }

    /// <summary>Sends a request and reads the JSON answer.</summary>
    /// <typeparam name="T">Type of the answer; known to <see cref="JsonOptions"/>.</typeparam>
    /// <param name="request">The request; disposed by this call.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="ApiException">The answer is an error, or its body is not what the document says.</exception>
    /// <exception cref="HttpRequestException">There was no answer, or it broke off.</exception>
    protected async Task<T> SendAsync<T>(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using (request)
        using (HttpResponseMessage response = await _httpClient.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false))
        {
            if (!response.IsSuccessStatusCode)
            {
                throw await ReadErrorAsync(request, response, cancellationToken).ConfigureAwait(false);
            }

            if (!SaysJson(response.Content) && response.Content.Headers.ContentType?.MediaType is { } mediaType && !IsJson(mediaType))
            {
                throw await ReadNotJsonAsync(request, response, mediaType, cancellationToken).ConfigureAwait(false);
            }

            Stream body = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                return await JsonSerializer.DeserializeAsync(body, TypeInfo<T>(), cancellationToken).ConfigureAwait(false)
                    ?? throw new JsonException("The body is null.");
            }
            catch (JsonException exception)
            {
                throw Unreadable(request, response, exception);
            }
        }
    }

    /// <summary>Sends a request whose answer is text.</summary>
    /// <param name="request">The request; disposed by this call.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    /// <returns>The text.</returns>
    /// <exception cref="ApiException">The answer is an error.</exception>
    /// <exception cref="HttpRequestException">There was no answer, or it broke off.</exception>
    protected async Task<string> SendForTextAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        FileResponse response = await SendForFileAsync(request, cancellationToken).ConfigureAwait(false);
        await using (response.ConfigureAwait(false))
        {
            using var reader = new StreamReader(response.Content);
            return await reader.ReadToEndAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Sends a request whose answer is a file or a stream of events.</summary>
    /// <param name="request">The request; disposed by this call.</param>
    /// <param name="cancellationToken">Ends the call early, and the reading of the answer's beginning; not that of the rest.</param>
    /// <returns>The answer, its body still arriving; the caller disposes of it.</returns>
    /// <exception cref="ApiException">The answer is an error.</exception>
    /// <exception cref="HttpRequestException">There was no answer.</exception>
    protected async Task<FileResponse> SendForFileAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using (request)
        {
            HttpResponseMessage response = await _httpClient.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
            try
            {
                if (!response.IsSuccessStatusCode)
                {
                    throw await ReadErrorAsync(request, response, cancellationToken).ConfigureAwait(false);
                }

                return new FileResponse(response, await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false));
            }
            catch
            {
                response.Dispose();
                throw;
            }
        }
    }

    /// <summary>Sends a request whose answer has no body.</summary>
    /// <param name="request">The request; disposed by this call.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    /// <returns>A task that ends when the answer has arrived.</returns>
    /// <exception cref="ApiException">The answer is an error.</exception>
    /// <exception cref="HttpRequestException">There was no answer.</exception>
    protected async Task SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using (request)
        using (HttpResponseMessage response = await _httpClient.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false))
        {
            if (!response.IsSuccessStatusCode)
            {
                throw await ReadErrorAsync(request, response, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Reads the exception out of an answer that is an error. The body is read with care: it may be empty, broken or a page of HTML.</summary>
    /// <param name="request">The request.</param>
    /// <param name="response">Its answer.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The exception to throw.</returns>
    protected async Task<ApiException> ReadErrorAsync(HttpRequestMessage request, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(response);
        (string? body, Exception? broken) = await ReadTextAsync(response, cancellationToken).ConfigureAwait(false);
        return CreateException(new ApiError(
            (int)response.StatusCode,
            $"{Describe(request)} answered {Describe(response)}.",
            body,
            response.Content.Headers.ContentType?.MediaType,
            response.Headers,
            broken));
    }

    private async Task<ApiException> ReadNotJsonAsync(HttpRequestMessage request, HttpResponseMessage response, string mediaType, CancellationToken cancellationToken)
    {
        (string? body, Exception? broken) = await ReadTextAsync(response, cancellationToken).ConfigureAwait(false);
        return CreateException(new ApiError(
            (int)response.StatusCode,
            $"{Describe(request)} answered {Describe(response)} with '{mediaType}' where JSON was expected. Something between this program and the server may have answered in its place.",
            body,
            mediaType,
            response.Headers,
            broken));
    }

    private ApiException Unreadable(HttpRequestMessage request, HttpResponseMessage response, JsonException exception) =>
        CreateException(new ApiError(
            (int)response.StatusCode,
            $"{Describe(request)} answered {Describe(response)}, and its body could not be read as the expected JSON: {exception.Message}",
            null,
            response.Content.Headers.ContentType?.MediaType,
            response.Headers,
            exception));

    // Who waits makes the same call again and again.
    private JsonTypeInfo<T> TypeInfo<T>()
    {
        if (_lastTypeInfo is JsonTypeInfo<T> last)
        {
            return last;
        }

        var found = (JsonTypeInfo<T>)_json.GetTypeInfo(typeof(T));
        _lastTypeInfo = found;
        return found;
    }

    // The base address may be set until the first request.
    private Server FindServer()
    {
        Uri address = _httpClient.BaseAddress ?? _defaultBaseAddress
            ?? throw new InvalidOperationException("The document names no server to call. Set the BaseAddress of the HttpClient.");
        Server? server = _server;
        return server is not null && ReferenceEquals(server.Address, address) ? server : _server = new Server(address);
    }

    // The header as it came: parsing it costs as much as everything else that is done to an answer here.
    private static bool SaysJson(HttpContent content)
    {
        const string Name = "application/json";
        if (!content.Headers.NonValidated.TryGetValues("Content-Type", out HeaderStringValues values) || values.Count != 1)
        {
            return false;
        }

        ReadOnlySpan<char> value = values.ToString();
        return value.StartsWith(Name, StringComparison.OrdinalIgnoreCase) && (value.Length == Name.Length || value[Name.Length] == ';');
    }

    private static bool IsJson(string mediaType) =>
        mediaType.EndsWith("json", StringComparison.OrdinalIgnoreCase);

    // The query is left out: it may hold what a log should not.
    private static string Describe(HttpRequestMessage request)
    {
        Uri? uri = request.RequestUri;
        string path = uri is null ? "?" : uri.IsAbsoluteUri ? uri.AbsolutePath : "/" + uri.OriginalString.Split('?')[0];
        return $"{request.Method} {path}";
    }

    private static string Describe(HttpResponseMessage response) =>
        string.IsNullOrEmpty(response.ReasonPhrase) ? $"{(int)response.StatusCode}" : $"{(int)response.StatusCode} {response.ReasonPhrase}";

    private static async Task<(string? Text, Exception? Broken)> ReadTextAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            using Stream stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            byte[] buffer = new byte[LongestKeptBody];
            int length = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
            return (Encoding.UTF8.GetString(buffer, 0, length), null);
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException)
        {
            // The status is known, and it says more than the broken body would.
            return (null, exception);
        }
    }

    private sealed class Server(Uri address)
    {
        public Uri Address { get; } = address;

        // Without what stands behind the last slash, as relative addresses are resolved.
        public string Prefix { get; } = new Uri(address, ".").AbsoluteUri;
    }
}
