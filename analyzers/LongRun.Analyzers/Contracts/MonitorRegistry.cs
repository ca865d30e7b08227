using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace LongRun.Analyzers.Contracts;

/// <summary>
/// All monitors of an assembly, for what names none itself: a handle, or a status whose call is not in sight. Collected
/// where somebody asks, once for each assembly.
/// </summary>
internal sealed class MonitorRegistry
{
    private readonly Contract _contract;
    private readonly ConcurrentDictionary<IAssemblySymbol, Lazy<ImmutableArray<MonitorContract>>> _monitors = new(SymbolEqualityComparer.Default);

    internal MonitorRegistry(Contract contract) => _contract = contract;

    internal ImmutableArray<MonitorContract> In(IAssemblySymbol assembly) => _monitors.GetOrAdd(assembly, a => new Lazy<ImmutableArray<MonitorContract>>(() => Collect(a))).Value;

    private ImmutableArray<MonitorContract> Collect(IAssemblySymbol assembly)
    {
        ImmutableArray<MonitorContract>.Builder found = ImmutableArray.CreateBuilder<MonitorContract>();
        Collect(assembly.GlobalNamespace, found);
        return found.ToImmutable();
    }

    private void Collect(INamespaceOrTypeSymbol container, ImmutableArray<MonitorContract>.Builder found)
    {
        foreach (ISymbol member in container.GetMembers())
        {
            switch (member)
            {
                case INamespaceOrTypeSymbol inner:
                    Collect(inner, found);
                    break;

                // The interface's methods carry the contract; a class counts only where it implements no such interface.
                case IMethodSymbol { MethodKind: MethodKind.Ordinary } method
                    when AttributeReader.Find(method, ContractNames.OperationMonitor) is not null && _contract.MonitorOf(method) is { } monitor:
                    found.Add(monitor);
                    break;
            }
        }
    }
}
