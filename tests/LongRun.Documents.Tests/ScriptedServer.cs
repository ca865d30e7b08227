using System.Net;
using System.Text;

namespace LongRun.Documents.Tests;

/// <summary>Answers by a script, and keeps what it was asked.</summary>
internal sealed class ScriptedServer(params Func<HttpRequestMessage, HttpResponseMessage>[] answers) : HttpMessageHandler
{
    private int _next;

    public List<(HttpMethod Method, Uri Uri, string Body, string? ContentType, HttpRequestMessage Request)> Requests { get; } = [];

    public static Func<HttpRequestMessage, HttpResponseMessage> Json(string json, HttpStatusCode status = HttpStatusCode.OK) =>
        _ => new HttpResponseMessage(status) { Content = new StringContent(json, Encoding.UTF8, "application/json") };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        string body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        Requests.Add((request.Method, request.RequestUri!, body, request.Content?.Headers.ContentType?.ToString(), request));
        HttpResponseMessage answer = answers[Math.Min(_next++, answers.Length - 1)](request);
        answer.RequestMessage = request;
        return answer;
    }
}
