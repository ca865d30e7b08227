using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LongRun.Analyzers.Contracts;

/// <summary>
/// Where the statuses of all monitors that a compilation sees are kept: types that list their values, and members that hold
/// plain texts. Collected where somebody first compares a text, once for each compilation.
/// </summary>
internal sealed class StatusCatalog
{
    private readonly Contract _contract;
    private readonly Lazy<Content> _content;

    internal StatusCatalog(Compilation compilation, Contract contract)
    {
        _contract = contract;
        _content = new Lazy<Content>(() => Collect(compilation));
    }

    internal ImmutableArray<MonitorContract> Monitors => _content.Value.Monitors;

    /// <summary>Cheap filter: whether the text, in whatever case, is an ending of any job.</summary>
    internal bool IsEnding(string text) => _content.Value.Endings.Contains(text);

    /// <summary>The statuses of a type that lists its values and is some monitor's status type.</summary>
    internal StatusList? ListOf(ITypeSymbol? type) =>
        MemberPath.Unwrap(type) is { SpecialType: SpecialType.None } own && _content.Value.Types.TryGetValue(own.OriginalDefinition, out StatusList? list) ? list : null;

    /// <summary>Cheap filter: whether any member that holds a status has this name.</summary>
    internal bool HasMemberNamed(string name) => _content.Value.Names.Contains(name);

    /// <summary>What a member holds, if it holds the status of some monitor as plain text.</summary>
    internal ImmutableArray<StatusMember> MembersAt(ISymbol member)
    {
        if (!HasMemberNamed(member.Name))
        {
            return ImmutableArray<StatusMember>.Empty;
        }

        foreach (ISymbol declaration in Declarations.Of(member))
        {
            if (_content.Value.Members.TryGetValue(declaration.OriginalDefinition, out ImmutableArray<StatusMember> members))
            {
                return members;
            }
        }

        return ImmutableArray<StatusMember>.Empty;
    }

    /// <summary>The monitors whose status calls, lists or starts answer with the type, each with the path to the status.</summary>
    internal IEnumerable<(MonitorContract Monitor, string Path)> AnswersOf(ITypeSymbol type) => _content.Value.Answers
        .Where(a => SymbolEqualityComparer.Default.Equals(a.Type, type))
        .Select(static a => (a.Monitor, a.Path));

    /// <summary>The monitors whose status type it is.</summary>
    internal IEnumerable<MonitorContract> MonitorsOf(ITypeSymbol? statusType) => MemberPath.Unwrap(statusType) is not { } own ? [] : _content.Value.Statuses
        .Where(s => SymbolEqualityComparer.Default.Equals(s.Type, own))
        .Select(static s => s.Monitor);

    /// <summary>Type of the items of a collection.</summary>
    internal static ITypeSymbol? ItemOf(ITypeSymbol collection) => collection switch
    {
        IArrayTypeSymbol array => array.ElementType,
        { SpecialType: SpecialType.System_String } => null,
        INamedTypeSymbol named => named.AllInterfaces.Add(named).FirstOrDefault(static i => i.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T)?.TypeArguments[0],
        _ => null,
    };

    private Content Collect(Compilation compilation)
    {
        ImmutableArray<MonitorContract> monitors = compilation.SourceModule.ReferencedAssemblySymbols
            .Append(compilation.Assembly)
            .Where(a => _contract.MayCarry(a.GlobalNamespace))
            .SelectMany(a => _contract.Monitors.In(a))
            .ToImmutableArray();
        var content = new Content(monitors);
        foreach (MonitorContract monitor in monitors)
        {
            foreach ((ITypeSymbol type, string path) in Places(monitor))
            {
                content.Answers.Add((type, path, monitor));
                if (MemberPath.Resolve(type, path) is { IsEmpty: false } members)
                {
                    Add(content, monitor, type, members);
                }
            }
        }

        return content;
    }

    /// <summary>Where a monitor's statuses are seen: the status call's answer, the list's items, the answers of its starts.</summary>
    private IEnumerable<(ITypeSymbol Type, string Path)> Places(MonitorContract monitor)
    {
        ITypeSymbol answer = MemberPath.Awaited(monitor.Method);
        yield return (answer, monitor.Status);
        int list = monitor.Status.IndexOf(MemberPath.EachItem + ".", StringComparison.Ordinal);
        if (list >= 0 && ItemOf(answer, monitor.Status.Substring(0, list)) is { } part)
        {
            yield return (part, monitor.Status.Substring(list + MemberPath.EachItem.Length + 1));
        }

        foreach (IMethodSymbol method in monitor.Method.ContainingType.GetMembers().OfType<IMethodSymbol>())
        {
            if (method.Name == monitor.ListMethod && monitor.ListStatus is { } listStatus && ItemOf(MemberPath.Awaited(method), monitor.ListItems) is { } item)
            {
                yield return (item, listStatus);
            }
            else if (_contract.StartOf(method) is { } start && start.MonitorName == monitor.Method.Name)
            {
                yield return (MemberPath.Awaited(method), monitor.Status);
            }
        }
    }

    private void Add(Content content, MonitorContract monitor, ITypeSymbol answer, ImmutableArray<ISymbol> path)
    {
        ISymbol member = path[path.Length - 1];
        ITypeSymbol type = MemberPath.Unwrap(StatusType.Of(member))!;
        ImmutableArray<(string Name, string Text)> known = StatusType.ValuesOf(type, _contract);
        IEnumerable<string> endings = monitor.Succeeded.Concat(monitor.Failed);
        content.Statuses.Add((type, monitor));
        if (!known.IsEmpty)
        {
            var own = new StatusList(
                ImmutableArray.Create(monitor.Name),
                known.Select(static k => k.Text).Union(Names(type)).Union(endings).ToImmutableArray(),
                isComplete: true,
                type.TypeKind == TypeKind.Enum ? known.Select(static k => k.Name).ToImmutableArray() : ImmutableArray<string>.Empty,
                ComparesWithoutCase(type));
            content.Types[type.OriginalDefinition] = content.Types.TryGetValue(type.OriginalDefinition, out StatusList? earlier) ? earlier.Join(own) : own;
            return;
        }

        // A flag or a number is compared as what it is; its text is the framework's ("True").
        if (type.SpecialType is not SpecialType.System_String and not SpecialType.None)
        {
            return;
        }

        IReadOnlyList<string> allowed = _contract.ValuesOf(member).AllowedTexts?.Texts ?? [];
        var list = new StatusList(
            ImmutableArray.Create(monitor.Name),
            allowed.Union(endings).ToImmutableArray(),
            isComplete: allowed.Count > 0,
            ImmutableArray<string>.Empty,
            ComparesWithoutCase(type));
        ISymbol key = member.OriginalDefinition;
        content.Names.Add(member.Name);
        content.Members[key] = (content.Members.TryGetValue(key, out ImmutableArray<StatusMember> others) ? others : ImmutableArray<StatusMember>.Empty).Add(new StatusMember(answer, path, list));
    }

    private static ITypeSymbol? ItemOf(ITypeSymbol list, string? path) => string.IsNullOrEmpty(path)
        ? ItemOf(list)
        : MemberPath.Resolve(list, path) is { IsEmpty: false } members && members[members.Length - 1] is var last
            ? ItemOf(StatusType.Of(last)!)
            : null;

    /// <summary>The constants that such a type has for its values: <c>VideoStatus.Names.Ready</c>.</summary>
    private static IEnumerable<string> Names(ITypeSymbol type) => type.GetTypeMembers()
        .SelectMany(static t => t.GetMembers())
        .OfType<IFieldSymbol>()
        .Select(static f => f.HasConstantValue ? f.ConstantValue : null)
        .OfType<string>();

    // Only sources can tell. Types of generated clients compare exactly.
    private static bool ComparesWithoutCase(ITypeSymbol type) => type.DeclaringSyntaxReferences.Any(static d =>
        d.GetSyntax().DescendantTokens().Any(static t => t.IsKind(SyntaxKind.IdentifierToken)
            && (t.ValueText.EndsWith("IgnoreCase", StringComparison.Ordinal) || t.ValueText is "ToLower" or "ToLowerInvariant" or "ToUpper" or "ToUpperInvariant")));

    private sealed class Content
    {
        internal Content(ImmutableArray<MonitorContract> monitors)
        {
            Monitors = monitors;
            Endings = new HashSet<string>(monitors.SelectMany(static m => m.Succeeded.Concat(m.Failed)), StringComparer.OrdinalIgnoreCase);
        }

        internal ImmutableArray<MonitorContract> Monitors { get; }

        internal Dictionary<ISymbol, StatusList> Types { get; } = new(SymbolEqualityComparer.Default);

        internal Dictionary<ISymbol, ImmutableArray<StatusMember>> Members { get; } = new(SymbolEqualityComparer.Default);

        internal HashSet<string> Names { get; } = [];

        internal HashSet<string> Endings { get; }

        internal List<(ITypeSymbol Type, string Path, MonitorContract Monitor)> Answers { get; } = [];

        internal List<(ITypeSymbol Type, MonitorContract Monitor)> Statuses { get; } = [];
    }
}
