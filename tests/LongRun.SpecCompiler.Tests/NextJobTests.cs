namespace LongRun.SpecCompiler.Tests;

/// <summary>Jobs that follow others.</summary>
public sealed class NextJobTests
{
    [Theory]
    [InlineData("{ start: createIndexing, with: { $request.body#/job_id: $response.body#/_id } }", "ThenMethod = \"CreateIndexingAsync\", ThenArguments = new[] { \"request.JobId=Id\" }")]
    [InlineData("{ start: createIndexing, with: { $request.path.index_id: $response.body#/error/reason, $request.query.job: $request.path.job_id } }", "ThenArguments = new[] { \"indexId=Error.Reason\", \"job=\" }")]
    [InlineData("{ start: createIndexing }", "ThenMethod = \"CreateIndexingAsync\", ")]
    [InlineData("getIndexing", "ThenMonitor = \"GetIndexingAsync\"")]
    public void The_next_job_becomes_arguments_of_the_monitor(string then, string argument)
    {
        using SpecRun run = SpecRun.Succeed(With(then));
        Assert.Contains(argument, SpecRun.Joined(run.Operation("/jobs/{job_id}", "get")), StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_job_is_a_part_of_is_named_by_its_parameter()
    {
        using SpecRun run = SpecRun.Succeed(With("{ start: createIndexing, with: { $request.body#/job_id: $request.path.job_id, $request.path.index_id: $request.path.box_id } }")
            .Replace("/jobs/{job_id}:", "/boxes/{box_id}/jobs/{job_id}:", StringComparison.Ordinal)
            .Replace("- { name: job_id, in: path", "- { name: box_id, in: path, required: true, schema: { type: string } }\n        - { name: job_id, in: path", StringComparison.Ordinal));
        Assert.Contains("ThenArguments = new[] { \"request.JobId=\", \"indexId=@boxId\" }", SpecRun.Joined(run.Operation("/boxes/{box_id}/jobs/{job_id}", "get")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("§getIndexings", "LRO3002", "There is no operation 'getIndexings'. Did you mean 'getIndexing'?")]
    [InlineData("§createIndexing", "LRO3002", "'createIndexing' has no x-operation-monitor, so it cannot report on the next job.")]
    [InlineData("{ start: §getIndexing }", "LRO3002", "'getIndexing' has no x-long-running-operation, so it cannot start the next job.")]
    [InlineData("§{ with: { $request.query.job: $response.body#/_id } }", "LRO3001", "'then' needs 'start', the operation that starts the next job.")]
    [InlineData("{ start: createIndexing, with: { §$request.body#/job: $response.body#/_id } }", "LRO3003", "'$request.body#/job' does not resolve: the body of 'createIndexing' has no 'job'. Did you mean 'job_id'?")]
    [InlineData("{ start: createIndexing, with: { §$request.query.jub: $response.body#/_id } }", "LRO3003", "'$request.query.jub' does not resolve: 'createIndexing' has no query parameter 'jub'. Did you mean 'job'?")]
    [InlineData("{ start: createIndexing, with: { §job_id: $response.body#/_id } }", "LRO3003", "'job_id' does not resolve: it has to name a parameter of the start or a member of its body, as '$request.body#/asset_id' does.")]
    [InlineData("{ start: createIndexing, with: { $request.query.job: §$response.body#/id } }", "LRO3003", "'$response.body#/id' does not resolve: there is no 'id' at '/': it has _id, error, process, status. Did you mean '_id'?")]
    public void A_mistake_is_reported_at_its_place(string then, string id, string message) => SpecRun.Fails(With(then), id, message);

    [Fact]
    public void An_object_in_place_of_an_expression_is_an_error_too()
    {
        using SpecRun run = SpecRun.Of(With("{ start: createIndexing, with: { $request.query.job: { a: b } } }"));
        Assert.Equal(["LRO3008", "LRO3003"], run.Diagnostics.Select(static diagnostic => diagnostic.Id));
    }

    private static string With(string then) => Documents.Jobs.ReplaceLineEndings("\n")
        .Replace("        maxWaitTime: PT4H\n", $"        maxWaitTime: PT4H\n        then: {then}\n", StringComparison.Ordinal)
        .Replace(
            "components:\n",
            """
              /indexes/{index_id}/indexings:
                post:
                  operationId: createIndexing
                  x-long-running-operation: { name: Index, monitor: getIndexing, id: $response.body#/_id }
                  parameters:
                    - { name: index_id, in: path, required: true, schema: { type: string } }
                    - { name: job, in: query, schema: { type: string } }
                  requestBody: { required: true, content: { application/json: { schema: { type: object, required: [job_id], properties: { job_id: { type: string }, size: { type: integer } } } } } }
                  responses:
                    '201': { description: Started., content: { application/json: { schema: { $ref: '#/components/schemas/job' } } } }
              /indexings/{id}:
                get:
                  operationId: getIndexing
                  x-operation-monitor: { name: Indexing, id: $request.path.id, status: $response.body#/status, succeeded: ready, failed: failed }
                  parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
                  responses:
                    '200': { description: The job., content: { application/json: { schema: { $ref: '#/components/schemas/job' } } } }
            components:

            """,
            StringComparison.Ordinal);
}
