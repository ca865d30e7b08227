using Predictions;

namespace LongRun.Documents.Tests;

/// <summary>A document with <c>cancel</c>, from the document to calls that a server sees.</summary>
public sealed class PredictionTests
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Cancelling_calls_the_cancel_operation_and_the_next_status_ends_the_wait()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        using HttpClient http = server.CreateClient();
        PredictionOperation prediction = new PredictionsClient(http).ResumePrediction("p 1");
        server.On("GET /predictions/p%201", Prediction("processing"))
            .On("POST /predictions/p%201/cancel", Prediction("canceled"));
        await prediction.UpdateStatusAsync(Stop);

        await prediction.CancelAsync(Stop);

        // The answer to the cancelling is no status: the handle has seen none of it.
        Assert.Equal(OperationState.Running, prediction.State);
        server.On("GET /predictions/p%201", Prediction("canceled"));
        OperationFailedException fault = await Assert.ThrowsAsync<OperationFailedException>(() => prediction.WaitForCompletionAsync(cancellationToken: Stop));
        Assert.Equal("canceled", fault.Status);
        Assert.Equal(["GET /predictions/p%201", "POST /predictions/p%201/cancel", "GET /predictions/p%201"], server.Routes);
    }

    [Fact]
    public async Task A_job_that_a_server_finishes_in_spite_of_being_cancelled_has_succeeded()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        using HttpClient http = server.CreateClient();
        server.On("POST /predictions", new ScriptedServer.Answer(201, Prediction("starting")))
            .On("GET /predictions/p1", Prediction("processing"), Prediction("succeeded"))
            .On("POST /predictions/p1/cancel", Prediction("processing"));

        PredictionOperation prediction = await new PredictionsClient(http).StartPredictAsync(new PredictionRequest { Version = "v" }, Stop);
        await prediction.CancelAsync(Stop);

        Assert.Equal("succeeded", (await prediction.WaitForCompletionAsync(cancellationToken: Stop)).Status.Value);
    }

    [Fact]
    public async Task A_refused_cancel_is_the_clients_exception()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        using HttpClient http = server.CreateClient();
        server.On("POST /predictions/p1/cancel", new ScriptedServer.Answer(409, """{"detail":"It has ended."}"""));

        LongRun.Http.ApiException fault = await Assert.ThrowsAsync<LongRun.Http.ApiException>(() => new PredictionsClient(http).ResumePrediction("p1").CancelAsync(Stop));

        Assert.Equal(409, fault.StatusCode);
    }

    [Fact]
    public async Task A_prediction_is_not_waited_for_beyond_its_expiry()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        using HttpClient http = server.CreateClient();
        DateTimeOffset expiry = DateTimeOffset.UtcNow.AddDays(1);
        var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(DateTimeOffset.UtcNow) { AutoAdvanceAmount = TimeSpan.FromHours(13) };
        server.On("GET /predictions/p1", $$"""{"id":"p1","status":"processing","expires_at":"{{expiry:O}}"}""");

        OperationTimeoutException fault = await Assert.ThrowsAsync<OperationTimeoutException>(() => new PredictionsClient(http).ResumePrediction("p1")
            .WaitForCompletionAsync(new WaitOptions { TimeProvider = clock, MaxWaitTime = Timeout.InfiniteTimeSpan }, Stop));

        Assert.Equal(expiry, fault.ExpiredAt);
    }

    [Fact]
    public async Task Starting_and_waiting_gives_the_result_that_the_answer_of_success_holds()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        using HttpClient http = server.CreateClient();
        server.On("POST /predictions", new ScriptedServer.Answer(201, Prediction("starting")))
            .On("GET /predictions/p1", Prediction("processing"), """{"id":"p1","status":"succeeded","output":["a","b"]}""");

        IReadOnlyList<string> output = await new PredictionsClient(http).PredictAndWaitAsync(new PredictionRequest { Version = "v" }, cancellationToken: Stop);

        Assert.Equal(["a", "b"], output);
    }

    [Fact]
    public async Task A_success_that_holds_no_result_is_told()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        using HttpClient http = server.CreateClient();
        server.On("GET /predictions/p1", Prediction("succeeded"));

        InvalidOperationException fault = await Assert.ThrowsAsync<InvalidOperationException>(() => new PredictionsClient(http).ResumePrediction("p1").GetResultAsync(Stop));

        Assert.Equal("The answer of GetPredictionAsync tells of success and holds no result at 'Output'.", fault.Message);
    }

    [Fact]
    public async Task A_request_that_is_given_twice_starts_two_jobs_each_under_a_key_of_its_own()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        using HttpClient http = server.CreateClient();
        var client = new PredictionsClient(http);
        var request = new PredictionRequest { Version = "v", Input = new Dictionary<string, string> { ["a"] = "b" } };
        server.On("POST /predictions", new(500, "", ("Retry-After", "0")), new(201, Prediction("starting")));

        await client.StartPredictAsync(request, Stop);
        await client.StartPredictAsync(request, Stop);

        string[] bodies = [.. server.Calls.Select(static call => call.Body)];
        Assert.Null(request.ClientToken);
        Assert.Equal(3, bodies.Length);
        Assert.Equal(bodies[0], bodies[1]);
        Assert.NotEqual(bodies[1], bodies[2]);
        Assert.Matches("""^\{"version":"v","client_token":"[-0-9a-f]{36}","input":\{"a":"b"\}\}$""", bodies[0]);
    }

    private static string Prediction(string status) => $$"""{"id":"p1","status":"{{status}}"}""";
}
