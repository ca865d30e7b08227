using LongRun.Generators.Model;
using Microsoft.CodeAnalysis;

namespace LongRun.Generators.Parsing;

/// <summary>Makes a client of a type with annotated methods.</summary>
internal sealed class ClientParser
{
    private readonly Compilation _compilation;
    private readonly INamedTypeSymbol _type;
    private readonly ProblemList _problems = new();
    private readonly List<Annotated> _monitors = [];
    private readonly List<Annotated> _starts = [];

    private ClientParser(Compilation compilation, INamedTypeSymbol type)
    {
        _compilation = compilation;
        _type = type;
        foreach (IMethodSymbol method in type.GetMembers().OfType<IMethodSymbol>().Where(static m => !m.IsStatic))
        {
            if (method.Find(ContractNames.OperationMonitor) is { } monitor)
            {
                _monitors.Add(new Annotated(method, monitor));
            }

            if (method.Find(ContractNames.StartsOperation) is { } start)
            {
                _starts.Add(new Annotated(method, start));
            }
        }
    }

    /// <summary>
    /// Parses the type of an annotated method, once for all of its annotated methods: every other one of them gives
    /// <see langword="null"/>, as does a type that is not the place to emit from.
    /// </summary>
    public static Parsed<ClientModel>? Parse(GeneratorAttributeSyntaxContext context, CancellationToken cancellationToken)
    {
        // An extension method may say that it starts something, for the analyzers; there is no client to extend.
        if (context.TargetSymbol is not IMethodSymbol { IsStatic: false, ContainingType: { } type })
        {
            return null;
        }

        var parser = new ClientParser(context.SemanticModel.Compilation, type);
        Annotated first = parser._monitors.Concat(parser._starts).First();
        bool isFirst = context.Attributes.Contains(first.Attribute);
        return isFirst && !ImplementsAnnotatedInterface(type) ? parser.Parse(first.Attribute, cancellationToken) : null;
    }

    // The attributes may stand on interface and class alike; the operations belong to the interface.
    private static bool ImplementsAnnotatedInterface(INamedTypeSymbol type) => type.TypeKind == TypeKind.Class && type.AllInterfaces.Any(static i =>
        i.GetMembers().Any(static m => m is IMethodSymbol && (m.Find(ContractNames.OperationMonitor) ?? m.Find(ContractNames.StartsOperation)) is not null));

    private Parsed<ClientModel> Parse(AttributeData first, CancellationToken cancellationToken)
    {
        SourcePlace place = ProblemList.PlaceOf(first.ApplicationSyntaxReference);
        if (ClientTypeParser.Parse(_type) is not { } client)
        {
            _problems.Add(ProblemKind.NotReachable, first, _type.Name);
            return new Parsed<ClientModel>(null, place, _problems.ToEquatableArray());
        }

        var operations = new Dictionary<IMethodSymbol, OperationModel>(SymbolEqualityComparer.Default);
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (Annotated monitor in _monitors)
        {
            if (new MonitorParser(_compilation, client, monitor.Method, monitor.Attribute, _problems).Parse(cancellationToken) is not { } operation)
            {
                continue;
            }

            if (names.Add(operation.Name))
            {
                operations.Add(monitor.Method, operation);
            }
            else
            {
                _problems.Add(ProblemKind.NameTaken, monitor.Attribute, operation.Name + "Operation", _type.Name);
            }
        }

        var starts = new List<StartModel>();
        var startsByCall = new Dictionary<IMethodSymbol, StartModel>(SymbolEqualityComparer.Default);
        foreach (Annotated start in _starts)
        {
            if (new StartParser(_compilation, client, start.Method, start.Attribute, _problems).Parse(m => Find(operations, start, m), cancellationToken) is not { } model)
            {
                continue;
            }

            // Two raw calls may be two ways to start the same thing, as long as their parameters tell them apart.
            if (starts.Any(s => s.Name == model.Name && s.Signature == model.Signature && s.TypeParameters.Count == model.TypeParameters.Count))
            {
                _problems.Add(ProblemKind.NameTaken, start.Attribute, $"Start{model.Name}Async", _type.Name);
            }
            else
            {
                starts.Add(model);
                startsByCall.Add(start.Method, model);
            }
        }

        // A chain is of operations and starts that are there by now, its own among them.
        foreach (Annotated monitor in _monitors.Where(m => operations.ContainsKey(m.Method)).ToArray())
        {
            operations[monitor.Method] = operations[monitor.Method] with { Then = new ThenParser(_compilation, monitor.Method, monitor.Attribute, _problems).Parse(startsByCall, operations) };
        }

        // By name: the order of files must not show.
        var parsed = new ClientModel(
            client,
            ClientTypeParser.ExtensionClassOf(_type),
            operations.Values.OrderBy(static o => o.Name, StringComparer.Ordinal).ToEquatableArray(),
            starts.OrderBy(static s => s.Name, StringComparer.Ordinal).ThenBy(static s => s.Signature, StringComparer.Ordinal).ToEquatableArray());
        return new Parsed<ClientModel>(parsed.Operations.Count == 0 ? null : parsed, place, _problems.ToEquatableArray());
    }

    private OperationModel? Find(Dictionary<IMethodSymbol, OperationModel> operations, Annotated start, string monitor)
    {
        Annotated[] named = _monitors.Where(m => m.Method.Name == monitor).ToArray();
        if (named.Length == 1)
        {
            // Without one there is a problem with the status method, and it is reported there.
            return operations.TryGetValue(named[0].Method, out OperationModel? operation) ? operation : null;
        }

        if (named.Length > 1)
        {
            _problems.Add(ProblemKind.MonitorAmbiguous, start.Attribute, monitor, _type.Name);
            return null;
        }

        string hint = _monitors.Count == 0 ? "it has none" : "it has " + string.Join(", ", _monitors.Select(static m => m.Method.Name).Distinct());
        _problems.Add(ProblemKind.MonitorNotFound, start.Attribute, monitor, _type.Name, hint);
        return null;
    }

    private sealed record Annotated(IMethodSymbol Method, AttributeData Attribute);
}
