using LongRun.SpecCompiler.Diagnostics;
using LongRun.SpecCompiler.Naming;
using LongRun.SpecCompiler.Reading;

namespace LongRun.SpecCompiler.Vocabulary;

/// <summary>Finds the parameter, or the member of the body, that makes a start safe to repeat.</summary>
/// <param name="document">The document.</param>
/// <param name="diagnostics">Takes what is wrong.</param>
public sealed class IdempotencyKeyReader(ApiDocument document, DiagnosticBag diagnostics)
{
    /// <summary>Finds it.</summary>
    /// <param name="operation">The operation that starts a job.</param>
    /// <param name="expression">Where the key is: <c>$request.header.Idempotency-Key</c>, <c>$request.body#/key</c>; or <see langword="null"/>.</param>
    /// <returns>Its schema, as written; <see langword="null"/> if there is no expression or it was reported.</returns>
    public MapNode? Read(ApiOperation operation, ScalarNode? expression)
    {
        if (expression is null)
        {
            return null;
        }

        MapNode? schema = RuntimeExpression.Parse(expression.Text) switch
        {
            { Source: RuntimeExpression.RequestHeader or RuntimeExpression.RequestQuery } parsed => Parameter(operation, expression, parsed),
            { Source: RuntimeExpression.RequestBody } parsed => BodyMember(operation, expression, parsed.Target),
            _ => Report(expression, "it has to name a header, a parameter of the query or a member of the body, as '$request.header.Idempotency-Key' does."),
        };
        return schema is null || document.Resolve(schema) is { } resolved && resolved.Text("type") == "string" && !TypeExpressions.IsEnumeration(resolved)
            ? schema
            : Report(expression, "a key is a text, of any value.");
    }

    private MapNode? Parameter(ApiOperation operation, ScalarNode expression, RuntimeExpression parsed)
    {
        string place = parsed.Source["request.".Length..];
        List<MapNode> candidates = operation.Parameters.Select(document.Resolve).OfType<MapNode>().Where(parameter => parameter.Text("in") == place).ToList();

        // Names of headers have no case.
        StringComparison comparison = place == "header" ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        return candidates.FirstOrDefault(parameter => string.Equals(parameter.Text("name"), parsed.Target, comparison))?.Map("schema")
            ?? Report(expression, $"'{operation.Id}' has no {place} parameter '{parsed.Target}'.{NearestName.Hint(parsed.Target, candidates.Select(static parameter => parameter.Text("name")).OfType<string>())}");
    }

    private MapNode? BodyMember(ApiOperation operation, ScalarNode expression, string pointer)
    {
        string name = pointer.Length > 0 ? ApiDocument.Unescape(pointer[1..]) : "";
        if (!pointer.StartsWith('/') || pointer.IndexOf('/', 1) > 0)
        {
            return Report(expression, "a key is a member of the body itself, as in '$request.body#/key'.");
        }

        MapNode? content = document.Resolve(operation.Node["requestBody"])?.Map("content");
        MapNode? body = MediaTypes.SentSchema(content);
        return document.Property(body, name)
            ?? Report(expression, $"the body of '{operation.Id}' has no '{name}'.{NearestName.Hint(name, document.Properties(body).Select(static property => property.Key))}");
    }

    private MapNode? Report(ScalarNode expression, string why)
    {
        diagnostics.Add(DiagnosticIds.UnresolvedExpression, expression.Position, $"'{expression.Text}' does not resolve: {why}");
        return null;
    }
}
