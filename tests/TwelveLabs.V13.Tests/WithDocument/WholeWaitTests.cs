using System.Net;
using System.Text;
using LongRun;
using LongRun.Http;
using LongRun.Tests.Support;

namespace TwelveLabs.V13.Tests;

/// <summary>Whole waits over every monitor, against a server that follows a script, on a clock that only the test moves.</summary>
public sealed class WholeWaitTests
{
    private readonly PumpedTime _time = new();

    public static TheoryData<string> Jobs => [.. Job.All.Select(static job => job.Name)];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Jobs))]
    public void A_wait_looks_again_until_the_job_is_done(string name)
    {
        Job job = Find(name);
        var script = new Script(job.StatusPath, job.Running, "not-in-the-document", job.Running, job.Succeeded);
        Assert.True(_time.Run(job.Resume(script.Client()).WaitAsync(Options, Stop)));
        Assert.Equal(4, script.Requests);
    }

    [Theory]
    [MemberData(nameof(Jobs))]
    public void A_wait_survives_a_server_in_trouble(string name)
    {
        Job job = Find(name);
        var script = new Script(job.StatusPath, job.Running, "503", "429", "<html>", job.Succeeded);
        Assert.True(_time.Run(job.Resume(script.Client()).WaitAsync(Options, Stop)));
        Assert.Equal(5, script.Requests);
    }

    [Theory]
    [MemberData(nameof(Jobs))]
    public void A_wait_for_a_job_that_never_ends_ends_itself(string name)
    {
        Job job = Find(name);
        var script = new Script(job.StatusPath, job.Running);
        var timeout = _time.RunToFault<OperationTimeoutException>(job.Resume(script.Client()).WaitAsync(new WaitOptions { TimeProvider = _time, MaxWaitTime = TimeSpan.FromMinutes(10) }, Stop));
        Assert.Equal((job.Running, "id1"), (timeout.LastStatus, timeout.OperationId.Split('/')[^1]));
        Assert.InRange(script.Requests, 5, 600);
    }

    [Theory]
    [InlineData("""{ "items": [] }""", null)]
    [InlineData("""{ "items": [{ "status": "ready" }, null] }""", null)]
    [InlineData("""{ "items": [{ "status": "failed" }, { "status": "processing" }] }""", "processing")]
    [InlineData("""{ "items": [{ "status": "failed" }, { "error": { "message": "no access" } }, { "status": "ready" }] }""", "failed: no access")]
    [InlineData("""{ "items": [{ "error": { "message": "no access" } }] }""", "failed: no access")]
    public void An_import_ends_as_its_files_do(string answer, string? expected)
    {
        var script = new Script("connections/c1/imports/id1", answer);
        Task wait = script.Client().ResumeImport("c1", "id1").WaitForCompletionAsync(new WaitOptions { TimeProvider = _time, MaxWaitTime = TimeSpan.FromMinutes(1) }, Stop);
        if (expected?.Split(": ") is [var status, var reason])
        {
            var failure = _time.RunToFault<OperationFailedException>(wait);
            Assert.Equal((status, reason), (failure.Status, failure.Reason));
        }
        else
        {
            Assert.Equal(expected, _time.RunToFault<OperationTimeoutException>(wait).LastStatus);
        }
    }

    [Fact]
    public async Task A_batch_can_be_cancelled_by_its_handle()
    {
        var script = new Script("analyze/batches/id1/cancel", "canceling");
        await script.Client().ResumeBatch("id1").CancelAsync(Stop);
        Assert.Equal(1, script.Requests);
    }

    private WaitOptions Options => new() { TimeProvider = _time };

    private static Job Find(string name) => Job.All.Single(job => job.Name == name);

    /// <summary>Answers with one status after the other; a number is a status of HTTP.</summary>
    private sealed class Script(string path, params string[] steps) : HttpMessageHandler
    {
        public int Requests { get; private set; }

        public TwelveLabsV13Client Client() => new(new HttpClient(new OperationCallHandler { InnerHandler = this }));

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Assert.Equal("/v1.3/" + path, request.RequestUri!.AbsolutePath);
            string step = steps[Math.Min(Requests++, steps.Length - 1)];
            HttpResponseMessage answer = int.TryParse(step, out int status)
                ? new HttpResponseMessage((HttpStatusCode)status)
                : new HttpResponseMessage { Content = step == "<html>" ? new StringContent(step, Encoding.UTF8, "text/html") : new StringContent(step[0] == '{' ? step : Body(step), Encoding.UTF8, "application/json") };
            answer.RequestMessage = request;
            return Task.FromResult(answer);
        }

        // What one or the other schema requires.
        private static string Body(string status) =>
            $$"""
            {"_id": "id1", "task_id": "id1", "batch_id": "id1", "upload_id": "id1", "status": "{{status}}", "items": [{ "source_id": "s0", "status": "ready" }, { "source_id": "s1", "status": "{{status}}" }], "method": "url", "filename": "a.mp4", "file_type": "video/mp4",
             "created_at": "2026-01-02T03:04:05Z", "updated_at": "2026-01-02T03:04:05Z", "expires_at": "2030-01-02T03:04:05Z", "total_items": 1, "queued_items": 0, "processing_items": 1,
             "ready_items": 0, "failed_items": 0, "canceled_items": 0, "model_name": "pegasus1.5", "analysis_mode": "general", "data": [], "uploaded_chunks": [], "chunks_completed": 0,
             "chunks_failed": 0, "chunks_pending": 1, "total_size": 1, "uploaded_size": 0, "page_info": {}, "asset_type": "video", "asset_id": "a1", "metadata": {}, "system_metadata": { "asset_type": "video" }, "custom_id": null, "video_source": null, "request_params": null }
            """;
    }
}
