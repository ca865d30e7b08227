using LongRun.SpecCompiler.Naming;
using LongRun.SpecCompiler.Reading;

namespace LongRun.SpecCompiler.Lowering;

/// <summary>
/// Writes the C# that judges, at run time, what a call sends. It judges by the attributes: each is also the judge's
/// constructor call, so that compile time and run time cannot disagree.
/// </summary>
/// <param name="document">The document, its components all types, as inlining leaves them.</param>
/// <param name="names">The C# names.</param>
/// <param name="constraints">Writes limits as attributes.</param>
public sealed class RequestChecks(ApiDocument document, NameTable names, ConstraintAttributes constraints)
{
    // Deeper than lists of lists of lists, nobody writes; the types end there too.
    private const int DeepestItem = 16;

    private readonly TypeExpressions _types = new(document, names);
    private readonly HashSet<MapNode> _sent = new(ReferenceEqualityComparer.Instance);
    private readonly RuleTable _clientRules = new();

    /// <summary>The judges of all parameters of the client's methods.</summary>
    public IReadOnlyList<string> ClientRules => _clientRules.Fields;

    /// <summary>Whether a class can be a part of a request. Complete once all operations were lowered.</summary>
    /// <param name="schema">Schema of the class, no reference.</param>
    /// <returns>Whether it can.</returns>
    public bool IsSent(MapNode schema) => _sent.Contains(schema);

    /// <summary>Statements that judge a parameter of a method.</summary>
    /// <param name="method">C# name of the method.</param>
    /// <param name="parameter">C# name of the parameter.</param>
    /// <param name="schema">Its schema.</param>
    /// <returns>The statements.</returns>
    public IReadOnlyList<string> OfParameter(string method, string parameter, MapNode schema)
    {
        string source = CSharpNames.Escaped(parameter);
        return Statements(method + CSharpNames.Pascal(parameter), $"nameof({source})", source, schema, _clientRules, 0);
    }

    /// <summary>Statements that judge the body of a request.</summary>
    /// <param name="method">C# name of the method.</param>
    /// <param name="schema">The body's schema.</param>
    /// <returns>The statements.</returns>
    public IReadOnlyList<string> OfBody(string method, MapNode schema)
    {
        // The members of an object are named from the object, as its own Validate names them.
        bool isObject = ClassOf(schema) is not null;
        string member = isObject ? "\"\"" : $"nameof({CSharpNames.BodyParameter})";
        return Statements(method, member, CSharpNames.BodyParameter, schema, _clientRules, 0);
    }

    /// <summary>Statements that judge the members of a class.</summary>
    /// <param name="schema">Its schema.</param>
    /// <param name="rules">Takes the judges.</param>
    /// <returns>The statements.</returns>
    public IReadOnlyList<string> OfMembers(MapNode schema, RuleTable rules)
    {
        IReadOnlyDictionary<string, string> members = names.Members(schema);
        var statements = new List<string>();
        foreach (MapNode.Entry property in schema.Map("properties")?.Entries ?? [])
        {
            string member = members[property.Key];
            statements.AddRange(Statements(member, $"nameof({member})", member, property.Value as MapNode, rules, 0));
        }

        return statements;
    }

    private List<string> Statements(string place, string member, string value, MapNode? schema, RuleTable rules, int depth)
    {
        var statements = new List<string>();
        if (schema is null || document.Resolve(schema) is not { } resolved || depth > DeepestItem)
        {
            return statements;
        }

        string type = _types.Of(schema);
        foreach (AttributeSource constraint in constraints.Of(schema).Where(c => c.Constrained is { } kind && CanJudge(kind, type, resolved)))
        {
            statements.Add($"check_.{constraint.Constrained}({member}, {value}, {rules.Add(place, constraint)});");
        }

        if (ClassOf(schema) is { } part)
        {
            Send(part);
            statements.Add($"check_.Object({member}, {value});");
            return statements;
        }

        (string method, MapNode? inner) = resolved.Text("type") switch
        {
            "array" => ("Each", resolved.Map("items")),
            "object" => ("EachValue", resolved.Map("additionalProperties")),
            _ => ("", null),
        };
        List<string> each = Statements(place + "Item", "\"\"", "item_", inner, rules, depth + 1);
        if (each.Count > 0)
        {
            string body = each.Count == 1 ? each[0].TrimEnd(';') : $"{{ {string.Join(' ', each)} }}";
            statements.Add($"check_.{method}({member}, {value}, static (check_, item_) => {body});");
        }

        return statements;
    }

    // An attribute may stand where its judge has nothing to say: a range on a text that is not parsed.
    private static bool CanJudge(string kind, string type, MapNode schema) => kind switch
    {
        "Items" => schema.Text("type") == "array",
        "Number" => IsNumber(type),
        "Duration" => type == "string" || IsNumber(type),
        _ => (type == "string" && schema.Text("format") != "binary") || type == "global::System.Uri",
    };

    private static bool IsNumber(string type) => type is "int" or "long" or "float" or "double" or "decimal";

    private MapNode? ClassOf(MapNode schema) =>
        document.Resolve(schema) is { } resolved && names.TypeOf(resolved) is not null && !TypeExpressions.IsEnumeration(resolved) ? resolved : null;

    // Whatever a class holds is sent with it.
    private void Send(MapNode schema)
    {
        if (_sent.Add(schema))
        {
            foreach (MapNode property in (schema.Map("properties")?.Entries.Select(static property => property.Value) ?? []).Concat(schema.List("oneOf")?.Items ?? []).OfType<MapNode>())
            {
                SendInside(property, 0);
            }
        }
    }

    private void SendInside(MapNode? schema, int depth)
    {
        if (document.Resolve(schema) is not { } resolved || depth > DeepestItem)
        {
            return;
        }

        if (ClassOf(resolved) is { } part)
        {
            Send(part);
            return;
        }

        SendInside(resolved.Map("items"), depth + 1);
        SendInside(resolved.Map("additionalProperties"), depth + 1);
    }
}
