using LongRun.SpecCompiler.Naming;
using LongRun.SpecCompiler.Reading;
using LongRun.SpecCompiler.Vocabulary;

namespace LongRun.SpecCompiler.Lowering;

/// <summary>
/// Brings a document into the form that NSwag turns into good code: C# names and attributes written out, and what
/// the client has no use for taken away.
/// </summary>
/// <remarks>Changes the document in place, so everything that reads the author's form has to have run before.</remarks>
public sealed class DocumentLowering
{
    private readonly ApiDocument _document;
    private readonly NameTable _names;
    private readonly VocabularyReader _vocabulary;
    private readonly ConstraintAttributes _constraints;
    private readonly RequestChecks _checks;
    private readonly OperationLowering _operations;
    private readonly UnionLowering _unions;
    private readonly TypeExpressions _types;
    private readonly HashSet<MapNode> _forms;

    /// <summary>Creates the step.</summary>
    /// <param name="document">The document.</param>
    /// <param name="names">The C# names.</param>
    /// <param name="vocabulary">Reads the extensions.</param>
    public DocumentLowering(ApiDocument document, NameTable names, VocabularyReader vocabulary)
    {
        _document = document;
        _names = names;
        _vocabulary = vocabulary;
        _constraints = new ConstraintAttributes(document, vocabulary);
        _checks = new RequestChecks(document, names, _constraints);
        _operations = new OperationLowering(document, names, _constraints, _checks);
        _unions = new UnionLowering(document, names);
        _types = new TypeExpressions(document, names);
        _forms = FormSchemas.Of(document);
    }

    /// <summary>Lowers the document.</summary>
    /// <param name="jsonContext">C# name of the JSON context.</param>
    /// <param name="credential">What lets the client in, if the document says.</param>
    public void Run(string jsonContext, Credential? credential)
    {
        MapNode root = _document.Root;

        // First everything that reads the author's form, then what changes it.
        foreach (ApiOperation operation in _document.Operations)
        {
            Annotate(operation);
        }

        foreach (ApiOperation operation in _document.Operations)
        {
            _operations.Lower(operation);
        }

        WriteClientAttributes();
        foreach (MapNode.Entry schema in _document.Schemas.ToList())
        {
            LowerSchema(_names.Type(schema.Key), (MapNode)schema.Value);
        }

        if (_checks.ClientRules.Count > 0)
        {
            root.Set(LoweredKeys.Rules, Lowered.Texts(_checks.ClientRules));
        }

        root.Set(LoweredKeys.JsonContext, Lowered.Text(jsonContext));
        if (ServerAddress.Of(_document) is { } address)
        {
            root.Set(LoweredKeys.BaseAddress, Lowered.Text(address));
        }

        root.Remove("servers");
        root.Remove("webhooks");
        if (credential is not null)
        {
            var written = new MapNode(root.Position);
            written.Set("kind", Lowered.Text(credential.Kind.ToString()));
            written.Set("name", Lowered.Text(credential.Name));
            root.Set(LoweredKeys.Credential, written);
        }

        RenameSchemas();
    }

    private void Annotate(ApiOperation operation)
    {
        var attributes = new List<AttributeSource>();
        if (_vocabulary.ReadMonitor(operation) is { } monitor)
        {
            attributes.Add(OperationAttributes.Of(monitor));
        }

        if (_vocabulary.ReadStart(operation) is { } start)
        {
            attributes.Add(OperationAttributes.Of(start));
            start.IdempotencyKey?.Set(LoweredKeys.IdempotencyKey, Lowered.Flag(true));
        }

        Lowered.Attach(operation.Node, attributes);
    }

    private void WriteClientAttributes()
    {
        string version = _document.Root.Map("info")?.Text("version") ?? "?";
        string source = $"API v{version.TrimStart('v', 'V')}";
        var profiles = new List<MapNode>();
        if (_document.Root.Map(VocabularyKeys.MediaRequirements) is { } atRoot)
        {
            profiles.Add(atRoot);
        }

        profiles.AddRange(_document.Schemas
            .Select(static schema => ((MapNode)schema.Value).Map(VocabularyKeys.MediaRequirements))
            .OfType<MapNode>());
        var list = new ListNode(_document.Root.Position);
        list.Items.AddRange(profiles
            .SelectMany(profile => _constraints.Media(profile, source))
            .Select(static attribute => Lowered.Text(attribute.ToString())));
        _document.Root.Set(LoweredKeys.ClientAttributes, list);
    }

    private void LowerSchema(string type, MapNode schema)
    {
        if (schema.Scalar(VocabularyKeys.WebhookPayload) is { IsTrue: true })
        {
            Lowered.Attach(schema, [new AttributeSource("WebhookPayload")]);
        }

        // NSwag knows closed enumerations only; the template tells the two apart by the extension.
        if (TypeExpressions.Values(schema) is { } values)
        {
            LowerValues(type, schema, values);
        }

        _unions.Lower(type, schema);
        LowerChecks(schema);
        HashSet<string> required = (schema.List("required")?.Scalars ?? []).Select(static name => name.Text).ToHashSet(StringComparer.Ordinal);
        bool isForm = _forms.Contains(schema);
        IReadOnlyDictionary<string, string> names = _names.Members(schema);
        foreach (MapNode.Entry entry in schema.Map("properties")?.Entries ?? [])
        {
            if (entry.Value is MapNode property)
            {
                LowerProperty(property, names[entry.Key], required.Contains(entry.Key), isForm);
            }
        }
    }

    private void LowerChecks(MapNode schema)
    {
        if (!_checks.IsSent(schema))
        {
            return;
        }

        var rules = new RuleTable();
        schema.Set(LoweredKeys.Sent, Lowered.Flag(true));
        schema.Set(LoweredKeys.Checks, Lowered.Texts(_checks.OfMembers(schema, rules)));
        schema.Set(LoweredKeys.Rules, Lowered.Texts(rules.Fields));
    }

    // Null is no value of an enumeration; that it is allowed is what "nullable" says.
    private static void LowerValues(string type, MapNode schema, ListNode values)
    {
        List<string> texts = values.Scalars.Where(static value => value.Kind != ScalarKind.Null).Select(static value => value.Text).Distinct().ToList();
        IReadOnlyDictionary<string, string> names = NameTable.Values(type, texts);
        schema.Set("type", Lowered.Text("string"));
        schema.Set("enum", Lowered.Texts(texts));
        schema.Set(LoweredKeys.EnumNames, Lowered.Texts(texts.Select(text => names[text])));
        schema.Remove("format");
    }

    private void LowerProperty(MapNode property, string name, bool isRequired, bool isPart)
    {
        List<AttributeSource> attributes = _constraints.Of(property).ToList();
        property.Set(LoweredKeys.Name, Lowered.Text(name));
        property.Set(LoweredKeys.Type, Lowered.Text(isPart ? _types.Part(property, isRequired) : _types.Optional(property, isRequired)));

        // Nobody has to write what can be nothing else.
        if (isRequired && Constant(property) is { } constant)
        {
            property.Set(LoweredKeys.Constant, Lowered.Text(constant));
        }

        // A reference says nothing itself; what it refers to does, and a member without a summary helps nobody.
        if (!property.Has("description") && _document.Resolve(property)?["description"] is { } description)
        {
            property.Set("description", description);
        }

        Lowered.Attach(property, attributes);
    }

    private string? Constant(MapNode property) =>
        _document.Resolve(property) is { } schema && _names.TypeOf(schema) is { } type && !_types.IsNullable(property)
        && schema.List("enum") is { Items: [ScalarNode { Kind: ScalarKind.Text } only] } && !schema.Has(VocabularyKeys.ExtensibleEnum)
            ? $"{type}.{NameTable.Values(type, [only.Text])[only.Text]}"
            : null;

    private void RenameSchemas()
    {
        MapNode components = _document.Root.Map("components")!;
        components.Map("schemas")!.Rename(_names.Type);

        // Operations have parameters, bodies and answers of their own by now.
        foreach (MapNode.Entry other in components.Entries.Where(static entry => entry.Key != "schemas").ToList())
        {
            components.Remove(other.Key);
        }

        foreach (MapNode value in DocumentWalk.Objects(_document.Root))
        {
            if (value.Has("$ref") && ApiDocument.ReferencedSchema(value) is { } name)
            {
                value.Set("$ref", Lowered.Text("#/components/schemas/" + _names.Type(name)));
            }
        }
    }
}
