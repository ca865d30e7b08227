using System.Net;
using System.Net.Sockets;
using System.Text;
using TwelveLabs.Client.Tests.Support;

namespace TwelveLabs.Client.Tests;

/// <summary>
/// The rule that a create may be sent again rests on one thing: after a request has left, the platform never reports
/// a connection error of the kind "never connected". Held here with raw sockets.
/// </summary>
public sealed class BrokenConnectionTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("reset before the body", 60, "")]
    [InlineData("reset", 0, "")]
    [InlineData("close", 0, "")]
    [InlineData("close in the status line", 0, "HTTP/1.1 20")]
    [InlineData("close in the headers", 0, "HTTP/1.1 201 Created\r\nContent-Type: applic")]
    [InlineData("reset in the body", 0, "HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nContent-Length: 34\r\n\r\n{\"_id\"")]
    [InlineData("close in a chunk", 0, "HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n20\r\n{\"_id\"")]
    [InlineData("close after nonsense", 0, "this is no HTTP\r\n\r\n")]
    public async Task A_create_that_left_is_sent_once_whatever_happens_to_the_connection(string how, int readOnly, string answer)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        int connections = 0;
        Task server = Task.Run(
            async () =>
            {
                while (!Stop.IsCancellationRequested)
                {
                    using Socket socket = await listener.AcceptSocketAsync(Stop);
                    connections++;
                    await ReadRequestAsync(socket, readOnly);
                    await socket.SendAsync(Encoding.ASCII.GetBytes(answer), Stop);
                    if (how.StartsWith("reset", StringComparison.Ordinal))
                    {
                        // An abortive close: RST instead of FIN.
                        socket.LingerState = new LingerOption(true, 0);
                    }
                }
            },
            Stop);
        var clock = new SkippingClock();
        var client = new TwelveLabsClient(
            new TwelveLabsOptions { ApiKey = TestHost.Key, BaseAddress = new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/v1.2/") },
            clock);
        HttpRequestException exception = await Assert.ThrowsAsync<HttpRequestException>(() =>
            client.CreateExternalProviderTaskAsync(new CreateExternalProviderTaskRequest { IndexId = "66f0a2c4d5e6f708192a3b4c", Url = new Uri("https://www.youtube.com/watch?v=LongRunDemo") }, Stop));
        listener.Stop();
        await Assert.ThrowsAnyAsync<Exception>(() => server);

        Assert.NotEqual(HttpRequestError.ConnectionError, exception.HttpRequestError);
        Assert.NotEqual(HttpRequestError.NameResolutionError, exception.HttpRequestError);
        Assert.Equal(1, connections);
        Assert.Empty(clock.Pauses);
    }

    // Reads the whole request, or only its first octets.
    private static async Task ReadRequestAsync(Socket socket, int readOnly)
    {
        byte[] buffer = new byte[8192];
        int read = 0;
        while (true)
        {
            int limit = readOnly > 0 ? readOnly - read : buffer.Length - read;
            int got = await socket.ReceiveAsync(buffer.AsMemory(read, limit), Stop);
            read += got;
            if (got == 0 || (readOnly > 0 && read >= readOnly) || (readOnly == 0 && Encoding.ASCII.GetString(buffer, 0, read).EndsWith("\"}", StringComparison.Ordinal)))
            {
                return;
            }
        }
    }
}
