using LongRun.Http;
using LongRun.Tests.Support;
using LongRun.Tests.Waiting;

namespace LongRun.Tests.Operations;

/// <summary>Starts with an idempotency key: repeated where the answer was lost, and only there.</summary>
public sealed class KeyedStartTests : WaitingTest
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    private readonly List<TimeSpan> _calls = [];

    public static TheoryData<Exception> LostAnswers => [new HttpRequestException("x", new IOException()), new TimeoutException(), new ApiException("x", 408), new ApiException("x", 500), new ApiException("x", 503), new ApiException("x", 201)];

    [Theory]
    [MemberData(nameof(LostAnswers))]
    public void A_lost_answer_is_asked_for_again(Exception fault)
    {
        Assert.Equal("id", Time.Run(Send(call => call < 3 ? throw fault : "id")));
        Assert.Equal([Seconds(0), Seconds(1), Seconds(3), Seconds(7)], _calls);
    }

    [Theory]
    [InlineData(0.999999)]
    public void Half_of_each_pause_is_left_to_chance(double drawn)
    {
        Time.Run(Send(call => call < 3 ? throw new ApiException("x", 500) : "id", drawn));

        Assert.Equal([0, 0.5, 1.5, 3.5], _calls.Select(static call => Math.Round(call.TotalSeconds, 2)));
    }

    [Fact]
    public void A_server_that_names_a_pause_is_left_alone_for_so_long()
    {
        using var client = new JobClient(static () => JobClient.Error(503, ("Retry-After", "25")), static () => JobClient.Ok("id"));

        Job started = Time.Run(new KeyedStart("Render", "key-1", Time, new Drawn(0)).SendAsync(
            stop =>
            {
                _calls.Add(Time.Now);
                return client.GetAsync(stop);
            },
            Stop));

        Assert.Equal("id", started.Status);
        Assert.Equal([Seconds(0), Seconds(25)], _calls);
    }

    [Fact]
    public void What_lies_below_sees_a_start_each_time()
    {
        List<OperationCall?> seen = [];

        Time.Run(Send(call =>
        {
            seen.Add(OperationCall.Current);
            return call == 0 ? throw new ApiException("x", 500) : "id";
        }));

        Assert.Equal([OperationCallKind.Start, OperationCallKind.Start], seen.Select(static call => call?.Kind));
        Assert.NotSame(seen[0], seen[1]);
    }

    [Fact]
    public void After_three_repeats_nobody_knows_and_the_exception_holds_the_key()
    {
        OperationStartUncertainException fault = Time.RunToFault<OperationStartUncertainException>(Send(static _ => throw new ApiException("Oh.", 500)));

        Assert.Equal(4, _calls.Count);
        Assert.Equal("key-1", fault.IdempotencyKey);
        Assert.Equal(
            "The answer to Render was lost, so it may or may not have started: Oh. It was sent again with the same key."
            + " Start it once more with the idempotency key 'key-1': a server that has it already starts no second job.",
            fault.Message);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(409)]
    [InlineData(429)]
    public void A_refusal_of_the_first_call_is_certain(int status)
    {
        Time.RunToFault<ApiException>(Send(_ => throw new ApiException("x", status)));

        Assert.Single(_calls);
    }

    [Theory]
    [InlineData(409)]
    [InlineData(429)]
    public void A_server_that_is_busy_with_the_first_call_is_asked_again(int status) =>
        Assert.Equal("id", Time.Run(Send(call => call switch { 0 => throw new ApiException("x", 500), 1 => throw new ApiException("x", status), _ => "id" })));

    [Fact]
    public void A_server_that_is_away_after_an_answer_was_lost_is_asked_again() =>
        Assert.Equal("id", Time.Run(Send(static call => call switch { 0 => throw new ApiException("x", 500), 1 => throw new HttpRequestException(HttpRequestError.ConnectionError), _ => "id" })));

    [Fact]
    public void A_refusal_after_an_answer_was_lost_leaves_it_uncertain()
    {
        OperationStartUncertainException fault = Time.RunToFault<OperationStartUncertainException>(Send(static call => throw new ApiException("x", call == 0 ? 500 : 400)));

        Assert.Equal(400, Assert.IsType<ApiException>(fault.InnerException).StatusCode);
        Assert.Equal(2, _calls.Count);
    }

    [Fact]
    public void Whoever_cancels_during_a_pause_leaves_at_once()
    {
        using var source = new CancellationTokenSource();
        Time.RunToFault<TaskCanceledException>(Send(
            _ =>
            {
                source.Cancel();
                throw new ApiException("x", 500);
            },
            source: source));

        Assert.Single(_calls);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public async Task Without_a_key_nothing_is_repeated(string? key)
    {
        int calls = 0;

        OperationStartUncertainException fault = await Assert.ThrowsAsync<OperationStartUncertainException>(() => OperationStart.SendAsync<string>("Render", _ => throw new ApiException($"{++calls}", 500), key, Stop));

        Assert.Equal((1, null), (calls, fault.IdempotencyKey));
    }

    private Task<string> Send(Func<int, string> answer, double drawn = 0, CancellationTokenSource? source = null) =>
        new KeyedStart("Render", "key-1", Time, new Drawn(drawn)).SendAsync(
            _ =>
            {
                _calls.Add(Time.Now);
                return Task.FromResult(answer(_calls.Count - 1));
            },
            source?.Token ?? Stop);

    private sealed class Drawn(double value) : Random
    {
        public override double NextDouble() => value;
    }
}
