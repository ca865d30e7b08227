using LongRun.SpecCompiler.Diagnostics;
using LongRun.SpecCompiler.Naming;
using LongRun.SpecCompiler.Reading;

namespace LongRun.SpecCompiler.Vocabulary;

/// <summary>Turns the runtime expressions of a document into C# names, and reports those that lead nowhere.</summary>
/// <param name="document">The document.</param>
/// <param name="names">The C# names.</param>
/// <param name="diagnostics">Takes what is wrong.</param>
public sealed class ExpressionResolver(ApiDocument document, NameTable names, DiagnosticBag diagnostics)
{
    private readonly MemberPathResolver _members = new(document, names);

    /// <summary>Member path of a place in an operation's answer.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="expression">The expression, or <see langword="null"/>.</param>
    /// <param name="mayBeOfItems">Whether it may speak of each item of a list: <c>$response.body#/items/*/status</c>.</param>
    /// <returns>The path and the schema there; nothing if there is no expression or it was reported.</returns>
    public (string? Path, MapNode? Schema) ResponseMember(ApiOperation operation, ScalarNode? expression, bool mayBeOfItems = false)
    {
        if (expression is null)
        {
            return default;
        }

        if (RuntimeExpression.Parse(expression.Text) is not { Source: RuntimeExpression.ResponseBody } parsed)
        {
            Report(expression, "it has to point into the body of the answer, as '$response.body#/status' does.");
            return default;
        }

        if (document.Answer(operation) is not { } schema)
        {
            Report(expression, $"'{operation.Id}' has no answer of success with a JSON body.");
            return default;
        }

        MemberPathResolver.Result result = _members.Resolve(schema, parsed.Target, mayBeOfItems);
        if (result.Error is not null)
        {
            Report(expression, result.Error);
        }

        return (result.Path, result.Schema);
    }

    /// <summary>Member path of a place in a value of a schema.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="pointer">A JSON pointer, or <see langword="null"/>.</param>
    /// <returns>The path, or <see langword="null"/> if there is no pointer or it was reported.</returns>
    public string? Member(MapNode schema, ScalarNode? pointer)
    {
        if (pointer is null)
        {
            return null;
        }

        MemberPathResolver.Result result = _members.Resolve(schema, pointer.Text);
        if (result.Error is not null)
        {
            Report(pointer, result.Error);
        }

        return result.Path;
    }

    /// <summary>C# name of a parameter of an operation.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="expression">The expression, or <see langword="null"/>.</param>
    /// <returns>The name, or <see langword="null"/> if there is no expression or it was reported.</returns>
    public string? Parameter(ApiOperation operation, ScalarNode? expression)
    {
        if (expression is null)
        {
            return null;
        }

        if (RuntimeExpression.Parse(expression.Text) is not { Source: RuntimeExpression.RequestPath or RuntimeExpression.RequestQuery } parsed)
        {
            Report(expression, $"it has to name a parameter of '{operation.Id}', as '{ParameterExample(operation)}' does.");
            return null;
        }

        string place = parsed.Source["request.".Length..];
        IReadOnlyDictionary<string, string> parameters = names.Parameters(operation);
        if (parameters.TryGetValue(NameTable.ParameterKey(place, parsed.Target), out string? name))
        {
            return name;
        }

        IEnumerable<string> known = parameters.Keys
            .Where(key => key.StartsWith(place + ".", StringComparison.Ordinal))
            .Select(key => key[(place.Length + 1)..]);
        Report(expression, $"'{operation.Id}' has no {place} parameter '{parsed.Target}'.{NearestName.Hint(parsed.Target, known)}");
        return null;
    }

    /// <summary>How to name a parameter of an operation, for messages: one of its own, if it has one in its path.</summary>
    /// <param name="operation">The operation.</param>
    /// <returns>The expression.</returns>
    public string ParameterExample(ApiOperation operation) =>
        $"$request.{names.Parameters(operation).Keys.FirstOrDefault(static key => key.StartsWith("path.", StringComparison.Ordinal)) ?? "path.task_id"}";

    /// <summary>Member path of a place in the body that some callback of the document sends.</summary>
    /// <param name="expression">The expression, or <see langword="null"/>.</param>
    /// <returns>The path, or <see langword="null"/> if there is no expression or it was reported.</returns>
    public string? CallbackMember(ScalarNode? expression)
    {
        if (expression is null)
        {
            return null;
        }

        if (RuntimeExpression.Parse(expression.Text) is not { Source: RuntimeExpression.RequestBody } parsed)
        {
            Report(expression, "it has to point into the body that the webhook sends, as '$request.body#/data/id' does.");
            return null;
        }

        string error = "no operation of the document has 'callbacks' with a JSON body.";
        foreach (MapNode schema in CallbackSchemas())
        {
            MemberPathResolver.Result result = _members.Resolve(schema, parsed.Target);
            if (result.Path is not null)
            {
                return result.Path;
            }

            error = result.Error!;
        }

        Report(expression, error);
        return null;
    }

    private IEnumerable<MapNode> CallbackSchemas() => WebhookSchemas().Concat(
        from operation in document.Operations
        from callback in operation.Node.Map("callbacks")?.Entries ?? []
        from expression in document.Resolve(callback.Value)?.Entries ?? []
        from method in document.Resolve(expression.Value)?.Entries ?? []
        let schema = JsonSchema(document.Resolve((method.Value as MapNode)?["requestBody"]))
        where schema is not null
        select schema);

    private IEnumerable<MapNode> WebhookSchemas() =>
        from webhook in document.Root.Map("webhooks")?.Entries ?? []
        from method in document.Resolve(webhook.Value)?.Entries ?? []
        let schema = JsonSchema(document.Resolve((method.Value as MapNode)?["requestBody"]))
        where schema is not null
        select schema;

    private MapNode? JsonSchema(MapNode? holder) =>
        document.Resolve(MediaTypes.JsonSchema(holder?.Map("content")));

    private void Report(ScalarNode expression, string why) =>
        diagnostics.Add(DiagnosticIds.UnresolvedExpression, expression.Position, $"'{expression.Text}' does not resolve: {why}");
}
