using LongRun.SpecCompiler.Reading;

namespace LongRun.SpecCompiler.Naming;

/// <summary>The C# name of everything in a document.</summary>
public sealed class NameTable
{
    // Types that the generated client declares or uses by their short names.
    private static readonly string[] TakenTypes = ["FileParameter", "CancellationToken", "HttpClient", "Task"];

    private readonly ApiDocument _document;
    private readonly IReadOnlyDictionary<string, string> _types;
    private readonly Dictionary<MapNode, IReadOnlyDictionary<string, string>> _members = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<MapNode, string> _typeOfSchema = new(ReferenceEqualityComparer.Instance);

    /// <summary>Decides the names.</summary>
    /// <param name="document">The document.</param>
    /// <param name="client">C# name of the client's class.</param>
    public NameTable(ApiDocument document, string client)
    {
        _document = document;
        _types = CSharpNames.Unique(document.Schemas.Select(static schema => schema.Key), CSharpNames.Pascal, [.. TakenTypes, client, "I" + client]);
        foreach (MapNode.Entry schema in document.Schemas)
        {
            if (schema.Value is MapNode map)
            {
                _typeOfSchema[map] = _types[schema.Key];
            }
        }
    }

    /// <summary>Name of the type of a component schema.</summary>
    /// <param name="schema">The document's name.</param>
    /// <returns>The C# name.</returns>
    public string Type(string schema) => _types.TryGetValue(schema, out string? name) ? name : CSharpNames.Pascal(schema);

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

    /// <summary>Names of the parameters of an operation's method.</summary>
    /// <param name="operation">The operation.</param>
    /// <returns>The C# name of each.</returns>
    public IReadOnlyDictionary<string, string> Parameters(ApiOperation operation) =>
        CSharpNames.Parameters(operation.Parameters
            .Select(parameter => _document.Resolve(parameter)?.Text("name"))
            .OfType<string>());

    /// <summary>Names of the members of an enumeration or an open set of texts.</summary>
    /// <param name="type">C# name of its type.</param>
    /// <param name="values">Its values on the wire.</param>
    /// <returns>The C# name of each.</returns>
    public static IReadOnlyDictionary<string, string> Values(string type, IEnumerable<string> values) =>
        CSharpNames.Unique(values, CSharpNames.PascalValue, ["Value", "Names", "IsKnown", "Equals", "GetHashCode", "ToString", "GetType", type]);
}
