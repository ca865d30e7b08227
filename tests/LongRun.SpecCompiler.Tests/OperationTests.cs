using System.Text.Json;

namespace LongRun.SpecCompiler.Tests;

public sealed class OperationTests
{
    private const string Thing = "responses: { '200': { description: It., content: { application/json: { schema: { $ref: '#/components/schemas/thing' } } } } }";

    [Theory]
    [InlineData("/a: { $ref: §'#/components/schemas/thing' }", "'#/components/schemas/thing' is one of the 'schemas', and cannot stand here.")]
    [InlineData("/a/{id}: { get: §{ operationId: a, responses: {} } }", "'/a/{id}' has a hole '{id}' that no path parameter fills.")]
    [InlineData("/a: { get: §{ operationId: a, parameters: [{ name: id, in: path, required: true, schema: { type: string } }], responses: {} } }", "GET /a has a path parameter 'id' that '/a' has no place for.")]
    [InlineData("/a: { get: { operationId: a, parameters: [{ name: s, in: query, style: §matrix, schema: { type: string } }], responses: {} } }", "The generated client cannot send 's' in the style 'matrix'.")]
    [InlineData("/a: { get: { operationId: a, parameters: [§{ name: s, in: query, content: {} }], responses: {} } }", "The parameter 's' has no 'schema', so that nobody knows what to send.")]
    [InlineData("/a: { get: { operationId: a, parameters: [§{ in: query, schema: {} }], responses: {} } }", "A parameter of GET /a has no 'name'.")]
    public void What_the_client_cannot_express_is_reported(string path, string message) =>
        SpecRun.Fails(Documents.Paths(path), "LRO3001", message);

    [Fact]
    public void A_document_that_names_no_server_gives_a_client_without_an_address()
    {
        using SpecRun run = SpecRun.Succeed(Documents.Paths("/a: { get: { operationId: a, responses: {} } }").Replace("https://paths.test", "/v1", StringComparison.Ordinal));
        Assert.False(run.Lowered.TryGetProperty("x-csharp-base-address", out _));
    }

    [Fact]
    public void A_parameter_shared_by_reference_is_named_for_each_operation()
    {
        using SpecRun run = SpecRun.Succeed(Documents.Paths(
            $$"""
            /a: { get: { operationId: a, parameters: [{ $ref: '#/components/parameters/page' }, { name: Page, in: query, schema: { type: integer } }], {{Thing}} } }
            /b: { get: { operationId: b, parameters: [{ name: Page, in: query, schema: { type: integer } }, { $ref: '#/components/parameters/page' }], {{Thing}} } }
            """,
            "parameters:\n  page: { name: page, in: query, schema: { type: integer, minimum: 1, maximum: 50, exclusiveMaximum: true } }"));
        Assert.Equal(["page", "page2"], Names(run, "/a"));
        Assert.Equal(["page", "page2"], Names(run, "/b"));
        Assert.Equal("NumberConstraint(Minimum = 1, Maximum = 50, MaximumIsExclusive = true)", SpecRun.Joined(run.Operation("/b", "get").GetProperty("parameters")[1]));
        Assert.False(run.Lowered.GetProperty("components").TryGetProperty("parameters", out _));
    }

    [Fact]
    public void Parameters_of_the_path_belong_to_each_operation_and_give_way_to_its_own()
    {
        using SpecRun run = SpecRun.Succeed(Documents.Paths(
            $$"""
            /a/{id}:
              parameters:
                - { name: id, in: path, required: true, schema: { type: string } }
                - { name: size, in: query, schema: { type: integer } }
              get: { operationId: a, parameters: [{ name: size, in: query, schema: { type: string } }, { name: id, in: query, schema: { type: string } }], {{Thing}} }
              delete: { operationId: b, {{Thing}} }
            """));
        Assert.Equal(["id", "size", "id2"], Names(run, "/a/{id}"));
        Assert.Equal("string", run.Operation("/a/{id}", "get").GetProperty("parameters")[1].GetProperty("schema").GetProperty("type").GetString());
        Assert.Equal(2, run.Operation("/a/{id}", "delete").GetProperty("parameters").GetArrayLength());
        Assert.False(run.Lowered.GetProperty("paths").GetProperty("/a/{id}").TryGetProperty("parameters", out _));
    }

    [Fact]
    public void Bodies_and_answers_by_reference_are_followed()
    {
        using SpecRun run = SpecRun.Succeed(Documents.Paths(
            """
            /a: { post: { operationId: a, requestBody: { $ref: '#/components/requestBodies/one' }, responses: { '201': { $ref: '#/components/responses/made' }, '400': { $ref: '#/components/responses/made' } } } }
            """,
            """
            requestBodies:
              one: { required: true, content: { application/json: { schema: { type: object, properties: { x: { type: integer } } } } } }
            responses:
              made: { description: Made., headers: { X-A: { schema: { type: string } } }, content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/kind' } } } } }
            """));
        JsonElement operation = run.Operation("/a", "post");
        Assert.Equal("One", operation.GetProperty("x-csharp-body").GetString());
        Assert.Equal("global::System.Collections.Generic.IReadOnlyList<Kind>", operation.GetProperty("x-csharp-result").GetString());
        Assert.Equal("request", operation.GetProperty("requestBody").GetProperty("x-name").GetString());
        Assert.Equal(["200"], operation.GetProperty("responses").EnumerateObject().Select(static response => response.Name));
        Assert.Contains("JsonSerializable(typeof(One))", run.Context, StringComparison.Ordinal);
        Assert.Contains("JsonSerializable(typeof(global::System.Collections.Generic.IReadOnlyList<Kind>))", run.Context, StringComparison.Ordinal);
    }

    [Fact]
    public void A_form_is_one_object_whose_parts_are_listed()
    {
        using SpecRun run = SpecRun.Succeed(Documents.Paths(
            """
            /a:
              post:
                operationId: send
                requestBody:
                  content:
                    multipart/form-data:
                      schema:
                        type: object
                        required: [video_file]
                        properties:
                          video_file: { type: string, format: binary }
                          kinds: { type: array, items: { $ref: '#/components/schemas/kind' } }
                          moods: { type: array, items: { type: string, x-extensible-enum: [good] } }
                responses: {}
            """));
        JsonElement operation = run.Operation("/a", "post");
        Assert.Equal(
            """[{"name":"video_file","member":"VideoFile","required":true,"kind":"file"},{"name":"kinds","member":"Kinds","required":false,"kind":"enums"},{"name":"moods","member":"Moods","required":false,"kind":"texts"}]""",
            JsonSerializer.Serialize(operation.GetProperty("x-csharp-form")));
        Assert.Equal("SendRequest", operation.GetProperty("x-csharp-body").GetString());
        Assert.Equal("global::LongRun.Http.FileParameter", run.Property("SendRequest", "video_file").GetProperty("x-csharp-type").GetString());
        Assert.DoesNotContain("SendRequest)", run.Context, StringComparison.Ordinal);
    }

    [Fact]
    public void Lists_in_a_query_are_repeated_unless_they_are_said_not_to_be()
    {
        using SpecRun run = SpecRun.Succeed(Documents.Paths(
            $$"""
            /a:
              get:
                operationId: a
                parameters:
                  - { name: one, in: query, schema: { type: array, items: { type: string } } }
                  - { name: two, in: query, explode: false, schema: { type: array, items: { $ref: '#/components/schemas/kind' } } }
                {{Thing}}
            """));
        JsonElement parameters = run.Operation("/a", "get").GetProperty("parameters");
        Assert.Equal("each", parameters[0].GetProperty("x-csharp-list").GetString());
        Assert.Equal("joined", parameters[1].GetProperty("x-csharp-list").GetString());
        Assert.True(parameters[1].GetProperty("x-csharp-closed-enum").GetBoolean());
    }

    private static IEnumerable<string?> Names(SpecRun run, string path) =>
        run.Operation(path, "get").GetProperty("parameters").EnumerateArray().Select(static parameter => parameter.GetProperty("x-originalName").GetString());
}
