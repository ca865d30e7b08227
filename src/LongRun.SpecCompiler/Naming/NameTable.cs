using LongRun.SpecCompiler.Reading;

namespace LongRun.SpecCompiler.Naming;

/// <summary>The C# name of everything in a document.</summary>
public sealed class NameTable
{
    // Types that the client declares or uses by their short names, and those whose names System.Text.Json's generator
    // would make a second property of in the context.
    private static readonly string[] TakenTypes =
    [
        "System", "LongRun", "FileParameter", "CancellationToken", "HttpClient", "Task", "VideoRequirements",
        "Boolean", "Byte", "ByteArray", "DateOnly", "DateTime", "DateTimeOffset", "Decimal", "Double", "Guid", "Int32", "Int64",
        "JsonElement", "Object", "Single", "String", "TimeSpan", "Uri",
    ];

    private static readonly string[] TakenByOpenSets = ["Value", "Names", "IsKnown", "Equals", "GetHashCode", "GetType", "ToString", "JsonTextConverter"];

    private readonly ApiDocument _document;
    private readonly IReadOnlyDictionary<string, string> _types;
    private readonly Dictionary<MapNode, IReadOnlyDictionary<string, string>> _members = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<MapNode, string> _typeOfSchema = new(ReferenceEqualityComparer.Instance);

    /// <summary>Decides the names.</summary>
    /// <param name="document">The document.</param>
    /// <param name="client">C# name of the client's class.</param>
    /// <param name="jsonContext">C# name of the client's JSON context.</param>
    public NameTable(ApiDocument document, string client, string jsonContext)
    {
        _document = document;

        // System.Text.Json's generator names a file after each, and files differ in more than case.
        _types = CSharpNames.Unique(document.Schemas.Select(static schema => schema.Key), CSharpNames.Pascal, [.. TakenTypes, client, "I" + client, jsonContext], StringComparer.OrdinalIgnoreCase);
        foreach (MapNode.Entry schema in document.Schemas)
        {
            _typeOfSchema[(MapNode)schema.Value] = _types[schema.Key];
        }
    }

    /// <summary>Name of the type of a component schema.</summary>
    /// <param name="schema">The document's name.</param>
    /// <returns>The C# name.</returns>
    public string Type(string schema) => _types.TryGetValue(schema, out string? name) ? name : CSharpNames.Pascal(schema);

    /// <summary>Name of the type that a component schema becomes.</summary>
    /// <param name="schema">The schema itself, no reference.</param>
    /// <returns>The C# name, or <see langword="null"/> if it is no component.</returns>
    public string? TypeOf(MapNode schema) => _typeOfSchema.GetValueOrDefault(schema);

    /// <summary>Names of the members of a schema's type.</summary>
    /// <param name="schema">The schema; a reference is followed.</param>
    /// <returns>The C# name of each property.</returns>
    public IReadOnlyDictionary<string, string> Members(MapNode schema)
    {
        MapNode resolved = _document.Resolve(schema) ?? schema;
        if (!_members.TryGetValue(resolved, out IReadOnlyDictionary<string, string>? names))
        {
            string type = _typeOfSchema.GetValueOrDefault(resolved, "");
            names = CSharpNames.Members(type, _document.Properties(resolved).Select(static property => property.Key));
            _members[resolved] = names;
        }

        return names;
    }

    /// <summary>Name of an operation's method, without <c>Async</c>.</summary>
    /// <param name="operationId">The operation's id.</param>
    /// <returns>The C# name.</returns>
    public static string Method(string operationId) => CSharpNames.Pascal(operationId);

    /// <summary>Key of a parameter among those of its operation; a name may occur in the path and in the query.</summary>
    /// <param name="place">Where it goes: <c>path</c>, <c>query</c>, <c>header</c>.</param>
    /// <param name="name">Its name on the wire.</param>
    /// <returns>The key.</returns>
    public static string ParameterKey(string? place, string? name) => $"{place}.{name}";

    /// <summary>Key of a parameter among those of its operation.</summary>
    /// <param name="parameter">The parameter, no reference.</param>
    /// <returns>The key.</returns>
    public static string ParameterKey(MapNode parameter) => ParameterKey(parameter.Text("in"), parameter.Text("name"));

    /// <summary>Names of the parameters of an operation's method.</summary>
    /// <param name="operation">The operation.</param>
    /// <returns>The C# name of each, by <see cref="ParameterKey(MapNode)"/>.</returns>
    public IReadOnlyDictionary<string, string> Parameters(ApiOperation operation) => CSharpNames.Unique(
        operation.Parameters.Select(_document.Resolve).OfType<MapNode>().Select(ParameterKey),
        static key => CSharpNames.Camel(key[(key.IndexOf('.', StringComparison.Ordinal) + 1)..]),
        [CSharpNames.BodyParameter, "cancellationToken", "options", "client"]);

    /// <summary>Names of the members of an enumeration or an open set of texts.</summary>
    /// <param name="type">C# name of its type.</param>
    /// <param name="values">Its values on the wire.</param>
    /// <returns>The C# name of each.</returns>
    public static IReadOnlyDictionary<string, string> Values(string type, IEnumerable<string> values) =>
        CSharpNames.Unique(values, CSharpNames.PascalValue, [.. TakenByOpenSets, type]);
}
