namespace LongRun.SpecCompiler.Tests;

public sealed class JobDiagnosticTests
{
    [Fact]
    public void A_document_without_mistakes_gives_both_files()
    {
        using SpecRun run = SpecRun.Succeed(Documents.Jobs);
        Assert.True(File.Exists(run.LoweredPath));
        Assert.True(File.Exists(run.ContextPath));
    }

    [Theory]
    [InlineData("monitor: getJob", "monitor: §getJobs", "LRO3002", "There is no operation 'getJobs'. Did you mean 'getJob'?")]
    [InlineData("monitor: getJob", "monitor: §somethingElse", "LRO3002", "There is no operation 'somethingElse'.")]
    [InlineData("monitor: getJob", "monitor: §listJobs", "LRO3002", "'listJobs' has no x-operation-monitor, so it cannot report on what 'createJob' starts.")]
    [InlineData("operation: listJobs", "operation: §listJob", "LRO3002", "There is no operation 'listJob'. Did you mean 'listJobs'?")]
    [InlineData("id: $response.body#/_id", "id: §$response.body#/id", "LRO3003", "'$response.body#/id' does not resolve: there is no 'id' at '/': it has _id, error, process, status. Did you mean '_id'?")]
    [InlineData("status: $response.body#/status", "status: §$response.body#/state", "LRO3003", "'$response.body#/state' does not resolve: there is no 'state' at '/': it has _id, error, process, status. Did you mean 'status'?")]
    [InlineData("$response.body#/process/percentage", "§$response.body#/process/percent", "LRO3003", "'$response.body#/process/percent' does not resolve: there is no 'percent' at '/process': it has percentage. Did you mean 'percentage'?")]
    [InlineData("$response.body#/error/reason", "§$response.body#/error/reason/text", "LRO3003", "'$response.body#/error/reason/text' does not resolve: there is no 'text' at '/error/reason': it has no properties.")]
    [InlineData("maxWaitTime: PT4H", "expiresAt: §$response.body#/expires", "LRO3003", "'$response.body#/expires' does not resolve: there is no 'expires' at '/': it has _id, error, process, status.")]
    [InlineData("$response.body#/error/reason", "§$response.body#error", "LRO3003", "'$response.body#error' does not resolve: 'error' is not a JSON pointer; it begins with a slash, as in '/status'.")]
    [InlineData("id: $request.path.job_id", "id: §$request.path.job", "LRO3003", "'$request.path.job' does not resolve: 'getJob' has no path parameter 'job'. Did you mean 'job_id'?")]
    [InlineData("id: $request.path.job_id", "id: §$request.path.jobid", "LRO3003", "'$request.path.jobid' does not resolve: 'getJob' has no path parameter 'jobid'. Did you mean 'job_id'?")]
    [InlineData("id: $request.path.job_id", "id: §$request.query.job_id", "LRO3003", "'$request.query.job_id' does not resolve: 'getJob' has no query parameter 'job_id'.")]
    [InlineData("id: $request.path.job_id", "id: §job_id", "LRO3003", "'job_id' does not resolve: it has to name a parameter of 'getJob', as '$request.path.job_id' does.")]
    [InlineData("status: /status }", "status: §/state }", "LRO3003", "'/state' does not resolve: there is no 'state' at '/': it has _id, error, process, status. Did you mean 'status'?")]
    [InlineData("succeeded: [ready]", "succeeded: [§redy]", "LRO3004", "'redy' is not a status of JobStatus; did you mean 'ready'?")]
    [InlineData("succeeded: [ready]", "succeeded: [§Ready]", "LRO3004", "'Ready' is not a status of JobStatus; did you mean 'ready'?")]
    [InlineData("failed: [failed, dead]", "failed: [failed, §exploded]", "LRO3004", "'exploded' is not a status of JobStatus; it lists waiting, ready, failed, dead.")]
    [InlineData("failed: [failed, dead]", "failed: [failed, §ready]", "LRO3005", "'ready' is listed under 'succeeded' and under 'failed'; a status means one of them.")]
    [InlineData("max: PT2M", "max: §2 minutes", "LRO3007", "'2 minutes' is not an ISO 8601 duration, such as PT30S or PT2H.")]
    [InlineData("maxWaitTime: PT4H", "maxWaitTime: §4", "LRO3007", "'4' is not an ISO 8601 duration, such as PT30S or PT2H.")]
    [InlineData("min: PT1S", "min: §-PT1S", "LRO3007", "'-PT1S' is negative; a duration is not.")]
    [InlineData("min: PT1S, max: PT2M", "§min: PT3M, max: PT2M", "LRO3007", "The range is empty: 'min' is longer than 'max'.")]
    [InlineData("succeeded: [ready]", "§succeeded: []", "LRO3001", "A monitor names at least one status under 'succeeded'; without one no job would ever end.")]
    [InlineData("x-operation-monitor:\n        name: Running\n        id:", "x-operation-monitor:\n        §id:", "LRO3001", "'x-operation-monitor' needs 'name', what to call the job in code, as in 'name: Indexing'.")]
    [InlineData("x-operation-monitor:\n        name: Running\n        id: $request.path.job_id", "x-operation-monitor:\n        §name: Running", "LRO3001", "'x-operation-monitor' needs 'id', the parameter that takes the job's id, as in 'id: $request.path.job_id'.")]
    [InlineData("name: Running\n        id: $request.path.job_id\n        status: $response.body#/status", "§name: Running\n        id: $request.path.job_id", "LRO3001", "'x-operation-monitor' needs 'status', the place of the status in the answer, as in 'status: $response.body#/status'.")]
    [InlineData("name: Run\n        monitor: getJob", "§name: Run", "LRO3001", "'x-long-running-operation' needs 'monitor', the operation that reports on the job, as in 'monitor: getJob'.")]
    [InlineData("name: Run\n        monitor: getJob\n        id: $response.body#/_id", "§name: Run\n        monitor: getJob", "LRO3001", "'x-long-running-operation' needs 'id', the place of the job's id in the answer, as in 'id: $response.body#/id'.")]
    public void A_mistake_in_what_is_said_of_jobs_is_reported_at_its_place(string good, string bad, string id, string message)
    {
        string document = Documents.Jobs.ReplaceLineEndings("\n");
        Assert.Contains(good, document, StringComparison.Ordinal);
        SpecRun.Fails(document.Replace(good, bad, StringComparison.Ordinal), id, message);
    }

    [Fact]
    public void An_id_that_two_operations_share_names_neither() => SpecRun.Fails(
        Documents.Jobs.ReplaceLineEndings("\n")
            .Replace("monitor: getJob", "monitor: §getJob", StringComparison.Ordinal)
            .Replace("        list: { operation: listJobs, items: $response.body#/data, id: /_id, status: /status }\n", "", StringComparison.Ordinal)
            .Replace("operationId: listJobs", "operationId: getJob", StringComparison.Ordinal),
        "LRO3002",
        "'getJob' is the operationId of 2 operations, which were told apart as 'getJobJobs' (GET /jobs), 'getJobJobsByJobId' (GET /jobs/{job_id}); name one of these.");

    [Theory]
    [InlineData("name: Running", "name: Running\n        §faild: [failed]", "LRO3008", "'x-operation-monitor' has no key 'faild'; it is ignored. Did you mean 'failed'?")]
    public void A_key_without_effect_is_a_warning_and_the_client_is_made(string good, string bad, string id, string message)
    {
        string document = Documents.Jobs.ReplaceLineEndings("\n");
        Assert.Contains(good, document, StringComparison.Ordinal);
        string marked = document.Replace(good, bad, StringComparison.Ordinal);
        int at = marked.IndexOf('§', StringComparison.Ordinal);
        using SpecRun run = SpecRun.Of(marked.Remove(at, 1));

        int line = marked[..at].Count(static c => c == '\n') + 1;
        int column = at - marked.LastIndexOf('\n', at);
        Assert.Equal([$"{run.Input}({line},{column}): warning {id}: {message}"], run.Diagnostics.Select(static diagnostic => diagnostic.ToString()));
        Assert.True(File.Exists(run.LoweredPath));
    }

    [Fact]
    public void Every_mistake_is_reported_at_once_in_the_order_of_the_lines()
    {
        using SpecRun run = SpecRun.Of(Documents.Jobs
            .Replace("monitor: getJob", "monitor: getJub", StringComparison.Ordinal)
            .Replace("[ready]", "[redy]", StringComparison.Ordinal)
            .Replace("PT4H", "4h", StringComparison.Ordinal));
        Assert.Equal(["LRO3002", "LRO3004", "LRO3007"], run.Diagnostics.Select(static diagnostic => diagnostic.Id));
    }

    [Fact]
    public void A_status_schema_that_lists_nothing_accepts_any_status()
    {
        using SpecRun run = SpecRun.Succeed(Documents.Jobs.Replace(", x-extensible-enum: [waiting, ready, failed, dead]", "", StringComparison.Ordinal));
        Assert.Contains("Succeeded = new[] { \"ready\" }", SpecRun.Joined(run.Operation("/jobs/{job_id}", "get")), StringComparison.Ordinal);
    }

    [Fact]
    public void Monitor_and_start_become_attributes_with_member_paths()
    {
        using SpecRun run = SpecRun.Succeed(Documents.Jobs);
        Assert.Equal("StartsOperation(\"Run\", \"GetJobAsync\", \"Id\")", SpecRun.Joined(run.Operation("/jobs", "post")));
        Assert.Equal(
            "OperationMonitor(\"Running\", \"jobId\", \"Status\", Succeeded = new[] { \"ready\" }, Failed = new[] { \"failed\", \"dead\" }, "
            + "FailureReason = \"Error.Reason\", Percentage = \"Process.Percentage\", MinDelaySeconds = 1, MaxDelaySeconds = 120, MaxWaitTimeSeconds = 14400, "
            + "ListMethod = \"ListJobsAsync\", ListItems = \"Data\", ListId = \"Id\", ListStatus = \"Status\")",
            SpecRun.Joined(run.Operation("/jobs/{job_id}", "get")));
    }
}
