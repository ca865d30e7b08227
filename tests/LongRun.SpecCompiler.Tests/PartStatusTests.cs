namespace LongRun.SpecCompiler.Tests;

/// <summary>A job without a status of its own: each item of a list has one.</summary>
public sealed class PartStatusTests
{
    private const string Imports = """
        openapi: 3.0.3
        info: { title: Imports, version: '1' }
        servers: [{ url: https://imports.test }]
        paths:
          /imports/{id}:
            get:
              operationId: getImport
              x-operation-monitor:
                name: Importing
                id: $request.path.id
                status: $response.body#/parts/*/status
                succeeded: [ready]
                failed: [failed]
                failureReason: $response.body#/parts/*/error/message
              parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
              responses:
                '200': { description: The import., content: { application/json: { schema: { $ref: '#/components/schemas/import' } } } }
        components:
          schemas:
            import:
              type: object
              properties:
                parts: { $ref: '#/components/schemas/parts' }
                label: { type: string }
                groups: { type: array, items: { type: object, properties: { parts: { $ref: '#/components/schemas/parts' } } } }
            parts: { type: array, items: { $ref: '#/components/schemas/part' } }
            part:
              type: object
              properties:
                status: { type: string, enum: [running, ready, failed] }
                error: { type: object, properties: { message: { type: string } } }

        """;

    [Fact]
    public void A_star_stands_for_each_item()
    {
        using SpecRun run = SpecRun.Succeed(Imports);
        string attribute = SpecRun.Joined(run.Operation("/imports/{id}", "get"));
        Assert.StartsWith("OperationMonitor(\"Importing\", \"id\", \"Parts[].Status\", ", attribute, StringComparison.Ordinal);
        Assert.Contains("FailureReason = \"Parts[].Error.Message\"", attribute, StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_of_statuses_has_no_more_to_it()
    {
        using SpecRun run = SpecRun.Succeed(Imports
            .Replace("status: $response.body#/parts/*/status", "status: $response.body#/states/*", StringComparison.Ordinal)
            .Replace("        failureReason: $response.body#/parts/*/error/message\n", "", StringComparison.Ordinal)
            .Replace("label: {", "states: { type: array, items: { type: string } }\n        label: {", StringComparison.Ordinal));
        Assert.Contains("\"States[]\"", SpecRun.Joined(run.Operation("/imports/{id}", "get")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_member_of_that_name_is_a_member()
    {
        using SpecRun run = SpecRun.Succeed(Imports
            .Replace("parts/*/status", "*", StringComparison.Ordinal)
            .Replace("        failureReason: $response.body#/parts/*/error/message\n", "", StringComparison.Ordinal)
            .Replace("label: {", "'*': {", StringComparison.Ordinal));
        Assert.Contains("\"id\", \"Value\"", SpecRun.Joined(run.Operation("/imports/{id}", "get")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("status: $response.body#/parts/*/status", "status: §$response.body#/parts/status", "'$response.body#/parts/status' does not resolve: '/parts' is a list. '*' stands for each of its items, as in '/parts/*/status'.")]
    [InlineData("status: $response.body#/parts/*/status", "status: §$response.body#/label/*/status", "'$response.body#/label/*/status' does not resolve: '*' stands for each item of a list, and there is no list before it.")]
    [InlineData("status: $response.body#/parts/*/status", "status: §$response.body#/groups/*/parts/*/status", "'$response.body#/groups/*/parts/*/status' does not resolve: there is more than one '*' in it; a status is that of the items of one list.")]
    [InlineData("status: $response.body#/parts/*/status", "status: §$response.body#/parts/*/state", "'$response.body#/parts/*/state' does not resolve: there is no 'state' at '/parts/*': it has error, status. Did you mean 'status'?")]
    [InlineData("failed: [failed]", "failed: [failed]\n        progress: { percent: §$response.body#/parts/*/error }", "'$response.body#/parts/*/error' does not resolve: '*' stands for each item of a list, which only the 'status' of a monitor and its 'failureReason' can be of.")]
    public void What_leads_nowhere_is_said_at_its_place(string good, string bad, string message)
    {
        string document = Imports.ReplaceLineEndings("\n");
        Assert.Contains(good, document, StringComparison.Ordinal);
        document = document.Replace(good, bad, StringComparison.Ordinal);
        if (bad.StartsWith("status", StringComparison.Ordinal))
        {
            document = document.Replace("        failureReason: $response.body#/parts/*/error/message\n", "", StringComparison.Ordinal);
        }

        SpecRun.Fails(document, "LRO3003", message);
    }

    [Fact]
    public void An_ending_that_the_items_do_not_list_is_said_too() => SpecRun.Fails(
        Imports.Replace("succeeded: [ready]", "succeeded: [§redy]", StringComparison.Ordinal),
        "LRO3004",
        "'redy' is not a status of PartStatus; did you mean 'ready'?");
}
