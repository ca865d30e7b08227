using System.Net;
using System.Net.Sockets;
using System.Text;
using LongRun.Http;
using LongRun.Tests.Support;

namespace LongRun.Tests.Http;

/// <summary>What the platform's own handler throws on a real connection, told apart: a lost answer from a call that never left.</summary>
public sealed class RealConnectionTests
{
    [Fact]
    public async Task Start_on_a_port_where_nobody_listens_is_certain()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var address = (IPEndPoint)listener.LocalEndpoint;
        listener.Stop();

        await Assert.ThrowsAsync<HttpRequestException>(() => StartAsync(address));
    }

    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 201 Cre")]
    [InlineData("HTTP/1.1 201 Created\r\nContent-Length: 100\r\n\r\n{\"id\":")]
    [InlineData("HTTP/1.1 201 Created\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"id\"")]
    [InlineData("HTTP/1.1 500 Oh\r\nContent-Length: 0\r\n\r\n")]
    [InlineData("HTTP/1.1 408 Slow\r\nContent-Length: 0\r\n\r\n")]
    [InlineData("this is no HTTP\r\n\r\n")]
    public async Task Start_whose_answer_breaks_off_is_uncertain(string answer)
    {
        OperationStartUncertainException fault = await Assert.ThrowsAsync<OperationStartUncertainException>(() => StartAsync(answer));

        Assert.IsType<HttpRequestException>(fault.InnerException);
    }

    [Theory]
    [InlineData("HTTP/1.1 400 No\r\nContent-Length: 0\r\n\r\n")]
    [InlineData("HTTP/1.1 429 Later\r\nContent-Length: 0\r\n\r\n")]
    public async Task Start_that_was_refused_is_certain(string answer) => await Assert.ThrowsAsync<HttpRequestException>(() => StartAsync(answer));

    [Fact]
    public async Task Wait_survives_a_connection_that_breaks_off()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        Task serving = ServeAsync(
            listener,
            "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nrunn",
            "",
            "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 4\r\n\r\ndone");
        var time = new PumpedTime();
        var job = new JobOperation(time, async (_, stop) => new Job(await SendAsync((IPEndPoint)listener.LocalEndpoint, stop)));

        // The network does not go by the test's clock, so a look must not be cut off by it.
        Job last = time.Run(job.WaitForCompletionAsync(
            new WaitOptions { TimeProvider = new NoLimits(time), Delay = DelayStrategy.Fixed(TimeSpan.FromSeconds(1)), MaxWaitTime = Timeout.InfiniteTimeSpan, PollTimeout = NoLimits.Ignored },
            TestContext.Current.CancellationToken));

        await serving;
        Assert.Equal("done", last.Status);
        Assert.Equal(3, job.Looks.Count);
    }

    private static async Task<string> StartAsync(string answer)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        Task serving = ServeAsync(listener, answer);
        try
        {
            return await StartAsync((IPEndPoint)listener.LocalEndpoint);
        }
        finally
        {
            await serving;
        }
    }

    private static Task<string> StartAsync(IPEndPoint address) =>
        OperationStart.SendAsync("Render", stop => SendAsync(address, stop), TestContext.Current.CancellationToken);

    private static async Task<string> SendAsync(IPEndPoint address, CancellationToken stop)
    {
        using var http = new HttpClient(new OperationCallHandler { InnerHandler = new SocketsHttpHandler { UseProxy = false } });
        using HttpResponseMessage response = await http.PostAsync(new Uri($"http://{address}/jobs"), new StringContent("{}"), stop).ConfigureAwait(false);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsStringAsync(stop).ConfigureAwait(false);
    }

    /// <summary>Takes one connection for each answer, reads the request, writes the answer and hangs up.</summary>
    private static async Task ServeAsync(TcpListener listener, params string[] answers)
    {
        foreach (string answer in answers)
        {
            using TcpClient client = await listener.AcceptTcpClientAsync(TestContext.Current.CancellationToken).ConfigureAwait(false);
            NetworkStream stream = client.GetStream();
            var request = new StringBuilder();
            var buffer = new byte[4096];
            while (!request.ToString().EndsWith("{}", StringComparison.Ordinal))
            {
                int read = await stream.ReadAsync(buffer, TestContext.Current.CancellationToken).ConfigureAwait(false);
                Assert.NotEqual(0, read);
                request.Append(Encoding.ASCII.GetString(buffer, 0, read));
            }

            await stream.WriteAsync(Encoding.ASCII.GetBytes(answer), TestContext.Current.CancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The pumped clock without the limit of a status call.</summary>
    private sealed class NoLimits(PumpedTime time) : TimeProvider
    {
        internal static readonly TimeSpan Ignored = TimeSpan.FromDays(20);

        public override long TimestampFrequency => time.TimestampFrequency;

        public override DateTimeOffset GetUtcNow() => time.GetUtcNow();

        public override long GetTimestamp() => time.GetTimestamp();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            time.CreateTimer(callback, state, dueTime == Ignored ? Timeout.InfiniteTimeSpan : dueTime, period);
    }
}
