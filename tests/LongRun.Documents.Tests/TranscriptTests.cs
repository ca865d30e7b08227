using Transcripts;

namespace LongRun.Documents.Tests;

/// <summary>A document whose <c>result</c> is an operation.</summary>
public sealed class TranscriptTests
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    private static readonly TranscriptRequest Request = new() { AudioUrl = new Uri("https://audio.test/a.mp3") };

    [Fact]
    public async Task The_result_is_fetched_once_the_job_has_succeeded_and_again_where_the_server_stumbles()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        using HttpClient http = server.CreateClient();
        server.On("POST /transcripts", Transcript("queued"))
            .On("GET /transcripts/t1", Transcript("queued"), Transcript("processing"), Transcript("completed"))
            .On("GET /transcripts/t1/sentences", new(503), ScriptedServer.Answer.Broken, """{"sentences":["Hello."]}""");

        SentenceList sentences = await new TranscriptsClient(http).TranscribeAndWaitAsync(Request, cancellationToken: Stop);

        Assert.Equal(["Hello."], sentences.Sentences);
        Assert.Equal(
            ["POST /transcripts", .. Enumerable.Repeat("GET /transcripts/t1", 3), .. Enumerable.Repeat("GET /transcripts/t1/sentences", 3)],
            server.Routes);
    }

    [Fact]
    public async Task A_refused_result_is_the_clients_exception()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        using HttpClient http = server.CreateClient();
        server.On("GET /transcripts/t1", Transcript("completed")).On("GET /transcripts/t1/sentences", new ScriptedServer.Answer(403));

        LongRun.Http.ApiException fault = await Assert.ThrowsAsync<LongRun.Http.ApiException>(() => new TranscriptsClient(http).ResumeTranscription("t1").WaitForResultAsync(cancellationToken: Stop));

        Assert.Equal(403, fault.StatusCode);
        Assert.Equal(2, server.Calls.Count);
    }

    [Fact]
    public async Task A_failed_job_has_no_result_and_none_is_asked_for()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        using HttpClient http = server.CreateClient();
        server.On("GET /transcripts/t1", """{"id":"t1","status":"error","error":"No speech."}""");
        TranscriptionOperation operation = new TranscriptsClient(http).ResumeTranscription("t1");

        await Assert.ThrowsAsync<OperationFailedException>(() => operation.WaitForResultAsync(cancellationToken: Stop));
        OperationFailedException fault = await Assert.ThrowsAsync<OperationFailedException>(() => operation.GetResultAsync(Stop));

        Assert.Equal("No speech.", fault.Reason);
        Assert.DoesNotContain("GET /transcripts/t1/sentences", server.Routes);
    }

    [Fact]
    public async Task A_start_whose_answer_was_lost_is_sent_again_with_the_same_key()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        using HttpClient http = server.CreateClient();
        server.On("POST /transcripts", new(503, "", ("Retry-After", "0")), new(408, "", ("Retry-After", "0")), Transcript("queued"));

        TranscriptionOperation operation = await new TranscriptsClient(http).StartTranscribeAsync(Request, cancellationToken: Stop);

        Assert.Equal("t1", operation.Id);
        Assert.Equal(3, server.Calls.Count);
        Assert.True(Guid.TryParse(Assert.Single(server.Calls.Select(static call => call.Headers["Idempotency-Key"]).Distinct()), out Guid key) && key != default);
    }

    [Fact]
    public async Task A_key_of_the_callers_is_sent_as_it_is()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        using HttpClient http = server.CreateClient();
        server.On("POST /transcripts", new ScriptedServer.Answer(500, "", ("Retry-After", "3600")));

        OperationStartUncertainException fault = await Assert.ThrowsAsync<OperationStartUncertainException>(() => new TranscriptsClient(http).StartTranscribeAsync(Request, "order-17", Stop));

        Assert.Equal("order-17", fault.IdempotencyKey);
        Assert.Equal("order-17", Assert.Single(server.Calls).Headers["Idempotency-Key"]);
    }

    private static string Transcript(string status) => $$"""{"id":"t1","status":"{{status}}"}""";
}
