using System.Net;
using System.Text;

namespace Benchmarks.Call;

/// <summary>A server in memory: answers every request at once, on the caller's thread, with a task as JSON.</summary>
/// <remarks>The header is added as a network handler adds it, unparsed: whoever looks at it pays for parsing it.</remarks>
internal sealed class TaskAnswers : HttpMessageHandler
{
    public const string TaskId = "66f0a2c4d5e6f708192a3b4c";

    private static readonly byte[] Task = Encoding.UTF8.GetBytes("""
        {
          "_id": "66f0a2c4d5e6f708192a3b4c",
          "created_at": "2024-09-22T23:05:40.975Z",
          "estimated_time": "2024-09-22T23:11:22.66Z",
          "hls": {
            "status": "COMPLETE",
            "thumbnail_urls": [
              "https://media.example.com/66f09f00a1b2c3d4e5f60718/66f0a2c4d5e6f708192a3b4c/thumbnails/0b1c2d3e-4f50-4617-8293-a4b5c6d7e8f9.0000001.jpg"
            ],
            "updated_at": "2024-09-22T23:09:46.844Z",
            "video_url": "https://media.example.com/66f09f00a1b2c3d4e5f60718/66f0a2c4d5e6f708192a3b4c/stream/0b1c2d3e-4f50-4617-8293-a4b5c6d7e8f9.m3u8"
          },
          "index_id": "66f0a1b2c3d4e5f60718293a",
          "metadata": {
            "duration": 1073,
            "filename": "How a Bridge Carries More Than It Weighs | Lectures on Statics | Part 1",
            "height": 720,
            "width": 1280
          },
          "status": "ready",
          "type": "index_task_info",
          "updated_at": "2024-09-22T23:14:58.154Z",
          "video_id": "66f0a2cd01b2c3d4e5f60718"
        }
        """);

    public static int BodyLength => Task.Length;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        System.Threading.Tasks.Task.FromResult(Answer(request));

    private static HttpResponseMessage Answer(HttpRequestMessage request)
    {
        var content = new ByteArrayContent(Task);
        content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
        return new HttpResponseMessage(HttpStatusCode.OK) { Content = content, RequestMessage = request };
    }
}
