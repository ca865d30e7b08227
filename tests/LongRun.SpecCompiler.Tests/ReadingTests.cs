using System.Text;
using LongRun.SpecCompiler.Diagnostics;

namespace LongRun.SpecCompiler.Tests;

public sealed class ReadingTests
{
    [Theory]
    [InlineData("§", "The document is empty.")]
    [InlineData("§just text\n", "The document is not an OpenAPI document: its root is not an object.")]
    [InlineData("§- a\n- b\n", "The document is not an OpenAPI document: its root is not an object.")]
    [InlineData("§title: x\npaths: {}\n", "The document does not say which OpenAPI version it is; add 'openapi: 3.1.0', or the one of 3.0, 3.1 and 3.2 that it is written in.")]
    [InlineData("§swagger: '2.0'\npaths: {}\n", "Swagger 2.0 is not supported; convert the document to OpenAPI 3.0, 3.1 or 3.2.")]
    [InlineData("openapi: §4.0.0\npaths: {}\n", "OpenAPI 4.0.0 is not supported; 3.0, 3.1 and 3.2 are.")]
    [InlineData("§openapi: 3.0.3\n", "The document has no 'paths'.")]
    [InlineData("openapi: 3.0.3\npaths: {}\n§paths: {}\n", "'paths' is written twice in the same object; remove one.")]
    [InlineData("openapi: 3.0.3\npaths: {}\nx: §*nobody\n", "The document is not valid YAML or JSON: the alias '*nobody' has no anchor before it.")]
    [InlineData("openapi: 3.0.3\npaths: {}\nx: &a { b: §*a }\n", "The document is not valid YAML or JSON: the alias '*a' stands inside the value that it repeats.")]
    [InlineData("openapi: 3.0.3\na: &a { b: 1 }\npaths: { §<<: *a }\n", "The document is not valid YAML or JSON: merge keys ('<<') are not part of YAML 1.2; write the members out, or use $ref.")]
    [InlineData("openapi: 3.0.3\npaths: {}\n§---\nopenapi: 3.0.3\n", "The file holds more than one document; keep one.")]
    [InlineData("openapi: 3.0.3\npaths: { ? §[a] : b }\n", "The document is not valid YAML or JSON: a name was expected here.")]
    [InlineData("openapi: 3.0.3\ninfo:\n  title: One§: two\npaths: {}\n", "The document is not valid YAML or JSON: While scanning a plain scalar value, found invalid mapping. A text with ': ' in it has to be quoted, and the names of an object begin in the same column.")]
    [InlineData("openapi: 3.0.3\npaths: {}\ncomponents: { schemas: { §empty: } }\n", "The schema 'empty' is not an object.")]
    public void A_document_that_cannot_be_read_is_reported_at_its_place(string document, string message) =>
        SpecRun.Fails(document, "LRO3001", message);

    [Theory]
    [InlineData("openapi: 3.0.3\npaths: {\n  a: b\n", 4)]
    [InlineData("openapi: 3.0.3\npaths:\n\t/a: {}\n", 3)]
    [InlineData("openapi: 3.0.3\ninfo: 'open\npaths: {}\n", 2)]
    [InlineData("{ \"openapi\": \"3.0.3\",\n  \"paths\": {} ", 3)]
    [InlineData("openapi: 3.0.3\npaths: {}\n  more: 1\n", 3)]
    public void A_mistake_of_syntax_has_a_line(string document, int line)
    {
        using SpecRun run = SpecRun.Of(document);
        Diagnostics.Diagnostic only = Assert.Single(run.Diagnostics);
        Assert.Equal("LRO3001", only.Id);
        Assert.StartsWith("The document is not valid YAML or JSON: ", only.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', only.Message);
        Assert.InRange(only.Position.Line, 2, line);
        Assert.True(only.Position.Column >= 1);
    }

    [Fact]
    public void A_tab_that_indents_is_pointed_at() => SpecRun.Fails(
        "openapi: 3.0.3\npaths:\n§\t/a: {}\n",
        "LRO3001",
        "The document is not valid YAML or JSON: While scanning a mapping, found invalid tab as indentation.");

    [Fact]
    public void A_document_that_is_not_there_is_reported()
    {
        using var run = new SpecRun("");
        File.Delete(run.Input);
        run.Compile();
        Diagnostics.Diagnostic only = Assert.Single(run.Diagnostics);
        Assert.StartsWith($"{run.Input}(1,1): error LRO3001: The document cannot be opened: ", only.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Json_is_read_with_positions_too()
    {
        SpecRun.Fails(
            """
            {
              "openapi": "3.0.3", "info": { "title": "J", "version": "1" }, "paths": {},
              "components": { "schemas": { "a": { "properties": { "b": { "$ref": §"#/components/schemas/c" } } } } }
            }
            """,
            "LRO3001",
            "'#/components/schemas/c' leads nowhere. Did you mean '#/components/schemas/a'?");
    }

    [Fact]
    public void A_version_that_looks_like_a_number_keeps_its_digits()
    {
        using SpecRun run = SpecRun.Succeed("openapi: 3.0\ninfo: { title: V, version: 1.10 }\npaths: {}\n");
        Assert.Equal("1.10", run.Lowered.GetProperty("info").GetProperty("version").GetRawText());
    }

    [Fact]
    public void An_alias_is_a_copy_and_each_is_lowered_once()
    {
        using SpecRun run = SpecRun.Succeed(Documents.Schemas(
            """
            a: { type: object, properties: &shared { id: &id { type: string, minLength: 1 }, other_id: *id } }
            b: { type: object, properties: *shared }
            """));
        Assert.Equal("TextConstraint(MinLength = 1)", run.Attributes("A", "id"));
        Assert.Equal("OtherId", run.Member("A", "other_id"));
        Assert.Equal("Id", run.Member("B", "id"));
        Assert.Equal("TextConstraint(MinLength = 1)", run.Attributes("B", "other_id"));
    }

    [Fact]
    public void Aliases_that_multiply_without_end_are_refused()
    {
        var document = new StringBuilder("openapi: 3.0.3\npaths: {}\nx0: &x0 [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]\n");
        for (int i = 1; i < 12; i++)
        {
            string alias = $"*x{i - 1}";
            document.Append($"x{i}: &x{i} [{string.Join(", ", Enumerable.Repeat(alias, 10))}]\n");
        }

        using SpecRun run = SpecRun.Of(document.ToString());
        Assert.EndsWith("the document has more than 2000000 values.", Assert.Single(run.Diagnostics).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Values_nested_beyond_reason_are_refused()
    {
        string document = $"openapi: 3.0.3\npaths: {{}}\nx: {new string('[', 400)}{new string(']', 400)}\n";
        using SpecRun run = SpecRun.Of(document);
        Assert.EndsWith("values are nested more than 256 deep.", Assert.Single(run.Diagnostics).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("'#/components/schemas/treo'", "'#/components/schemas/treo' leads nowhere. Did you mean '#/components/schemas/tree'?")]
    [InlineData("'#/components/schemas/loop'", "'#/components/schemas/loop' leads back to itself.")]
    public void A_reference_that_cannot_be_followed_is_reported(string reference, string message)
    {
        string schemas = $"tree: {{ properties: {{ next: {{ $ref: '#/components/schemas/tree' }}, bad: {{ $ref: §{reference} }} }} }}";
        string loop = reference.Contains("loop", StringComparison.Ordinal) ? "\nloop: { $ref: '#/components/schemas/loop' }" : "";
        using SpecRun run = SpecRun.Of(Documents.Schemas(schemas + loop).Replace("§", "", StringComparison.Ordinal));
        Assert.Contains(run.Diagnostics, diagnostic => diagnostic.Message == message && diagnostic.Position.Line == 6);
    }

    [Fact]
    public void A_schema_that_refers_to_itself_is_read_and_named()
    {
        using SpecRun run = SpecRun.Succeed(Documents.Schemas(
            """
            tree_node:
              type: object
              properties: { next: { $ref: '#/components/schemas/tree_node' }, many: { type: array, items: { $ref: '#/components/schemas/tree_node' } } }
            """));
        Assert.Equal("#/components/schemas/TreeNode", run.Property("TreeNode", "next").GetProperty("$ref").GetString());
    }

    [Fact]
    public void A_list_of_nothing_but_itself_is_reported() => SpecRun.Fails(
        Documents.Schemas("nest: { type: array, items: { $ref: §'#/components/schemas/nest' } }"),
        "LRO3001",
        "'nest' holds nothing but itself, and C# has no such type; put it into a property of an object.");

    [Fact]
    public void A_property_whose_name_no_generator_can_write_is_left_among_the_others()
    {
        using SpecRun run = SpecRun.Of(Documents.Schemas("odd: { type: object, properties: { 'a\"b': { type: string }, c: { type: string } } }"));
        Diagnostic found = Assert.Single(run.Diagnostics);
        Assert.Equal(("LRO3009", DiagnosticSeverity.Warning), (found.Id, found.Severity));
        Assert.Equal("The generated client cannot express the member 'a\"b', whose name holds a quote or a backslash; it is among AdditionalProperties.", found.Message);
        Assert.Equal(["c"], run.Schema("Odd").GetProperty("properties").EnumerateObject().Select(static p => p.Name));
    }

    [Fact]
    public void Properties_may_be_called_like_keywords()
    {
        using SpecRun run = SpecRun.Succeed(Documents.Schemas(
            """
            odd:
              type: object
              example: { $ref: nowhere }
              properties:
                $ref: { type: string, example: x }
                example: { type: integer }
                enum: { type: string }
                required: { type: boolean }
                properties: { type: object, properties: { example: { type: string } } }
                x-other: { type: string }
                default: { type: string, default: { $ref: nowhere } }
            """));
        Assert.Equal(
            ["Ref", "Example", "Enum", "Required", "Properties", "XOther", "Default"],
            run.Schema("Odd").GetProperty("properties").EnumerateObject().Select(static property => property.Value.GetProperty("x-csharp-name").GetString()));
        Assert.False(run.Property("Odd", "$ref").TryGetProperty("example", out _));
        Assert.Equal("Example", run.Member("OddProperties", "example"));
    }

    [Fact]
    public void A_document_without_components_is_fine()
    {
        using SpecRun run = SpecRun.Succeed("""
            openapi: 3.0.3
            info: { title: T, version: '1' }
            servers: [{ url: https://t.test }]
            paths:
              /ping: { get: { operationId: ping, responses: { '204': { description: Alive. } } } }
            """);
        Assert.Equal("Ping", run.Operation("/ping", "get").GetProperty("x-csharp-name").GetString());

        // The generator writes nothing of a context of nothing, and the client needs one.
        Assert.Contains("JsonSerializable(typeof(global::System.Text.Json.JsonElement))", run.Context, StringComparison.Ordinal);
    }
}
