namespace LongRun.SpecCompiler.Tests;

public sealed class JobRecognitionTests
{
    private const string Transcripts = """
        /transcripts:
          post:
            operationId: createTranscript
            requestBody: { content: { application/json: { schema: { type: object, properties: { audio_url: { type: string } } } } } }
            responses: { '200': { description: Queued., content: { application/json: { schema: { $ref: '#/components/schemas/transcript' } } } } }
        /transcripts/{id}:
          get:
            operationId: getTranscript
            parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
            responses: { '200': { description: It., content: { application/json: { schema: { $ref: '#/components/schemas/transcript' } } } } }
        """;

    private const string Transcript = """
          transcript:
            type: object
            required: [id, status]
            properties:
              id: { type: string }
              status: { type: string, enum: [queued, processing, completed, error] }
              audio_url: { type: string, nullable: true }
              text: { type: string, nullable: true }
              error: { type: string, nullable: true }
              percent_complete: { type: number }
        """;

    [Fact]
    public void A_job_that_nobody_can_wait_for_is_pointed_out_with_what_to_write()
    {
        string document = Documents.Paths(Transcripts, Transcript).ReplaceLineEndings("\n");
        SpecRun.Says(
            document.Replace("      operationId: getTranscript", "      §operationId: getTranscript", StringComparison.Ordinal),
            "info",
            "LRO3010",
            "GET /transcripts/{id} looks like the status of a job (queued, processing, completed, error), and nothing can wait for it. If it is one, write here, or in an overlay, "
            + "'x-operation-monitor: { name: Transcript, id: $request.path.id, status: $response.body#/status, succeeded: [completed], failed: [error], failureReason: $response.body#/error, "
            + "progress: { percent: $response.body#/percent_complete }, delay: { min: PT1S, max: PT1M }, maxWaitTime: PT1H }', "
            + "on POST /transcripts 'x-long-running-operation: { name: CreateTranscript, monitor: getTranscript, id: $response.body#/id }'. 'dotnet build -t:SuggestOperations' writes an overlay with all of it.");
    }

    [Fact]
    public void What_the_message_says_to_write_compiles_and_is_not_said_again()
    {
        string document = Documents.Paths(Transcripts, Transcript).ReplaceLineEndings("\n")
            .Replace("operationId: getTranscript", "operationId: getTranscript\n      x-operation-monitor: { name: Transcript, id: $request.path.id, status: $response.body#/status, succeeded: [completed], failed: [error], failureReason: $response.body#/error, progress: { percent: $response.body#/percent_complete }, delay: { min: PT1S, max: PT1M }, maxWaitTime: PT1H }", StringComparison.Ordinal)
            .Replace("operationId: createTranscript", "operationId: createTranscript\n      x-long-running-operation: { name: CreateTranscript, monitor: getTranscript, id: $response.body#/id }", StringComparison.Ordinal);
        using SpecRun run = SpecRun.Succeed(document);
        Assert.Contains("StartsOperation(\"CreateTranscript\", \"GetTranscriptAsync\", \"Id\")", SpecRun.Joined(run.Operation("/transcripts", "post")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("enum: [active, archived]")]
    [InlineData("enum: [open, in_progress, done, canceled]")]
    [InlineData("enum: [draft, published, deleted]")]
    [InlineData("enum: [pending, shipped, delivered, cancelled]")]
    [InlineData("enum: [queued, processing, error]")]
    [InlineData("enum: [succeeded, failed]")]
    [InlineData("description: How far it is.")]
    public void A_status_of_another_kind_is_no_job(string status) =>
        SpecRun.Succeed(Documents.Paths(Transcripts, Transcript.Replace("enum: [queued, processing, completed, error]", status, StringComparison.Ordinal))).Dispose();

    [Theory]
    [InlineData("enum: [COMPLETED, FAILED, IN_PROGRESS]")]
    [InlineData("enum: [starting, processing, succeeded, failed, canceled]")]
    [InlineData("enum: [notStarted, running, succeeded]")]
    [InlineData("x-extensible-enum: [waiting, ready, failed]")]
    [InlineData("description: 'One of `queued`, `completed` or `failed`.'")]
    public void A_status_with_endings_is_that_of_a_job(string status)
    {
        using SpecRun run = SpecRun.Of(Documents.Paths(Transcripts, Transcript.Replace("enum: [queued, processing, completed, error]", status, StringComparison.Ordinal)));
        Assert.Equal(["LRO3010"], run.Diagnostics.Select(static diagnostic => diagnostic.Id));
    }

    [Theory]
    [InlineData("/transcripts:\n  post:", "/other:\n  post:", "The answer of a call elsewhere that holds another kind of id.", "#/components/schemas/thing")]
    [InlineData("responses: { '200': { description: Queued., content: { application/json: { schema: { $ref: '#/components/schemas/transcript' } } } } }", "responses: { '204': { description: Queued. } }", "No id.", null)]
    [InlineData("    parameters: [{ name: id, in: path, required: true, schema: { type: string } }]", "    parameters: [{ name: id, in: path, required: true, schema: { type: string } }, { name: region, in: query, required: true, schema: { type: string } }]", "More than an id is needed.", null)]
    [InlineData("/transcripts/{id}:\n", "/transcripts/{id}:\n  patch: { operationId: change, parameters: [{ name: id, in: path, required: true, schema: { type: string } }], requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/transcript' } } } }, responses: { '204': { description: Done. } } }\n", "Callers set the status.", null)]
    public void A_call_that_nothing_starts_or_that_needs_more_than_an_id_is_no_job(string good, string bad, string why, string? answer)
    {
        string paths = Transcripts.ReplaceLineEndings("\n");
        Assert.Contains(good, paths, StringComparison.Ordinal);
        paths = paths.Replace(good, bad, StringComparison.Ordinal);
        if (answer is not null)
        {
            int first = paths.IndexOf("#/components/schemas/transcript", StringComparison.Ordinal);
            paths = paths.Remove(first, "#/components/schemas/transcript".Length).Insert(first, answer);
        }

        using SpecRun run = SpecRun.Of(Documents.Paths(paths, Transcript));
        Assert.True(run.Diagnostics.Count == 0, $"{why} {string.Join('\n', run.Diagnostics)}");
    }

    [Fact]
    public void A_start_elsewhere_is_known_by_the_name_of_the_id_and_a_call_about_a_job_is_no_start()
    {
        using SpecRun run = SpecRun.Of(Documents.Paths(
            """
            /render:
              post: { operationId: render, responses: { '202': { description: A., content: { application/json: { schema: { type: object, properties: { job_id: { type: string } } } } } } } }
            /publish:
              post:
                operationId: publish
                requestBody: { content: { application/json: { schema: { type: object, properties: { job_id: { type: string } } } } } }
                responses: { '200': { description: A., content: { application/json: { schema: { type: object, properties: { job_id: { type: string } } } } } } }
            /jobs/{job_id}:
              parameters: [{ name: job_id, in: path, required: true, schema: { type: string } }]
              get: { operationId: getJob, responses: { '200': { description: A., content: { application/json: { schema: { $ref: '#/components/schemas/job' } } } } } }
            /jobs/{job_id}/status:
              parameters: [{ name: job_id, in: path, required: true, schema: { type: string } }]
              get: { operationId: getJobStatus, responses: { '200': { description: A., content: { application/json: { schema: { $ref: '#/components/schemas/job' } } } } } }
            /jobs/{job_id}/cancel:
              parameters: [{ name: job_id, in: path, required: true, schema: { type: string } }]
              post: { operationId: cancelJob, responses: { '200': { description: A., content: { application/json: { schema: { $ref: '#/components/schemas/job' } } } } } }
            """,
            "  job: { type: object, properties: { data: { type: object, properties: { state: { type: string, enum: [queued, finished, failed] }, failure: { type: object, properties: { reason: { type: string } } } } } } }"));
        string message = Assert.Single(run.Diagnostics).Message;
        Assert.StartsWith("GET /jobs/{job_id} looks", message, StringComparison.Ordinal);
        Assert.Contains("status: $response.body#/data/state, succeeded: [finished], failed: [failed], failureReason: $response.body#/data/failure/reason,", message, StringComparison.Ordinal);
        Assert.Contains("cancel: { operation: cancelJob } }', on POST /render 'x-long-running-operation: { name: Render, monitor: getJob, id: $response.body#/job_id }'. ", message, StringComparison.Ordinal);
        Assert.DoesNotContain("publish", message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_said_of_a_failure_is_its_reason_and_no_result()
    {
        using var run = new SpecRun(Documents.Paths(Transcripts, "  transcript: { type: object, properties: { id: { type: string }, status: { type: string, enum: [queued, completed, failed] }, failure: { type: string, enum: [download, other] }, failure_detail: { type: string, nullable: true }, completed_on: { type: string, nullable: true } } }"));
        string overlay = run.Input + ".overlay.yaml";
        SpecCompilation.Run(new CompilerOptions(run.Input, "", "", "", "") { Suggest = overlay });
        string text = File.ReadAllText(overlay);
        Assert.Contains("failureReason: $response.body#/failure_detail\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("x-available-when", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_suggested_overlay_declares_every_job_and_is_never_written_over()
    {
        using var run = new SpecRun(Documents.Paths(Transcripts, Transcript));
        string overlay = run.Input + ".overlay.yaml";
        var options = new CompilerOptions(run.Input, "", "", "", "") { Suggest = overlay };
        Assert.Equal([$"{overlay}(1,1): info LRO3010: Written, with Transcript (GET /transcripts/{{id}}). Check it, and name it under 'Overlays' of the OpenApiClient item."], SpecCompilation.Run(options).Select(static diagnostic => diagnostic.ToString()));
        Assert.Equal(
            """
            # What looks like a long-running job in api.yaml. It was recognised by its shape alone: check each line,
            # above all the statuses and the times, which no document tells, and delete what is no job. To use it:
            #   <OpenApiClient Include="api.yaml" Overlays="api.yaml.overlay.yaml" … />
            overlay: 1.0.0
            info:
              title: 'Long-running operations of Paths'
              version: 0.1.0
            actions:

              # GET /transcripts/{id}: queued, processing, completed, error
              - target: "$.paths['/transcripts/{id}'].get"
                update:
                  x-operation-monitor:
                    name: Transcript   # → TranscriptOperation and ResumeTranscript; what the job does reads best
                    id: $request.path.id
                    status: $response.body#/status
                    succeeded: [completed]   # still running: queued, processing
                    failed: [error]
                    failureReason: $response.body#/error
                    progress: { percent: $response.body#/percent_complete }   # percent has to go from 0 to 100
                    delay: { min: PT1S, max: PT1M }   # bounds between two polls
                    maxWaitTime: PT1H   # how long may it take?
              - target: "$.paths['/transcripts'].post"
                update:
                  x-long-running-operation:
                    name: CreateTranscript   # → StartCreateTranscriptAsync and CreateTranscriptAndWaitAsync; a verb reads best
                    monitor: getTranscript
                    id: $response.body#/id
              # Is 'text' there after success only? Then reading it before is a mistake that the analyzer tells of.
              - target: '$.components.schemas.transcript.properties.text'
                update:
                  x-available-when: succeeded

            """.ReplaceLineEndings("\n"),
            File.ReadAllText(overlay));

        File.WriteAllText(overlay, "mine");
        Assert.Equal([$"{overlay}(1,1): warning LRO3010: The overlay is there already and was left as it is; rename or delete it to get a new one."], SpecCompilation.Run(options).Select(static diagnostic => diagnostic.ToString()));
        Assert.Equal("mine", File.ReadAllText(overlay));
    }

    [Theory]
    [InlineData("required: [id, status]", "id: $response.body#/id\n")]
    [InlineData("required: [status]", "id: $response.body#/id   # the document does not require it in that answer; a start that gives none throws\n")]
    [InlineData("allOf: [{ required: [status] }, { required: [id] }]", "id: $response.body#/id\n")]
    public void A_suggestion_says_that_the_id_of_a_job_may_be_absent(string required, string expected)
    {
        using var run = new SpecRun(Documents.Paths(Transcripts, Transcript.Replace("required: [id, status]", required, StringComparison.Ordinal)));
        string overlay = run.Input + ".overlay.yaml";
        SpecCompilation.Run(new CompilerOptions(run.Input, "", "", "", "") { Suggest = overlay });
        Assert.Contains(expected, File.ReadAllText(overlay), StringComparison.Ordinal);
    }

    [Fact]
    public void A_document_without_jobs_gets_no_overlay()
    {
        using var run = new SpecRun(Documents.Jobs);
        string overlay = run.Input + ".overlay.yaml";
        Assert.Equal(
            [$"{run.Input}(1,1): info LRO3010: Nothing looks like a job that no monitor watches, so no overlay was written."],
            SpecCompilation.Run(new CompilerOptions(run.Input, "", "", "", "") { Suggest = overlay }).Select(static diagnostic => diagnostic.ToString()));
        Assert.False(File.Exists(overlay));
    }
}
