using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using LongRun.Constraints;
using Microsoft.CodeAnalysis;

namespace LongRun.Analyzers.Contracts;

/// <summary>What the attributes say of the symbols of one compilation. Asked often, answered once for each symbol; any thread.</summary>
internal sealed class Contract
{
    private static readonly ConditionalWeakTable<Compilation, Contract> Contracts = new();

    private readonly ConcurrentDictionary<ISymbol, ValueContract> _values = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, ValueContract> _returns = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<IMethodSymbol, StartContract?> _starts = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<IMethodSymbol, MonitorContract?> _monitors = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<IMethodSymbol, MonitorContract?> _lists = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<IMethodSymbol, CallRole> _roles = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ITypeSymbol, MonitorContract?> _handles = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, string?> _statusTexts = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<IAssemblySymbol, bool> _assemblies = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<IPropertySymbol, MediaProfile?> _profiles = new(SymbolEqualityComparer.Default);
    private readonly bool _isPresent;
    private readonly HashSet<string> _definers;

    private Contract(Compilation compilation)
    {
        string[] references = compilation.SourceModule.ReferencedAssemblySymbols
            .Where(static assembly => !IsFrameworks(assembly) && Defines(assembly))
            .Select(static assembly => assembly.Name)
            .ToArray();

        // The program's own types are read only where no reference tells: at this moment nobody has read them yet.
        _definers = new HashSet<string>(references.Length > 0 || !Defines(compilation.Assembly) ? references : [compilation.Assembly.Name], StringComparer.Ordinal);
        _isPresent = _definers.Count > 0;
        Monitors = new MonitorRegistry(this);
    }

    /// <summary>The monitors of whole assemblies.</summary>
    internal MonitorRegistry Monitors { get; }

    /// <summary>The contract of a compilation, the same for all analyzers; <see langword="null"/> where none is referenced.</summary>
    internal static Contract? Find(Compilation compilation) =>
        Contracts.GetValue(compilation, static c => new Contract(c)) is { _isPresent: true } contract ? contract : null;

    /// <summary>What a parameter, property or field takes.</summary>
    internal ValueContract ValuesOf(ISymbol? target) =>
        target is null || !MayCarry(target) ? ValueContract.None : _values.GetOrAdd(target.OriginalDefinition, static symbol => ValueContract.Read(Declarations.Of(symbol).SelectMany(static s => s.GetAttributes())));

    /// <summary>What a method may return (<c>[return: …]</c>).</summary>
    internal ValueContract ReturnsOf(IMethodSymbol method) =>
        !MayCarry(method) ? ValueContract.None : _returns.GetOrAdd(method.OriginalDefinition, static symbol => ValueContract.Read(Declarations.Of(symbol).OfType<IMethodSymbol>().SelectMany(static m => m.GetReturnTypeAttributes())));

    /// <summary>The start that a call to the method is: a raw one, or a generated <c>Start…Async</c>.</summary>
    internal StartContract? StartOf(IMethodSymbol method) => !MayCarry(method) ? null : _starts.GetOrAdd(
        method.OriginalDefinition,
        static symbol => Find(symbol, ContractNames.StartsOperation) is var (owner, attribute) ? new StartContract((IMethodSymbol)owner, attribute) : null);

    /// <summary>The monitor that a call to the method asks for one status.</summary>
    internal MonitorContract? MonitorOf(IMethodSymbol method) => !MayCarry(method) ? null : _monitors.GetOrAdd(
        method.OriginalDefinition,
        static symbol => Find(symbol, ContractNames.OperationMonitor) is var (owner, attribute) ? new MonitorContract((IMethodSymbol)owner, attribute) : null);

    /// <summary>The monitor that reports on what a start starts.</summary>
    internal MonitorContract? MonitorOf(StartContract start) => start.Client is { } client
        ? AllMembers(client, start.MonitorName).Select(MonitorOf).FirstOrDefault(static m => m is not null)
        : null;

    /// <summary>The monitor whose list form the method is.</summary>
    internal MonitorContract? ListedBy(IMethodSymbol method) => !MayCarry(method) ? null : _lists.GetOrAdd(method.OriginalDefinition, symbol =>
    {
        foreach (ISymbol owner in Declarations.Of(symbol))
        {
            foreach (IMethodSymbol sibling in owner.ContainingType.GetMembers().OfType<IMethodSymbol>())
            {
                if (MonitorOf(sibling) is { ListMethod: { } list } monitor && list == symbol.Name)
                {
                    return monitor;
                }
            }
        }

        return null;
    });

    /// <summary>What a call to the method does to a job.</summary>
    internal CallRole RoleOf(IMethodSymbol method)
    {
        // Asked for every call of a program: most are the framework's, and leave here.
        if (!MayCarry(method))
        {
            return CallRole.None;
        }

        return _roles.TryGetValue(method.OriginalDefinition, out CallRole role)
            ? role
            : _roles.GetOrAdd(method.OriginalDefinition, symbol => CallRoles.Classify(this, symbol));
    }

    /// <summary>The monitor of a generated handle, which is named after it: <c>IndexingOperation</c>.</summary>
    internal MonitorContract? MonitorOfHandle(ITypeSymbol type) => !Handles.IsHandle(type) ? null : _handles.GetOrAdd(type.OriginalDefinition, symbol =>
        symbol.ContainingAssembly is { } assembly ? Monitors.In(assembly).FirstOrDefault(m => m.Name + "Operation" == symbol.Name) : null);

    /// <summary>Whether the member means something only after terminal success.</summary>
    internal bool IsAvailableWhenSucceeded(ISymbol member) => Carries(member, ContractNames.AvailableWhenSucceeded);

    /// <summary>The text on the wire of a known status: a member with <c>[StatusValue]</c>, or of an enum with its text.</summary>
    internal string? StatusTextOf(ISymbol member) => !MayCarry(member) ? null : _statusTexts.GetOrAdd(member.OriginalDefinition, static symbol =>
    {
        foreach (AttributeData attribute in symbol.GetAttributes())
        {
            switch (attribute.AttributeClass?.Name)
            {
                case ContractNames.StatusValue or "JsonStringEnumMemberNameAttribute" when AttributeReader.Text(attribute, 0) is { Length: > 0 } text:
                    return text;
                case "EnumMemberAttribute" when AttributeReader.Text(attribute, "Value") is { } text:
                    return text;
            }
        }

        return null;
    });

    /// <summary>Whether the type, or one it derives from, is the body of a webhook.</summary>
    internal bool IsWebhookPayload(ITypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (Carries(type, ContractNames.WebhookPayload))
            {
                return true;
            }
        }

        return false;
    }

    internal bool VerifiesWebhook(IMethodSymbol method) => Carries(method, ContractNames.VerifiesWebhook);

    internal bool RetriesOwnCalls(IMethodSymbol method) => Carries(method, ContractNames.RetriesOwnCalls);

    /// <summary>The media profile that a property such as <c>VideoRequirements.Marengo</c> stands for, as its client declares it.</summary>
    internal MediaProfile? ProfileOf(IPropertySymbol property) => !property.IsStatic || !MayCarry(property) ? null : _profiles.GetOrAdd(property, static symbol =>
    {
        foreach (INamedTypeSymbol client in symbol.ContainingNamespace.GetTypeMembers())
        {
            foreach (AttributeData attribute in client.GetAttributes())
            {
                if (AttributeReader.ContractName(attribute) == ContractNames.MediaRequirements && AttributeReader.Text(attribute, 0) == symbol.Name)
                {
                    return ReadProfile(attribute);
                }
            }
        }

        return null;
    });

    /// <summary>
    /// Cheap filter: only an assembly that defines the contract or refers to one that does can carry its attributes.
    /// </summary>
    internal bool MayCarry(ISymbol symbol) => symbol.ContainingAssembly is { } assembly
        && (_assemblies.TryGetValue(assembly, out bool may) ? may : _assemblies.GetOrAdd(assembly, MayCarry));

    private bool MayCarry(IAssemblySymbol assembly) => _definers.Contains(assembly.Name)
        || assembly is ISourceAssemblySymbol
        || assembly.Modules.Any(m => m.ReferencedAssemblies.Any(r => _definers.Contains(r.Name)));

    // By names, which the metadata lists: to look a type up makes symbols of all that stand beside it.
    private static bool Defines(IAssemblySymbol assembly) =>
        assembly.NamespaceNames.Contains(ContractNames.InnerNamespace) && ContractNames.Markers.Any(assembly.TypeNames.Contains);

    // By name, which costs nothing: there are some 170 of them, and to look into each costs more than all rules on a project without calls.
    private static bool IsFrameworks(IAssemblySymbol assembly) =>
        assembly.Name is "mscorlib" or "netstandard" or "System" || assembly.Name.StartsWith("System.", StringComparison.Ordinal) || assembly.Name.StartsWith("Microsoft.", StringComparison.Ordinal);

    private static (ISymbol Owner, AttributeData Attribute)? Find(ISymbol symbol, string name)
    {
        foreach (ISymbol owner in Declarations.Of(symbol))
        {
            if (AttributeReader.Find(owner, name) is { } attribute)
            {
                return (owner, attribute);
            }
        }

        return null;
    }

    private static MediaProfile? ReadProfile(AttributeData attribute) => AttributeReader.Text(attribute, 0) is not { Length: > 0 } name ? null : new MediaProfile(
        name,
        AttributeReader.Number(attribute, "MinDurationSeconds", double.NegativeInfinity),
        AttributeReader.Number(attribute, "MaxDurationSeconds", double.PositiveInfinity),
        (int)AttributeReader.Number(attribute, "MinWidth", 0),
        (int)AttributeReader.Number(attribute, "MaxWidth", int.MaxValue),
        (int)AttributeReader.Number(attribute, "MinHeight", 0),
        (int)AttributeReader.Number(attribute, "MaxHeight", int.MaxValue),
        AttributeReader.Number(attribute, "MaxSizeBytes", long.MaxValue) is var size && size >= long.MaxValue ? long.MaxValue : (long)size,
        AttributeReader.Text(attribute, "AudioRequiredWith"),
        AttributeReader.Text(attribute, "Source"));

    private static IEnumerable<IMethodSymbol> AllMembers(INamedTypeSymbol type, string name) =>
        type.GetMembers(name).Concat(type.AllInterfaces.SelectMany(i => i.GetMembers(name))).OfType<IMethodSymbol>();

    private bool Carries(ISymbol symbol, string name) => MayCarry(symbol) && Find(symbol, name) is not null;
}
