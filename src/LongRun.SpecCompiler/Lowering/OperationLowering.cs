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
            string key = NameTable.ParameterKey(parameter);
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
        bool isRequired = parameter.Scalar("required") is { IsTrue: true };

        parameter.Set(LoweredKeys.ParameterName, Lowered.Text(name));
        parameter.Set(LoweredKeys.Type, Lowered.Text(_types.Optional(schema, isRequired)));
        Lowered.Attach(parameter, constraints.Of(schema));
        if (item is not null && TypeExpressions.IsEnumeration(item) && !TypeExpressions.IsOpen(item))
        {
            parameter.Set(LoweredKeys.ClosedEnum, Lowered.Flag(true));
        }

        if (Style(parameter, resolved, isList) is { } style)
        {
            parameter.Set(LoweredKeys.ListStyle, Lowered.Text(style));
            parameter.Set(LoweredKeys.Separator, Lowered.Text(parameter.Text("style") switch { "pipeDelimited" => "|", "spaceDelimited" => " ", _ => "," }));
        }

        if (isRequired && _types.IsReference(schema) && parameter.Text("in") != "path")
        {
            parameter.Set(LoweredKeys.NullCheck, Lowered.Flag(true));
        }

        parameter.Remove("content");
        parameter.Remove("style");
    }

    private string? Style(MapNode parameter, MapNode schema, bool isList)
    {
        // "form", the style of lists in a query, repeats the name unless the document says otherwise.
        bool isExploded = parameter.Scalar("explode") is { Kind: ScalarKind.Boolean } explode ? explode.IsTrue : parameter.Text("style") is null or "form" or "deepObject";
        bool isQuery = parameter.Text("in") == "query";
        bool isText = schema.Has("oneOf") || schema.Text("type") is not ("object" or null) && !isList;
        if (parameter.Has("content") || (!isText && !isQuery && !isList))
        {
            return "json";
        }

        if (isList)
        {
            bool isPlain = document.Resolve(schema["items"]) is { } item && (TypeExpressions.IsEnumeration(item) || item.Text("type") is "string" or "integer" or "number" or "boolean");
            return isPlain ? (isQuery && isExploded ? "each" : "joined") : isQuery ? "members" : "json";
        }

        return isText || TypeExpressions.IsEnumeration(schema) ? null : parameter.Text("style") == "deepObject" ? "deep" : "members";
    }

    // Errors are one exception for the whole client, made by hand; of several answers of success the one with a body.
    private void LowerAnswer(ApiOperation operation)
    {
        List<MapNode> answers = operation.SuccessResponses.ToList();
        MapNode? withJson = answers.FirstOrDefault(static answer => MediaTypes.Json(answer.Map("content")) is not null);
        MapNode? withBody = withJson ?? answers.FirstOrDefault(static answer => answer.Map("content") is { Entries.Count: > 0 });
        var written = new MapNode(operation.Node.Position);
        written.Set("description", (withBody ?? answers.FirstOrDefault())?["description"] ?? Lowered.Text(""));
        if (MediaTypes.Json(withJson?.Map("content"))?.Value is MapNode media)
        {
            written.Set("content", Json(media));
            operation.Node.Set(LoweredKeys.Result, Lowered.Text(_types.Of(media.Map("schema"))));
        }
        else if (withBody?.Map("content") is { } content)
        {
            bool isText = content.Entries.All(static entry => MediaTypes.IsText(entry.Key));
            operation.Node.Set(LoweredKeys.AnswerKind, Lowered.Text(isText ? "text" : "file"));
            operation.Node.Set(LoweredKeys.Accept, Lowered.Text(string.Join(", ", content.Entries.Select(static entry => entry.Key))));
            operation.Node.Set(LoweredKeys.Result, Lowered.Text(isText ? "string" : "global::LongRun.Http.FileResponse"));
        }

        if (operation.Node.Has(LoweredKeys.LocationHeader))
        {
            operation.Node.Set(LoweredKeys.Result, Lowered.Text("global::LongRun.Http.OperationLocation"));
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

        body.Set(LoweredKeys.BodyName, Lowered.Text(CSharpNames.BodyParameter));
        body.Set(LoweredKeys.BodyPosition, new ScalarNode(ScalarKind.Number, LastPosition.ToString(CultureInfo.InvariantCulture), default));
        if (MediaTypes.IsForm(content) && MediaTypes.Form(content) is { } form && !document.Properties((form.Value as MapNode)?.Map("schema")).Any())
        {
            LowerOpenForm(operation, body, form);
            return [];
        }

        if (MediaTypes.Json(content) is null && MediaTypes.Form(content) is null)
        {
            LowerOpaqueBody(operation, body, content);
            return [];
        }

        // A form is one object like every other body: NSwag would make a parameter of each part, under its wire name.
        MapNode.Entry entry = (MediaTypes.Json(content) ?? MediaTypes.Form(content))!;
        var media = (MapNode)entry.Value;
        if (MediaTypes.IsForm(content))
        {
            operation.Set(LoweredKeys.Form, FormParts(media));
            body.Set("required", Lowered.Flag(true));
            if (MediaTypes.Essence(entry.Key) == MediaTypes.UrlEncodedType)
            {
                operation.Set(LoweredKeys.UrlEncoded, Lowered.Flag(true));
            }
        }
        else if (MediaTypes.Essence(entry.Key) != MediaTypes.JsonType)
        {
            operation.Set(LoweredKeys.BodyKind, Lowered.Text("json"));
            operation.Set(LoweredKeys.MediaType, Lowered.Text(entry.Key));
        }

        // Many documents forget to say so, and a server never takes nothing where something in it is required.
        if (document.Resolve(media["schema"])?.List("required") is { Items.Count: > 0 })
        {
            body.Set("required", Lowered.Flag(true));
        }

        body.Set("content", Json(media));
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

    // Nobody says which parts it has, so the caller brings the form. One that says it has none is no body.
    private void LowerOpenForm(MapNode operation, MapNode body, MapNode.Entry form)
    {
        if (document.Resolve((form.Value as MapNode)?["schema"]) is { } schema && schema.Has("properties"))
        {
            operation.Remove("requestBody");
            return;
        }

        bool isUrlEncoded = MediaTypes.Essence(form.Key) == MediaTypes.UrlEncodedType;
        operation.Set(LoweredKeys.BodyKind, Lowered.Text(isUrlEncoded ? "fields" : "form"));
        operation.Set(LoweredKeys.Body, Lowered.Text("global::LongRun.Http." + (isUrlEncoded ? "UrlEncodedForm" : "MultipartForm")));
        TakeAnything(operation, body);
    }

    private static void TakeAnything(MapNode operation, MapNode body)
    {
        operation.Set(LoweredKeys.NullCheck, Lowered.Flag(true));
        body.Set("required", Lowered.Flag(true));
        var media = new MapNode(body.Position);
        media.Set("schema", new MapNode(body.Position));
        body.Set("content", Json(media));
    }

    // Neither JSON nor a form: text is a string, anything else a file that is sent as it is.
    private static void LowerOpaqueBody(MapNode operation, MapNode body, MapNode content)
    {
        string mediaType = content.Entries[0].Key;
        bool isText = MediaTypes.IsText(mediaType);
        operation.Set(LoweredKeys.BodyKind, Lowered.Text(isText ? "text" : "file"));
        operation.Set(LoweredKeys.MediaType, Lowered.Text(mediaType));
        operation.Set(LoweredKeys.Body, Lowered.Text(isText ? "string" : TypeExpressions.File));
        TakeAnything(operation, body);
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
        bool isList = schema?.Text("type") == "array";
        MapNode? value = isList ? document.Resolve(schema!["items"]) : schema;
        string kind =
            TypeExpressions.IsBinary(value) ? "file"
            : value is not null && TypeExpressions.IsEnumeration(value) ? TypeExpressions.IsOpen(value) ? "text" : "enum"
            : value?.Text("type") is "string" or "integer" or "number" or "boolean" ? "text"
            : "json";
        return isList ? kind + "s" : kind;
    }
}
