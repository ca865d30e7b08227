using Transcripts;

namespace LongRun.Vocabulary.Tests;

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

    private static string Transcript(string status) => $$"""{"id":"t1","status":"{{status}}"}""";
}
