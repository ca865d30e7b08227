using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
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
        if (assembly.GetMetadata() is { } metadata)
        {
            foreach (ModuleMetadata module in metadata.GetModules())
            {
                Collect(assembly, module.GetMetadataReader(), found);
            }
        }
        else
        {
            Collect(assembly.GlobalNamespace, found);
        }

        return found.ToImmutable();
    }

    // A client has thousands of members and a handful of monitors: its table of attributes says which, and nothing else need be looked into.
    private void Collect(IAssemblySymbol assembly, MetadataReader reader, ImmutableArray<MonitorContract>.Builder found)
    {
        foreach (CustomAttributeHandle handle in reader.CustomAttributes)
        {
            CustomAttribute attribute = reader.GetCustomAttribute(handle);
            if (attribute.Parent.Kind == HandleKind.MethodDefinition
                && NameOfType(reader, attribute.Constructor) is { } name
                && reader.StringComparer.Equals(name, ContractNames.OperationMonitor)
                && Method(assembly, reader, (MethodDefinitionHandle)attribute.Parent) is { } method)
            {
                Add(method, found);
            }
        }
    }

    private static StringHandle? NameOfType(MetadataReader reader, EntityHandle constructor)
    {
        EntityHandle type = constructor.Kind == HandleKind.MemberReference
            ? reader.GetMemberReference((MemberReferenceHandle)constructor).Parent
            : reader.GetMethodDefinition((MethodDefinitionHandle)constructor).GetDeclaringType();
        return type.Kind switch
        {
            HandleKind.TypeReference => reader.GetTypeReference((TypeReferenceHandle)type).Name,
            HandleKind.TypeDefinition => reader.GetTypeDefinition((TypeDefinitionHandle)type).Name,
            _ => null,
        };
    }

    private static IMethodSymbol? Method(IAssemblySymbol assembly, MetadataReader reader, MethodDefinitionHandle handle)
    {
        int token = MetadataTokens.GetToken(handle);
        MethodDefinition method = reader.GetMethodDefinition(handle);
        return assembly.GetTypeByMetadataName(MetadataName(reader, method.GetDeclaringType()))?
            .GetMembers(reader.GetString(method.Name))
            .OfType<IMethodSymbol>()
            .FirstOrDefault(m => m.MetadataToken == token);
    }

    private static string MetadataName(MetadataReader reader, TypeDefinitionHandle handle)
    {
        TypeDefinition type = reader.GetTypeDefinition(handle);
        string name = reader.GetString(type.Name);
        return !type.GetDeclaringType().IsNil ? MetadataName(reader, type.GetDeclaringType()) + "+" + name
            : type.Namespace.IsNil ? name
            : reader.GetString(type.Namespace) + "." + name;
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
                case IMethodSymbol method:
                    Add(method, found);
                    break;
            }
        }
    }

    // The interface's methods carry the contract; a class counts only where it implements no such interface.
    private void Add(IMethodSymbol method, ImmutableArray<MonitorContract>.Builder found)
    {
        if (method.MethodKind == MethodKind.Ordinary && AttributeReader.Find(method, ContractNames.OperationMonitor) is not null && _contract.MonitorOf(method) is { } monitor)
        {
            found.Add(monitor);
        }
    }
}
