using System.Net;
using LongRun.Http;

namespace LongRun.Tests.Support;

/// <summary>A hand-written client over a scripted network: its exceptions say nothing that a wait could read.</summary>
internal sealed class JobClient : IDisposable
{
    private readonly HttpClient _http;

    internal JobClient(params Func<HttpResponseMessage>[] answers) => _http = new HttpClient(new OperationCallHandler { InnerHandler = new Network(answers) });

    internal static HttpResponseMessage Ok(string status) => new(HttpStatusCode.OK) { Content = new StringContent(status) };

    internal static HttpResponseMessage Error(int status, params (string Name, string Value)[] headers)
    {
        var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent("") };
        foreach ((string name, string value) in headers)
        {
            Assert.True(response.Headers.TryAddWithoutValidation(name, value));
        }

        return response;
    }

    internal async Task<Job> GetAsync(CancellationToken cancellationToken)
    {
        using HttpResponseMessage response = await _http.GetAsync(new Uri("http://jobs.example/1"), cancellationToken);
        return response.IsSuccessStatusCode
            ? new Job(await response.Content.ReadAsStringAsync(cancellationToken))
            : throw new ForeignException();
    }

    public void Dispose() => _http.Dispose();

    private sealed class Network(Func<HttpResponseMessage>[] answers) : HttpMessageHandler
    {
        private int _calls;

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(answers[Math.Min(_calls++, answers.Length - 1)]());
    }
}
