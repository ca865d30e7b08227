namespace LongRun.SpecCompiler.Tests;

/// <summary>Jobs that are known by the URL of their status, and results by theirs.</summary>
public sealed class FollowedUrlTests
{
    private const string Start = "statusUrl: $response.header.Operation-Location";

    [Fact]
    public void A_status_url_takes_the_place_of_the_parameters_that_make_up_the_path()
    {
        using SpecRun run = SpecRun.Succeed(With(Start));

        Assert.Equal("StartsOperation(\"Run\", \"GetJobAsync\", \"Url.AbsoluteUri\")", SpecRun.Joined(run.Operation("/jobs", "post")));
        Assert.Equal("global::LongRun.Http.OperationLocation", run.Operation("/jobs", "post").GetProperty("x-csharp-result").GetString());
        Assert.StartsWith("OperationMonitor(\"Running\", \"statusUrl\", \"Status\"", SpecRun.Joined(run.Operation("/jobs/{job_id}", "get")), StringComparison.Ordinal);
        Assert.Equal(["statusUrl"], run.Operation("/jobs/{job_id}", "get").GetProperty("parameters").EnumerateArray().Select(static parameter => parameter.GetProperty("x-originalName").GetString()!));
    }

    [Fact]
    public void A_monitor_that_is_followed_needs_no_id() =>
        SpecRun.Succeed(With(Start).Replace("        id: $request.path.job_id\n", "", StringComparison.Ordinal)).Dispose();

    [Theory]
    [InlineData("id: $response.body#/_id }", "ResultMethod = \"GetTextAsync\", ResultId = \"Id\"", "textId")]
    [InlineData("url: $response.body#/error/link }", "ResultMethod = \"GetTextAsync\", ResultId = \"Error.Link.OriginalString\"", "resultUrl")]
    public void A_result_may_be_behind_another_id_or_a_url(string place, string argument, string parameter)
    {
        using SpecRun run = SpecRun.Succeed(Documents.Jobs.ReplaceLineEndings("\n")
            .Replace("        maxWaitTime: PT4H\n", "        maxWaitTime: PT4H\n        result: { operation: getText, " + place + "\n", StringComparison.Ordinal)
            .Replace("reason: { type: string }", "reason: { type: string }, link: { type: string, format: uri }", StringComparison.Ordinal)
            .Replace("components:\n", Text + "components:\n", StringComparison.Ordinal));

        Assert.Contains(argument, SpecRun.Joined(run.Operation("/jobs/{job_id}", "get")), StringComparison.Ordinal);
        Assert.Equal([parameter], run.Operation("/texts/{text_id}", "get").GetProperty("parameters").EnumerateArray().Select(static p => p.GetProperty("x-originalName").GetString()!));
    }

    [Theory]
    [InlineData("statusUrl: §$response.body#/url", "LRO3003", "'$response.body#/url' does not resolve: it has to name a header of the answer, as '$response.header.Operation-Location' does.")]
    [InlineData("statusUrl: §Operation-Location", "LRO3003", "'Operation-Location' does not resolve: it has to name a header of the answer, as '$response.header.Operation-Location' does.")]
    [InlineData(Start + "\n        §id: $response.body#/_id", "LRO3001", "'statusUrl' takes the place of 'id'; keep one of them.")]
    public void A_mistake_is_reported_at_its_place(string keys, string id, string message) => SpecRun.Fails(With(keys), id, message);

    [Fact]
    public void An_object_in_place_of_an_expression_is_an_error_too()
    {
        using SpecRun run = SpecRun.Of(With("statusUrl: { header: x }"));
        Assert.Equal(["LRO3008", "LRO3003"], run.Diagnostics.Select(static diagnostic => diagnostic.Id));
    }

    [Fact]
    public void A_header_is_looked_for_among_those_that_the_answer_lists() => SpecRun.Fails(
        With("statusUrl: §$response.header.Operation-Locatoin").Replace("description: Started.,", "description: Started., headers: { Operation-Location: { schema: { type: string } } },", StringComparison.Ordinal),
        "LRO3003",
        "'$response.header.Operation-Locatoin' does not resolve: the answer of 'createJob' lists no header 'Operation-Locatoin'. Did you mean 'Operation-Location'?");

    [Fact]
    public void Starts_of_one_monitor_know_their_jobs_alike() => SpecRun.Fails(
        With(Start).Replace(
            "  /jobs/{job_id}:\n",
            """
              /urgent:
                post:
                  operationId: createUrgent
                  x-long-running-operation:
                    name: Hurry
                    monitor: getJob
                    §id: $response.body#/_id
                  responses:
                    '201': { description: Started., content: { application/json: { schema: { $ref: '#/components/schemas/job' } } } }
              /jobs/{job_id}:

            """,
            StringComparison.Ordinal),
        "LRO3001",
        "Another start gives 'getJob' the URL of a status, so this one needs a 'statusUrl' too.");

    [Fact]
    public void A_cancel_at_another_path_has_no_effect_and_the_client_is_made()
    {
        using SpecRun run = SpecRun.Of(With(Start)
            .Replace("        maxWaitTime: PT4H\n", "        maxWaitTime: PT4H\n        cancel: { operation: getText }\n", StringComparison.Ordinal)
            .Replace("components:\n", Text + "components:\n", StringComparison.Ordinal));

        Assert.Equal(
            ["warning LRO3009: Of a job only the URL of its status is known, and 'getText' has another path: 'cancel' has no effect. Call the operation itself."],
            run.Diagnostics.Select(static diagnostic => diagnostic.ToString()[(diagnostic.ToString().IndexOf("): ", StringComparison.Ordinal) + 3)..]));
        Assert.DoesNotContain("CancelMethod", SpecRun.Joined(run.Operation("/jobs/{job_id}", "get")), StringComparison.Ordinal);
    }

    private const string Text = """
          /texts/{text_id}:
            get:
              operationId: getText
              parameters: [{ name: text_id, in: path, required: true, schema: { type: string } }]
              responses:
                '200': { description: A text., content: { application/json: { schema: { type: string } } } }

        """;

    private static string With(string keys) => Documents.Jobs.ReplaceLineEndings("\n").Replace("        id: $response.body#/_id\n", $"        {keys}\n", StringComparison.Ordinal);
}
