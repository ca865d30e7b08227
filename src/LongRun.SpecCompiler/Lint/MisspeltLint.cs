using LongRun.SpecCompiler.Diagnostics;
using LongRun.SpecCompiler.Naming;
using LongRun.SpecCompiler.Reading;

namespace LongRun.SpecCompiler.Lint;

/// <summary>
/// Reports words of OpenAPI that are nearly right: a call, an answer or a type would be missing from the client without a
/// word. What resembles nothing is left alone, because documents hold much that is of older versions and other tools.
/// </summary>
/// <param name="document">The document.</param>
/// <param name="diagnostics">Takes what was found.</param>
public sealed class MisspeltLint(ApiDocument document, DiagnosticBag diagnostics)
{
    // The commonest first: of two that are as near, the one that was more likely meant.
    private static readonly string[] OfPaths =
        ["get", "post", "put", "delete", "patch", "parameters", "summary", "description", "servers", "options", "head", "trace", "query", "additionalOperations", "$ref"];

    private static readonly string[] OfOperations =
        ["tags", "summary", "description", "externalDocs", "operationId", "parameters", "requestBody", "responses", "callbacks", "deprecated", "security", "servers"];

    // Short ones, which a letter makes of many a word, are not guessed at.
    private static readonly string[] OfSchemas =
    [
        "type", "properties", "required", "items", "enum", "format", "description", "title", "default", "example", "examples", "nullable", "const", "minimum", "maximum",
        "exclusiveMinimum", "exclusiveMaximum", "minLength", "maxLength", "pattern", "minItems", "maxItems", "uniqueItems", "multipleOf", "minProperties", "maxProperties",
        "additionalProperties", "patternProperties", "allOf", "oneOf", "anyOf", "discriminator", "readOnly", "writeOnly", "deprecated", "externalDocs", "prefixItems",
    ];

    // What JSON Schema and older versions have besides, much of it a letter away from the above.
    private static readonly HashSet<string> AlsoOfSchemas = new(StringComparer.Ordinal)
    {
        "not", "xml", "if", "then", "else", "contains", "minContains", "maxContains", "propertyNames", "unevaluatedItems", "unevaluatedProperties", "dependencies", "dependentRequired",
        "dependentSchemas", "definitions", "contentEncoding", "contentMediaType", "contentSchema", "id", "name", "in", "optional", "additionalItems",
    };

    private static readonly string[] Types = ["string", "integer", "number", "boolean", "object", "array", "null"];

    // "any" is of no version of JSON Schema, and what the client makes of it is what is meant by it.
    private static readonly HashSet<string> OtherTypes = new(StringComparer.Ordinal) { "any", "file", "apiKey", "http", "oauth2", "openIdConnect", "mutualTLS", "basic" };

    /// <summary>Checks every path, every operation, every schema and every type.</summary>
    public void Run()
    {
        foreach (MapNode.Entry path in document.Root.Map("paths")?.Entries ?? [])
        {
            Check(path.Value as MapNode, OfPaths, $"'{path.Key}'");
        }

        foreach (ApiOperation operation in document.Operations)
        {
            Check(operation.Node, OfOperations, operation.Title);
        }

        foreach (MapNode value in DocumentWalk.Objects(document.Root))
        {
            CheckType(value);
        }

        foreach (MapNode schema in SchemaWalk.Schemas(document.Root))
        {
            Check(schema, OfSchemas, "The schema", AlsoOfSchemas);
        }
    }

    private void Check(MapNode? holder, string[] words, string name, HashSet<string>? others = null)
    {
        foreach (MapNode.Entry entry in holder?.Entries ?? [])
        {
            if (!words.Contains(entry.Key) && others?.Contains(entry.Key) != true && entry.Key is not ['$' or 'x', ..] && words.Where(word => IsMeant(entry.Key, word)).MinBy(word => NearestName.Distance(entry.Key, word)) is { } meant)
            {
                diagnostics.Warn(DiagnosticIds.UnknownKey, entry.KeyPosition, $"{name} has no key '{entry.Key}'; it is ignored. Did you mean '{meant}'?");
            }
        }
    }

    private void CheckType(MapNode value)
    {
        if (value.Scalar("type") is { Kind: ScalarKind.Text } type && !Types.Contains(type.Text) && !OtherTypes.Contains(type.Text))
        {
            diagnostics.Warn(DiagnosticIds.NotExpressed, type.Position, $"'{type.Text}' is no type of a schema, so the value can be any JSON.{NearestName.Hint(type.Text, Types)}");
        }
    }

    // Two edits make one short word of another that has nothing to do with it.
    private static bool IsMeant(string written, string word) =>
        NearestName.Distance(written, word) is var distance && (distance <= (word.Length < 6 ? 1 : 2) || (word.Length > 3 && AreTransposed(written, word)));

    private static bool AreTransposed(string written, string word) =>
        written.Length == word.Length && written.Order().SequenceEqual(word.Order());
}
