using LongRun.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LongRun.Generators.Parsing;

/// <summary>Reads which job follows another, and what its start takes of the first.</summary>
internal sealed class ThenParser(Compilation compilation, IMethodSymbol monitor, AttributeData attribute, ProblemList problems)
{
    private readonly ITypeSymbol _answer = ((INamedTypeSymbol)monitor.ReturnType).TypeArguments[0].WithNullableAnnotation(NullableAnnotation.NotAnnotated);
    private readonly IdParts _id = IdParts.Of(monitor, attribute.Text(1) ?? "");
    private string _next = "";

    /// <param name="starts">The client's starts by their raw calls.</param>
    /// <param name="operations">The client's operations by their status methods.</param>
    /// <returns>The job that follows; <see langword="null"/> where none does, or a mistake was reported.</returns>
    public ThenModel? Parse(IReadOnlyDictionary<IMethodSymbol, StartModel> starts, IReadOnlyDictionary<IMethodSymbol, OperationModel> operations)
    {
        if (attribute.Text("ThenMethod") is { } start)
        {
            _next = start;
            return starts.Where(s => s.Key.Name == start).ToArray() is [var named]
                ? ParseStart(named.Key, named.Value, operations.Values.First(o => o.Name == named.Value.Operation))
                : Fail("it is no method of the client with [StartsOperation], or not the only one of that name");
        }

        if (attribute.Text("ThenMonitor") is { } status)
        {
            _next = status;
            return operations.Where(o => o.Key.Name == status).ToArray() is not [var named]
                ? Fail("it is no method of the client with [OperationMonitor], or not the only one of that name")
                : !named.Value.Parents.Equals(_id.Parents)
                ? Fail("its id has other parts than this one's")
                : new ThenModel(named.Value.Name, Reference(named.Value), named.Value.Result, named.Value.Name, IsStarted: false, default, default, "value", "token", "");
        }

        return null;
    }

    private ThenModel? ParseStart(IMethodSymbol method, StartModel start, OperationModel second)
    {
        if (method.IsGenericMethod)
        {
            return Fail("nothing says what its type parameters are");
        }

        var given = new Dictionary<string, string>();
        foreach (string text in attribute.Texts("ThenArguments"))
        {
            string[] sides = text.Split('=');
            if (sides.Length != 2 || given.ContainsKey(sides[0].Trim()))
            {
                return Fail($"'{text}' is not of the form 'parameter=Path' or 'parameter.Member=Path', or says it twice");
            }

            given.Add(sides[0].Trim(), sides[1].Trim());
        }

        var taken = new HashSet<string>(start.Parameters.Select(static p => p.Name));
        string value = Free("value", taken);
        string token = Free("token", taken);
        var own = new List<ParameterModel>();
        var arguments = new List<ThenArgument>();
        foreach (ParameterModel parameter in start.Parameters)
        {
            IParameterSymbol symbol = method.Parameters.First(p => p.Name == parameter.Name);
            bool isKey = start.Key is { Member: null } key && key.Parameter == parameter.Argument;
            string members = parameter.Name + ".";
            if (given.TryGetValue(parameter.Name, out string? path))
            {
                given.Remove(parameter.Name);
                if (Source(symbol.Type, path, value) is not { } source)
                {
                    return null;
                }

                arguments.Add(new ThenArgument(parameter.Argument, Source: source));
            }
            else if (given.Keys.Any(k => k.StartsWith(members, StringComparison.Ordinal)))
            {
                if (Request(symbol.Type, members, given, taken, own, value) is not { } request)
                {
                    return null;
                }

                arguments.Add(new ThenArgument(parameter.Argument, Request: request));
            }
            else if (!isKey)
            {
                // A key is made anew for each job; a chain starts one.
                own.Add(parameter);
                arguments.Add(new ThenArgument(parameter.Argument, Own: parameter.Argument));
            }
        }

        return given.Count > 0
            ? Fail($"it takes no '{given.Keys.First()}'")
            : new ThenModel(start.Name, Reference(second), second.Result, second.Name, IsStarted: true, own.OrderBy(static p => p.IsOptional).ToEquatableArray(), arguments.ToEquatableArray(), value, token, start.Names.CancellationToken);
    }

    private ThenRequest? Request(ITypeSymbol type, string prefix, Dictionary<string, string> given, HashSet<string> taken, List<ParameterModel> own, string value)
    {
        if (!RequestMembers.CanMake(compilation, type))
        {
            Fail($"{type.Name} has no constructor without parameters, so no request can be made of its members");
            return null;
        }

        var members = new List<ThenArgument>();
        foreach (IPropertySymbol property in RequestMembers.Of(type).Where(p => RequestMembers.CanSet(compilation, p)))
        {
            string name = Identifier.Escape(property.Name);
            if (given.TryGetValue(prefix + property.Name, out string? path))
            {
                given.Remove(prefix + property.Name);
                if (Source(property.Type, path, value) is not { } source)
                {
                    return null;
                }

                members.Add(new ThenArgument(name, Source: source));
            }
            else if (IsForCaller(property))
            {
                ParameterModel parameter = Parameter(property, taken);
                own.Add(parameter);
                members.Add(new ThenArgument(name, Own: parameter.Argument));
            }
        }

        return new ThenRequest(TypeText.OfNotNull(type), members.ToEquatableArray());
    }

    // What may stay as a request has it from its beginning is left so.
    private static bool IsForCaller(IPropertySymbol property) =>
        (property.IsRequired || property.Type.MayBeNull())
        && property.Find(ContractNames.IdempotencyKey) is null
        && property.Find("System.Text.Json.Serialization.JsonExtensionDataAttribute") is null;

    private static ParameterModel Parameter(IPropertySymbol property, HashSet<string> taken)
    {
        string name = Free(char.ToLowerInvariant(property.Name[0]) + property.Name.Substring(1), taken);
        ITypeSymbol type = property.IsRequired ? property.Type : property.Type.WithNullableAnnotation(NullableAnnotation.Annotated);
        string attributes = string.Concat(AttributeText.OfLimits(property).Select(static a => $"[{a}] "));
        return new ParameterModel(name, $"{attributes}{TypeText.Of(type)} {Identifier.Escape(name)}{(property.IsRequired ? "" : " = null")}", Identifier.Escape(name), DocumentationText.Of(property, default).Summary)
        {
            IsOptional = !property.IsRequired,
        };
    }

    private ThenSource? Source(ITypeSymbol target, string path, string value)
    {
        bool isText = target.SpecialType == SpecialType.System_String;
        if (path.Length == 0 || path[0] == '@')
        {
            return _id.Text(path.Length == 0 ? _id.IdParameter : path.Substring(1)) is not { } text ? FailSource($"'{path}' is no part of the job's id")
                : isText ? new ThenSource(null, text)
                : FailSource("the id of a job is a text");
        }

        if (isText)
        {
            MemberReading? member = new ReadingParser(compilation, problems, attribute).Text(_answer, value, path, []);
            return member switch
            {
                null => null,
                { Conversion: ReadingConversion.EnumText } => FailSource($"'{path}' is one of a few values"),
                _ => new ThenSource(member, path),
            };
        }

        MemberPath? found = MemberPath.Resolve(compilation, _answer, value, path, trustsAnnotations: true, out string? fault);
        if (fault is not null)
        {
            problems.Add(ProblemKind.PathNotResolved, attribute, path, fault);
        }

        return found is null ? null
            : compilation.ClassifyConversion(found.Type, target.Unwrap()).IsImplicit ? new ThenSource(new MemberReading(found.Access, found.MayBeNull, found.EndsInNull, ReadingConversion.None), path)
            : FailSource($"'{path}' is no {target.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat)}");
    }

    private ThenSource? FailSource(string reason)
    {
        Fail(reason);
        return null;
    }

    private ThenModel? Fail(string reason)
    {
        problems.Add(ProblemKind.ChainNotUsable, attribute, monitor.Name, _next, reason);
        return null;
    }

    private static string Reference(OperationModel operation)
    {
        ClientType client = operation.Client;
        string typeArguments = client.TypeParameters.Count == 0 ? "" : $"<{string.Join(", ", client.TypeParameters.Select(static p => p.Name))}>";
        return $"global::{(client.Namespace.Length == 0 ? "" : client.Namespace + ".")}{operation.TypeName}{typeArguments}";
    }

    private static string Free(string name, HashSet<string> taken)
    {
        while (!taken.Add(name))
        {
            name += "_";
        }

        return name;
    }
}
