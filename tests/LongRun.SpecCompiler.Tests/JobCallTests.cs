namespace LongRun.SpecCompiler.Tests;

/// <summary>Operations that a monitor names for calls about a job of which only the id is known.</summary>
public sealed class JobCallTests
{
    private const string PathId = "parameters: [{ name: job_id, in: path, required: true, schema: { type: string } }]";

    [Theory]
    [InlineData("/jobs/{job_id}/cancel", PathId)]
    [InlineData("/jobs/{job}/cancel", "parameters: [{ name: job, in: path, required: true, schema: { type: string } }]")]
    [InlineData("/jobs/{job}/cancel", "parameters: [{ name: job, in: path, required: true, schema: { type: string } }, { name: why, in: query, schema: { type: string } }]")]
    [InlineData("/cancel", "parameters: [{ name: job_id, in: query, required: true, schema: { type: string } }]")]
    public void An_operation_that_takes_the_id_becomes_the_cancel_method(string path, string rest)
    {
        foreach (string key in new[] { "cancel: { operation: stopJob }", "cancel: stopJob" })
        {
            using SpecRun run = SpecRun.Succeed(With(key, path, rest));
            Assert.Contains(", CancelMethod = \"StopJobAsync\"", SpecRun.Joined(run.Operation("/jobs/{job_id}", "get")), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("result: $response.body#/error/reason", "Result = \"Error.Reason\"")]
    [InlineData("result: listJob", "ResultMethod = \"ListJobAsync\"")]
    [InlineData("result: { operation: listJob }", "ResultMethod = \"ListJobAsync\"")]
    public void A_result_is_a_part_of_the_answer_or_behind_an_operation(string key, string argument)
    {
        using SpecRun run = SpecRun.Succeed(With(key, "/jobs/{job_id}/cancel", PathId)
            .Replace("stopJob", "listJob", StringComparison.Ordinal)
            .Replace("'204': { description: Done. }", "'200': { description: Done., content: { application/json: { schema: { type: string } } } }", StringComparison.Ordinal));
        Assert.Contains(argument, SpecRun.Joined(run.Operation("/jobs/{job_id}", "get")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("result: §stopJob", "/jobs/{job_id}/cancel", PathId, "LRO3003", "'stopJob' cannot be called for a job: 'stopJob' has no answer of success with a body.")]
    [InlineData("result: §$response.body#/text", "/jobs/{job_id}/cancel", PathId, "LRO3003", "'$response.body#/text' does not resolve: there is no 'text' at '/': it has _id, error, process, status.")]
    [InlineData("cancel: { operation: §stopJobs }", "/jobs/{job_id}/cancel", PathId, "LRO3002", "There is no operation 'stopJobs'. Did you mean 'stopJob'?")]
    [InlineData("cancel: §{}", "/jobs/{job_id}/cancel", PathId, "LRO3001", "'cancel' needs 'operation'.")]
    [InlineData("cancel: { operation: §stopJob }", "/cancel", "parameters: []", "LRO3003", "'stopJob' cannot be called for a job: 'stopJob' has no parameter 'jobId', and not exactly one in its path, so nothing says which one takes the job's id.")]
    [InlineData("cancel: { operation: §stopJob }", "/{a}/{b}", "parameters: [{ name: a, in: path, required: true, schema: { type: string } }, { name: b, in: path, required: true, schema: { type: string } }]", "LRO3003", "'stopJob' cannot be called for a job: 'stopJob' has no parameter 'jobId', and not exactly one in its path, so nothing says which one takes the job's id.")]
    [InlineData("cancel: { operation: §stopJob }", "/{a}/{job_id}", "parameters: [{ name: a, in: path, required: true, schema: { type: string } }, { name: job_id, in: path, required: true, schema: { type: string } }]", "LRO3003", "'stopJob' cannot be called for a job: 'stopJob' needs 'a' too, and there is nothing but the job's id to give.")]
    [InlineData("cancel: { operation: §stopJob }", "/jobs/{job_id}/cancel", PathId + "\n      requestBody: { required: true, content: { application/json: { schema: { type: string } } } }", "LRO3003", "'stopJob' cannot be called for a job: 'stopJob' needs a body too, and there is nothing but the job's id to give.")]
    public void An_operation_that_cannot_be_called_with_the_id_alone_is_an_error(string key, string path, string rest, string id, string message) =>
        SpecRun.Fails(With(key, path, rest), id, message);

    private static string With(string key, string path, string rest) => Documents.Jobs.ReplaceLineEndings("\n")
        .Replace("        maxWaitTime: PT4H", $"        maxWaitTime: PT4H\n        {key}", StringComparison.Ordinal)
        .Replace("components:\n", $"  {path}:\n    post:\n      operationId: stopJob\n      {rest}\n      responses: {{ '204': {{ description: Done. }} }}\ncomponents:\n", StringComparison.Ordinal);
}
