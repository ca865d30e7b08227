namespace LongRun.SpecCompiler.Tests;

/// <summary>Extensions of others that say some of what our vocabulary says.</summary>
public sealed class AliasTests
{
    private const string Example = """
        /example/{id}:
          get:
            operationId: getExample
            x-speakeasy-polling:
              - name: WaitForCompleted
                intervalSeconds: 5
                limitCount: 120
                failureCriteria:
                  - condition: $statusCode == 200
                  - condition: $response.body#/status == "errored"
                successCriteria:
                  - condition: $statusCode == 200
                  - condition: $response.body#/status == "completed"
            parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
            responses: { '200': { description: It., content: { application/json: { schema: { $ref: '#/components/schemas/example' } } } } }
        """;

    private const string ExampleSchema = "  example: { type: object, required: [status], properties: { status: { type: string, enum: [completed, errored, pending, running] }, output: { type: string } } }";

    [Fact]
    public void Ways_to_poll_become_a_monitor()
    {
        using SpecRun run = SpecRun.Succeed(Documents.Paths(Example, ExampleSchema));
        Assert.Equal(
            "OperationMonitor(\"Example\", \"id\", \"Status\", Succeeded = new[] { \"completed\" }, Failed = new[] { \"errored\" }, MinDelaySeconds = 5, MaxDelaySeconds = 5, MaxWaitTimeSeconds = 600)",
            SpecRun.Joined(run.Operation("/example/{id}", "get")));
    }

    [Theory]
    [InlineData("condition: $response.body#/status == \"completed\"", "type: regex\n            context: $response.body#/status\n            condition: ^(completed|running)$", "Succeeded = new[] { \"completed\", \"running\" }")]
    [InlineData("condition: $response.body#/status == \"completed\"", "condition: $response.body#/status == 'completed'", "Succeeded = new[] { \"completed\" }")]
    [InlineData("name: WaitForCompleted", "name: Rendering", "OperationMonitor(\"Rendering\"")]
    public void What_can_be_said_in_another_way_is(string good, string bad, string expected)
    {
        string paths = Example.ReplaceLineEndings("\n");
        Assert.Contains(good, paths, StringComparison.Ordinal);
        using SpecRun run = SpecRun.Succeed(Documents.Paths(paths.Replace(good, bad, StringComparison.Ordinal), ExampleSchema));
        Assert.Contains(expected, SpecRun.Joined(run.Operation("/example/{id}", "get")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("limitCount: 120", "§delaySeconds: 1", "'delaySeconds' has no counterpart; the first look comes after the usual pause")]
    [InlineData("limitCount: 120", "limitCount: §many", "'limitCount' is no number of this size; it is left out")]
    [InlineData("          - condition: $response.body#/status == \"completed\"", "          - condition: $response.body#/status == \"completed\"\n          - condition: §$response.body#/output != \"\"", "'$response.body#/output != \"\"' is no list of values at the one place of the status; it is left out")]
    [InlineData("    parameters:", "      §- name: WaitForRunning\n        successCriteria: [{ condition: $response.body#/status == \"running\" }]\n    parameters:", "an operation has one monitor, and 'WaitForRunning' is not the first way to poll it; it is left out")]
    public void What_cannot_be_said_is_a_warning_at_its_place(string good, string bad, string what)
    {
        string paths = Example.ReplaceLineEndings("\n");
        Assert.Contains(good, paths, StringComparison.Ordinal);
        string marked = paths.Replace(good, bad.Replace("§- ", "- §", StringComparison.Ordinal), StringComparison.Ordinal);
        SpecRun.Says(Documents.Paths(marked, ExampleSchema), "warning", "LRO3009", $"Of 'x-speakeasy-polling' not all can be translated: {what}.");
    }

    [Theory]
    [InlineData("- condition: $response.body#/status == \"completed\"", "- condition: $statusCode == 201")]
    [InlineData("$response.body#/status == \"errored\"", "$response.body#/status == \"gone\"")]
    public void A_mistake_in_it_is_found_at_its_place(string good, string bad)
    {
        using SpecRun run = SpecRun.Of(Documents.Paths(Example.Replace(good, bad, StringComparison.Ordinal), ExampleSchema));
        Assert.Contains(run.Diagnostics, static diagnostic => diagnostic.Id is "LRO3009" or "LRO3004" && diagnostic.Position.Line is >= 9 and < 21);
    }

    [Fact]
    public void A_monitor_of_ours_beside_it_wins()
    {
        string paths = Example.ReplaceLineEndings("\n").Replace("    x-speakeasy-polling:", "    x-operation-monitor: { name: Mine, id: $request.path.id, status: $response.body#/status, succeeded: [completed], failed: [errored] }\n    x-speakeasy-polling:", StringComparison.Ordinal);
        using SpecRun run = SpecRun.Succeed(Documents.Paths(paths, ExampleSchema));
        Assert.StartsWith("OperationMonitor(\"Mine\"", SpecRun.Joined(run.Operation("/example/{id}", "get")), StringComparison.Ordinal);
    }

    private const string Analyses = """
        /analyses:
          post:
            operationId: analyze
            x-ms-long-running-operation: true
            x-ms-long-running-operation-options: { final-state-via: operation-location }
            responses: { '202': { description: Accepted., headers: { Operation-Location: { schema: { type: string } } }, content: { application/json: { schema: { $ref: '#/components/schemas/run' } } } } }
        /analyses/{analysisId}:
          get:
            operationId: getAnalysis
            parameters: [{ name: analysisId, in: path, required: true, schema: { type: string } }]
            responses: { '200': { description: It., content: { application/json: { schema: { $ref: '#/components/schemas/run' } } } } }
        """;

    private const string Run = "  run: { type: object, required: [id, status], properties: { id: { type: string }, status: { type: string, x-extensible-enum: [NotStarted, Running, Succeeded, Failed, Canceled] }, error: { type: object, properties: { code: { type: string }, message: { type: string } } } } }";

    [Fact]
    public void A_long_running_operation_becomes_a_start_that_is_followed_by_its_header_and_a_monitor()
    {
        using SpecRun run = SpecRun.Succeed(Documents.Paths(Analyses, Run));
        Assert.Contains("StartsOperation(\"Analyze\", \"GetAnalysisAsync\", \"Url.AbsoluteUri\")", SpecRun.Joined(run.Operation("/analyses", "post")), StringComparison.Ordinal);
    }

    [Fact]
    public void One_that_declares_no_header_is_followed_by_the_id_in_its_answer()
    {
        using SpecRun run = SpecRun.Succeed(Documents.Paths(Analyses.Replace(" headers: { Operation-Location: { schema: { type: string } } },", "", StringComparison.Ordinal), Run));
        Assert.Equal("StartsOperation(\"Analyze\", \"GetAnalysisAsync\", \"Id\")", SpecRun.Joined(run.Operation("/analyses", "post")));
        Assert.Equal(
            "OperationMonitor(\"Analysis\", \"analysisId\", \"Status\", Succeeded = new[] { \"Succeeded\" }, Failed = new[] { \"Failed\", \"Canceled\" }, FailureReason = \"Error.Message\")",
            SpecRun.Joined(run.Operation("/analyses/{analysisId}", "get")));
    }

    [Theory]
    [InlineData("final-state-via: operation-location", "§final-state-via: location", "the result lies at the address in the header 'Location', and a wait gives the status answer; fetch the result with a call of its own")]
    [InlineData("final-state-via: operation-location", "§final-state-via: original-uri", "the result lies at the address of the resource itself, and a wait gives the status answer; fetch the result with a call of its own")]
    [InlineData("final-state-via: operation-location", "§final-state-schema: '#/definitions/x'", "'final-state-schema' has no counterpart; it is left out")]
    public void What_its_options_say_beyond_is_a_warning_at_its_place(string good, string bad, string what) =>
        SpecRun.Says(Documents.Paths(Analyses.Replace(good, bad, StringComparison.Ordinal), Run), "warning", "LRO3009", $"Of 'x-ms-long-running-operation' not all can be translated: {what}.");

    [Fact]
    public void One_that_no_operation_reports_on_is_a_warning() => SpecRun.Says(
        Documents.Paths(
            """
            /analyses:
              post:
                operationId: analyze
                §x-ms-long-running-operation: true
                responses: { '202': { description: Accepted., headers: { Operation-Location: { schema: { type: string } } } } }
            """),
        "warning",
        "LRO3009",
        "Of 'x-ms-long-running-operation' not all can be translated: no operation of the document reports a status, so nothing can wait for POST /analyses; describe the one behind 'Operation-Location'.");

    [Fact]
    public void One_that_says_nothing_of_its_status_is_a_warning() => SpecRun.Says(
        Documents.Paths("/analyses: { post: { operationId: analyze, §x-ms-long-running-operation: true, responses: { '202': { description: Accepted. } } } }"),
        "warning",
        "LRO3009",
        "Of 'x-ms-long-running-operation' not all can be translated: the answer of POST /analyses declares no header 'Operation-Location' and holds no id that an operation with a status takes, so nothing can wait for it.");

    [Fact]
    public void One_that_is_false_says_nothing() =>
        SpecRun.Succeed(Documents.Paths("/analyses: { post: { operationId: analyze, x-ms-long-running-operation: false, responses: { '202': { description: Accepted. } } } }")).Dispose();
}
