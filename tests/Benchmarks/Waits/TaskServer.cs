using System.Net;
using System.Text;

namespace Benchmarks.Waits;

/// <summary>A server in memory on which every task goes on until all are told to be ready.</summary>
internal sealed class TaskServer : HttpMessageHandler
{
    private const string Running = "indexing";

    public bool AllReady { get; set; }

    public int Calls { get; private set; }

    public static string IdOf(int number) => $"66f0a2c4d5e6f708{number:x8}";

    public static int BodyLength => Body(IdOf(0), Running).Length;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Calls++;
        string id = request.RequestUri!.Segments[^1];
        var content = new ByteArrayContent(Body(id, AllReady ? "ready" : Running));
        content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
        return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = content, RequestMessage = request });
    }

    // As long as an answer of the platform is; what differs from task to task differs here.
    private static byte[] Body(string id, string status) => Encoding.UTF8.GetBytes($$"""
        {
          "_id": "{{id}}",
          "created_at": "2024-09-22T22:55:40.975Z",
          "estimated_time": "2024-09-22T23:11:22.66Z",
          "hls": {
            "status": "PROCESSING",
            "thumbnail_urls": [
              "https://media.example.com/66f09f00a1b2c3d4e5f60718/{{id}}/thumbnails/0b1c2d3e-4f50-4617-8293-a4b5c6d7e8f9.0000001.jpg"
            ],
            "updated_at": "2024-09-22T22:59:46.844Z",
            "video_url": "https://media.example.com/66f09f00a1b2c3d4e5f60718/{{id}}/stream/0b1c2d3e-4f50-4617-8293-a4b5c6d7e8f9.m3u8"
          },
          "index_id": "66f0a1b2c3d4e5f60718293a",
          "metadata": {
            "duration": 1073,
            "filename": "How a Bridge Carries More Than It Weighs | Lectures on Statics | {{id}}",
            "height": 720,
            "width": 1280
          },
          "process": { "percentage": 42.5, "remain_seconds": 600 },
          "status": "{{status}}",
          "type": "index_task_info",
          "updated_at": "2024-09-22T22:59:58.154Z"
        }
        """);
}
