using System.Collections.Concurrent;
using System.Net;
using System.Text;

namespace TwelveLabs.Client.Tests.Support;

/// <summary>A primary handler that answers from a script; its last answer repeats. Keeps what each request carried.</summary>
internal sealed class ScriptedServer(params Func<HttpRequestMessage, HttpResponseMessage>[] answers) : HttpMessageHandler
{
    private readonly ConcurrentQueue<SentRequest> _requests = new();
    private int _next;

    public IReadOnlyList<SentRequest> Requests => [.. _requests];

    public int Count => _requests.Count;

    /// <summary>Awaited before each answer.</summary>
    public Func<CancellationToken, Task>? BeforeAnswer { get; set; }

    public static Func<HttpRequestMessage, HttpResponseMessage> Answer(int status, string body = "{}", string mediaType = "application/json", params (string Name, string Value)[] headers) =>
        request =>
        {
            var response = new HttpResponseMessage((HttpStatusCode)status)
            {
                RequestMessage = request,
                Content = new StringContent(body, Encoding.UTF8, mediaType),
            };
            foreach ((string name, string value) in headers)
            {
                response.Headers.TryAddWithoutValidation(name, value);
            }

            return response;
        };

    public static Func<HttpRequestMessage, HttpResponseMessage> Content(int status, HttpContent content) =>
        request => new HttpResponseMessage((HttpStatusCode)status) { RequestMessage = request, Content = content };

    public static Func<HttpRequestMessage, HttpResponseMessage> Fail(Exception exception) => _ => throw exception;

    public static Func<HttpRequestMessage, HttpResponseMessage> Refuse() =>
        Fail(new HttpRequestException(HttpRequestError.ConnectionError, "Connection refused"));

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        string? body = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken);
        _requests.Enqueue(new SentRequest(
            request.Method.Method,
            request.RequestUri!,
            request.Headers.ToDictionary(header => header.Key, header => string.Join(",", header.Value), StringComparer.OrdinalIgnoreCase),
            body));
        if (BeforeAnswer is not null)
        {
            await BeforeAnswer(cancellationToken);
        }

        int index = Math.Min(Interlocked.Increment(ref _next) - 1, answers.Length - 1);
        return answers[index](request);
    }

    internal sealed record SentRequest(string Method, Uri Uri, IReadOnlyDictionary<string, string> Headers, string? Body)
    {
        public string? Key => Headers.TryGetValue("x-api-key", out string? key) ? key : null;
    }
}
