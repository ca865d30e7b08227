using System.Globalization;
using LongRun.SpecCompiler.Naming;
using LongRun.SpecCompiler.Reading;
using LongRun.SpecCompiler.Vocabulary;

namespace LongRun.SpecCompiler.Lowering;

/// <summary>Writes the C# of an operation into it, and takes away what the client has no use for.</summary>
/// <param name="document">The document; its operations share nothing any more.</param>
/// <param name="names">The C# names.</param>
/// <param name="constraints">Writes the limits of parameters.</param>
/// <param name="checks">Writes what judges them at run time.</param>
public sealed class OperationLowering(ApiDocument document, NameTable names, ConstraintAttributes constraints, RequestChecks checks)
{
    // After every other parameter.
    private const int LastPosition = 1000;

    private readonly TypeExpressions _types = new(document, names);

    /// <summary>Lowers an operation.</summary>
    /// <param name="operation">The operation.</param>
    public void Lower(ApiOperation operation)
    {
        MapNode node = operation.Node;
        string method = NameTable.Method(operation.Id!);
        node.Set("operationId", Lowered.Text(method));
        node.Set(LoweredKeys.Name, Lowered.Text(method));

        var statements = new List<string>();
        IReadOnlyDictionary<string, string> parameters = names.Parameters(operation);
        foreach (MapNode parameter in operation.Parameters)
        {
            string key = NameTable.ParameterKey(parameter.Text("in"), parameter.Text("name"));
            statements.AddRange(checks.OfParameter(method, parameters[key], parameter.Map("schema")!));
            LowerParameter(parameter, parameters[key]);
        }

        LowerAnswer(operation);
        statements.AddRange(LowerBody(node, method));
        if (statements.Count > 0)
        {
            node.Set(LoweredKeys.Checks, Lowered.Texts(statements));
        }

        // Webhooks are received, not called; their payloads are components already.
        node.Remove("callbacks");
        node.Remove("servers");
    }

    private void LowerParameter(MapNode parameter, string name)
    {
        MapNode schema = parameter.Map("schema")!;
        MapNode resolved = document.Resolve(schema)!;
        bool isList = resolved.Text("type") == "array";
        MapNode? item = isList ? document.Resolve(resolved["items"]) : resolved;

        parameter.Set(LoweredKeys.ParameterName, Lowered.Text(name));
        Lowered.Attach(parameter, constraints.Of(schema));
        if (item is not null && TypeExpressions.IsEnumeration(item) && !item.Has(VocabularyKeys.ExtensibleEnum))
        {
            parameter.Set(LoweredKeys.ClosedEnum, Lowered.Flag(true));
        }

        if (isList)
        {
            // "form", the only style for lists that gets here, repeats the name unless the document says otherwise.
            parameter.Set(LoweredKeys.ListStyle, Lowered.Text(parameter.Scalar("explode") is { Kind: ScalarKind.Boolean, IsTrue: false } ? "joined" : "each"));
        }

        if (parameter.Scalar("required") is { IsTrue: true } && _types.IsReference(schema) && parameter.Text("in") != "path")
        {
            parameter.Set(LoweredKeys.NullCheck, Lowered.Flag(true));
        }
    }

    // Errors are one exception for the whole client, made by hand; of several answers of success the one with a body.
    private void LowerAnswer(ApiOperation operation)
    {
        List<MapNode> answers = operation.SuccessResponses.ToList();
        MapNode? withBody = answers.FirstOrDefault(static answer => MediaTypes.Json(answer.Map("content")) is not null);
        var written = new MapNode(operation.Node.Position);
        written.Set("description", (withBody ?? answers.FirstOrDefault())?["description"] ?? Lowered.Text(""));
        if (MediaTypes.Json(withBody?.Map("content"))?.Value is MapNode media)
        {
            written.Set("content", Json(media));
            operation.Node.Set(LoweredKeys.Result, Lowered.Text(_types.Of(media.Map("schema"))));
        }

        var responses = new MapNode(operation.Node.Position);
        responses.Set("200", written);
        operation.Node.Set("responses", responses);
    }

    /// <returns>Statements that judge the body.</returns>
    private IReadOnlyList<string> LowerBody(MapNode operation, string method)
    {
        if (operation.Map("requestBody") is not { } body || body.Map("content") is not { Entries.Count: > 0 } content)
        {
            operation.Remove("requestBody");
            return [];
        }

        // A form is one object like every other body: NSwag would make a parameter of each part, under its wire name.
        MapNode.Entry? json = MediaTypes.Json(content) is { } entry && MediaTypes.Essence(entry.Key) == MediaTypes.JsonType ? entry : null;
        var media = (MapNode)(json ?? MediaTypes.Form(content))!.Value;
        if (json is null)
        {
            operation.Set(LoweredKeys.Form, FormParts(media));
            body.Set("required", Lowered.Flag(true));
        }

        body.Set("content", Json(media));
        body.Set(LoweredKeys.BodyName, Lowered.Text(CSharpNames.BodyParameter));
        body.Set(LoweredKeys.BodyPosition, new ScalarNode(ScalarKind.Number, LastPosition.ToString(CultureInfo.InvariantCulture), default));
        operation.Set(LoweredKeys.Body, Lowered.Text(_types.Of(media.Map("schema"))));
        if (body.Scalar("required") is { IsTrue: true } && _types.IsReference(media.Map("schema")))
        {
            operation.Set(LoweredKeys.NullCheck, Lowered.Flag(true));
        }

        if (media.Map("schema") is not { } schema)
        {
            return [];
        }

        Lowered.Attach(operation, constraints.Of(schema), LoweredKeys.BodyAttributes);
        return checks.OfBody(method, schema);
    }

    private static MapNode Json(MapNode media)
    {
        var content = new MapNode(media.Position);
        content.Set(MediaTypes.JsonType, media);
        return content;
    }

    private ListNode FormParts(MapNode media)
    {
        var form = new ListNode(media.Position);
        MapNode schema = document.Resolve(media["schema"])!;
        IReadOnlyDictionary<string, string> members = names.Members(schema);
        foreach (MapNode.Entry part in document.Properties(schema))
        {
            var written = new MapNode(part.KeyPosition);
            written.Set("name", Lowered.Text(part.Key));
            written.Set("member", Lowered.Text(members[part.Key]));
            written.Set("required", Lowered.Flag(schema.List("required")?.Scalars.Any(name => name.Text == part.Key) == true));
            written.Set("kind", Lowered.Text(PartKind(part.Value)));
            form.Items.Add(written);
        }

        return form;
    }

    private string PartKind(Node part)
    {
        MapNode? schema = document.Resolve(part);
        if (schema?.Text("format") == "binary")
        {
            return "file";
        }

        bool isList = schema?.Text("type") == "array";
        MapNode? value = isList ? document.Resolve(schema!["items"]) : schema;
        string kind = value is not null && TypeExpressions.IsEnumeration(value) && !value.Has(VocabularyKeys.ExtensibleEnum) ? "enum" : "text";
        return isList ? kind + "s" : kind;
    }
}
