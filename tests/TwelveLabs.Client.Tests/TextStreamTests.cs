using System.Text;
using Microsoft.Extensions.Time.Testing;
using TwelveLabs.Client.Tests.Support;
using static TwelveLabs.Client.Tests.Support.ScriptedServer;

namespace TwelveLabs.Client.Tests;

/// <summary>Text that arrives piece by piece.</summary>
public sealed class TextStreamTests
{
    private const string Start = """{"event_type":"stream_start","metadata":{"generation_id":"g1"}}""";
    private const string Hello = """{"event_type":"text_generation","text":"Hello, "}""";
    private const string World = """{"event_type":"text_generation","text":"wörld"}""";
    private const string End = """{"event_type":"stream_end"}""";

    private readonly SkippingClock _clock = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static GenerateTextRequest Prompt => new() { VideoId = "v", Prompt = "What?", Temperature = 0.5 };

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\n\n")]
    public async Task The_pieces_arrive_in_order(string newLine)
    {
        var server = new ScriptedServer(Lines(newLine, Start, Hello, World, End));
        List<GenerateStreamEvent> events = await ReadAsync(server);

        Assert.Equal([GenerateStreamEventType.StreamStart, GenerateStreamEventType.TextGeneration, GenerateStreamEventType.TextGeneration, GenerateStreamEventType.StreamEnd], events.Select(read => read.EventType!.Value));
        Assert.Equal("Hello, wörld", string.Concat(events.Select(read => read.Text)));
        Assert.Equal("g1", events[0].Metadata!.GenerationId);
    }

    [Fact]
    public async Task The_request_asks_for_a_stream_and_the_callers_is_left_alone()
    {
        var server = new ScriptedServer(Lines("\n", Start, End));
        using var host = new TestHost(server, _clock);
        GenerateTextRequest request = Prompt;
        await foreach (GenerateStreamEvent _ in host.Client.GenerateTextStreamAsync(request, Stop))
        {
        }

        Assert.Null(request.Stream);
        Assert.Equal("""{"video_id":"v","prompt":"What?","temperature":0.5,"stream":true}""", server.Requests[0].Body);
        Assert.Equal("https://api.example/v1.2/generate", server.Requests[0].Uri.AbsoluteUri);
        Assert.Equal(TestHost.Key, server.Requests[0].Key);
    }

    [Fact]
    public async Task An_event_of_an_unknown_type_is_kept()
    {
        List<GenerateStreamEvent> events = await ReadAsync(new ScriptedServer(Lines("\n", Start, """{"event_type":"mood","colour":"blue"}""", "{}", End)));

        Assert.Equal("mood", events[1].EventType?.Value);
        Assert.Equal("blue", events[1].AdditionalProperties!["colour"].GetString());
        Assert.Null(events[2].EventType);
    }

    [Fact]
    public async Task An_error_within_the_stream_is_thrown_after_the_pieces_before_it()
    {
        var server = new ScriptedServer(Lines("\n", Start, Hello, """{"event_type":"stream_error","error":{"message":"Out of words."}}""", End));
        (List<GenerateStreamEvent> events, Exception? exception) = await TryReadAsync(server);

        Assert.Equal(2, events.Count);
        Assert.Equal("Out of words.", Assert.IsType<TwelveLabsException>(exception).ServerMessage);
        Assert.Equal(1, server.Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData(Start)]
    [InlineData(Start + "\n" + Hello + "\n")]
    [InlineData(Start + "\n" + Hello + "\n{\"event_type\":\"text_gen")]
    public async Task A_stream_that_ends_without_its_end_is_an_error(string body)
    {
        (_, Exception? exception) = await TryReadAsync(new ScriptedServer(Answer(200, body, "application/x-ndjson")));

        Assert.Equal(HttpRequestError.ResponseEnded, Assert.IsType<HttpRequestException>(exception).HttpRequestError);
    }

    [Fact]
    public async Task A_connection_that_breaks_within_the_stream_is_an_error_and_no_retry()
    {
        var server = new ScriptedServer(Content(200, new BrokenContent(Start + "\n" + Hello + "\n")));
        (List<GenerateStreamEvent> events, Exception? exception) = await TryReadAsync(server);

        Assert.Equal(2, events.Count);
        Assert.IsType<HttpRequestException>(exception);
        Assert.Equal(1, server.Count);
    }

    [Theory]
    [InlineData("<html>\nlogin</html>")]
    [InlineData("null\n" + End)]
    [InlineData("{]\n" + End)]
    public async Task A_line_that_is_no_event_is_an_error_that_shows_it(string body)
    {
        (_, Exception? exception) = await TryReadAsync(new ScriptedServer(Answer(200, body, "text/html")));

        Assert.Equal(body.Split('\n')[0], Assert.IsType<TwelveLabsException>(exception).ResponseBody);
    }

    [Fact]
    public async Task A_refusal_is_the_same_as_of_any_call()
    {
        (_, Exception? exception) = await TryReadAsync(new ScriptedServer(Answer(400, """{"code":"token_limit_exceeded","message":"Too long."}""")));

        Assert.Equal(ApiErrorCode.TokenLimitExceeded, Assert.IsType<TwelveLabsException>(exception).Code);
    }

    [Fact]
    public async Task Cancelling_ends_a_silent_stream()
    {
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var body = new SilentContent(Start + "\n");
        using var host = new TestHost(new ScriptedServer(Content(200, body)), new FakeTimeProvider());
        await using IAsyncEnumerator<GenerateStreamEvent> events = host.Client.GenerateTextStreamAsync(Prompt, cancel.Token).GetAsyncEnumerator(Stop);
        Assert.True(await events.MoveNextAsync());
        ValueTask<bool> next = events.MoveNextAsync();
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next.AsTask());
    }

    [Fact]
    public async Task A_stream_that_is_silent_for_too_long_ends_with_a_time_out()
    {
        var clock = new FakeTimeProvider();
        var body = new SilentContent(Start + "\n");
        using var host = new TestHost(new ScriptedServer(Content(200, body)), clock);
        await using IAsyncEnumerator<GenerateStreamEvent> events = host.Client.GenerateTextStreamAsync(Prompt, Stop).GetAsyncEnumerator(Stop);
        Assert.True(await events.MoveNextAsync());
        Task<bool> next = events.MoveNextAsync().AsTask();
        await body.Silent;
        clock.Advance(TimeSpan.FromMinutes(10));

        Assert.Contains("ComputeTimeout", (await Assert.ThrowsAsync<TimeoutException>(() => next)).Message, StringComparison.Ordinal);
    }

    private static Func<HttpRequestMessage, HttpResponseMessage> Lines(string newLine, params string[] lines) =>
        Answer(200, string.Join(newLine, lines) + newLine, "application/x-ndjson");

    private async Task<List<GenerateStreamEvent>> ReadAsync(ScriptedServer server)
    {
        (List<GenerateStreamEvent> events, Exception? exception) = await TryReadAsync(server);
        Assert.Null(exception);
        return events;
    }

    private async Task<(List<GenerateStreamEvent> Events, Exception? Exception)> TryReadAsync(ScriptedServer server)
    {
        using var host = new TestHost(server, _clock);
        var events = new List<GenerateStreamEvent>();
        Exception? exception = await Record.ExceptionAsync(async () =>
        {
            await foreach (GenerateStreamEvent read in host.Client.GenerateTextStreamAsync(Prompt, Stop))
            {
                events.Add(read);
            }
        });
        return (events, exception);
    }

    /// <summary>A body whose beginning comes at once and whose rest never does.</summary>
    private sealed class SilentContent(string beginning) : HttpContent
    {
        private readonly TaskCompletionSource _silent = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Silent => _silent.Task;

        protected override Task<Stream> CreateContentReadStreamAsync() =>
            Task.FromResult<Stream>(new SilentStream(Encoding.UTF8.GetBytes(beginning), _silent));

        protected override Task SerializeToStreamAsync(Stream stream, System.Net.TransportContext? context) =>
            throw new InvalidOperationException("A stream must not be collected.");

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }

        private sealed class SilentStream(byte[] beginning, TaskCompletionSource silent) : MemoryStream(beginning)
        {
            public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
            {
                int read = await base.ReadAsync(buffer, cancellationToken);
                if (read > 0)
                {
                    return read;
                }

                silent.TrySetResult();
                await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
                return 0;
            }
        }
    }
}
