using LongRun.SpecCompiler.Diagnostics;
using LongRun.SpecCompiler.Naming;
using LongRun.SpecCompiler.Reading;

namespace LongRun.SpecCompiler.Vocabulary;

/// <summary>Reads which job follows another.</summary>
/// <param name="document">The document.</param>
/// <param name="names">The C# names.</param>
/// <param name="operations">Finds operations.</param>
/// <param name="expressions">Resolves expressions.</param>
/// <param name="diagnostics">Takes what is wrong.</param>
public sealed class NextJobReader(ApiDocument document, NameTable names, NamedOperations operations, ExpressionResolver expressions, DiagnosticBag diagnostics)
{
    /// <summary>Reads it.</summary>
    /// <param name="monitor">The operation that reports on the job before.</param>
    /// <param name="node">A monitor's id, or a start with what it takes; or <see langword="null"/>.</param>
    /// <returns>The job. What is wrong was reported, and is not part of it.</returns>
    public NextJob Read(ApiOperation monitor, Node? node) => node switch
    {
        ScalarNode { Kind: ScalarKind.Text } name => new NextJob(Monitor: Find(name, VocabularyKeys.Monitor, "report on the next job")?.Id),
        MapNode map => ReadStart(monitor, map),
        _ => new NextJob(),
    };

    private NextJob ReadStart(ApiOperation monitor, MapNode map)
    {
        if (map.Scalar("start") is not { } name)
        {
            diagnostics.Add(DiagnosticIds.Unreadable, map.Position, "'then' needs 'start', the operation that starts the next job.");
            return new NextJob();
        }

        if (Find(name, VocabularyKeys.Start, "start the next job") is not { } start)
        {
            return new NextJob();
        }

        var arguments = new List<string>();
        foreach (MapNode.Entry entry in map.Map("with")?.Entries ?? [])
        {
            string? target = Target(start, entry);
            string? source = Source(monitor, entry.Value);
            if (target is not null && source is not null)
            {
                arguments.Add($"{target}={source}");
            }
        }

        return new NextJob(start.Id, arguments);
    }

    private ApiOperation? Find(ScalarNode name, string extension, string purpose)
    {
        ApiOperation? operation = operations.Find(name);
        if (operation is not null && operation.Node.Map(extension) is null)
        {
            diagnostics.Add(DiagnosticIds.UnknownOperation, name.Position, $"'{name.Text}' has no {extension}, so it cannot {purpose}.");
            return null;
        }

        return operation;
    }

    private string? Target(ApiOperation start, MapNode.Entry entry)
    {
        switch (RuntimeExpression.Parse(entry.Key))
        {
            case { Source: RuntimeExpression.RequestPath or RuntimeExpression.RequestQuery or RuntimeExpression.RequestHeader } parsed:
                string place = parsed.Source["request.".Length..];
                IReadOnlyDictionary<string, string> parameters = names.Parameters(start);
                return parameters.TryGetValue(NameTable.ParameterKey(place, parsed.Target), out string? parameter)
                    ? parameter
                    : Report(entry, $"'{start.Id}' has no {place} parameter '{parsed.Target}'.{NearestName.Hint(parsed.Target, parameters.Keys.Select(static key => key[(key.IndexOf('.', StringComparison.Ordinal) + 1)..]))}");
            case { Source: RuntimeExpression.RequestBody, Target: var pointer } when pointer.LastIndexOf('/') == 0:
                MapNode? content = document.Resolve(start.Node["requestBody"])?.Map("content");
                MapNode? body = document.Resolve(MediaTypes.SentSchema(content));
                string member = ApiDocument.Unescape(pointer[1..]);
                return body is not null && names.Members(body).TryGetValue(member, out string? name)
                    ? $"{CSharpNames.BodyParameter}.{name}"
                    : Report(entry, $"the body of '{start.Id}' has no '{member}'.{NearestName.Hint(member, document.Properties(body).Select(static property => property.Key))}");
            default:
                return Report(entry, "it has to name a parameter of the start or a member of its body, as '$request.body#/asset_id' does.");
        }
    }

    private string? Source(ApiOperation monitor, Node value)
    {
        if (value is ScalarNode expression && RuntimeExpression.Parse(expression.Text) is { Source: RuntimeExpression.RequestPath or RuntimeExpression.RequestQuery })
        {
            // What else a status call takes is what the job is a part of.
            string? parameter = expressions.Parameter(monitor, expression);
            bool isOwn = expression.Text == monitor.Node.Map(VocabularyKeys.Monitor)?.Text("id");
            return parameter is null ? null : isOwn ? "" : "@" + parameter;
        }

        if (value is ScalarNode scalar)
        {
            return expressions.ResponseMember(monitor, scalar).Path;
        }

        diagnostics.Add(DiagnosticIds.UnresolvedExpression, value.Position, "What a start takes of the job before is an expression, such as '$response.body#/_id'.");
        return null;
    }

    private string? Report(MapNode.Entry entry, string why)
    {
        diagnostics.Add(DiagnosticIds.UnresolvedExpression, entry.KeyPosition, $"'{entry.Key}' does not resolve: {why}");
        return null;
    }
}
