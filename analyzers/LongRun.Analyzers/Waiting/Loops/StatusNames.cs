using LongRun.Analyzers.Contracts;
using LongRun.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LongRun.Analyzers.Waiting.Loops;

/// <summary>Statuses of running jobs that code asks for by name: a loop, itself or in the lambdas and local functions of its body.</summary>
internal static class StatusNames
{
    // Each costs a run; nobody asks for more.
    private const int MaxNames = 8;

    internal static IEnumerable<string> OfRunning(FlowContext context, FunctionFlow function, LoopRegion region, MonitorContract monitor) => OfRunning(
        function.Graph.Blocks.Where(region.Contains).SelectMany(FunctionFlow.OperationsOf).Concat(context.Functions.Where(f => f.Symbol is not null && f != function && (f.Symbol.MethodKind == MethodKind.LocalFunction || region.Span.Contains(f.Syntax.Span))).SelectMany(static f => f.Operations())),
        context.Contract,
        monitor)
        .Concat(InSets(context, function, region, monitor))
        .Distinct()
        .Take(MaxNames);

    // Sets that the loop asks are mostly written out before it: in a local, in a static field.
    private static IEnumerable<string> InSets(FlowContext context, FunctionFlow function, LoopRegion region, MonitorContract monitor) =>
        function.Graph.Blocks.Where(region.Contains).SelectMany(FunctionFlow.OperationsOf)
            .Where(static o => o is ILocalReferenceOperation or IFieldReferenceOperation { Field.IsStatic: true } && o.Type is IArrayTypeSymbol or { Name: "HashSet" or "SortedSet" or "List" or "FrozenSet" or "ImmutableHashSet" or "ImmutableArray" or "ISet" or "IReadOnlySet" or "IReadOnlyList" or "IReadOnlyCollection" or "IEnumerable" })
            .SelectMany(o => ConstantSet.Of(o, context) ?? [])
            .Select(member => member.ConstantValue is { HasValue: true, Value: string text } ? text : member is IMemberReferenceOperation { Member: { IsStatic: true } listed } ? context.Contract.StatusTextOf(listed) : null)
            .OfType<string>()
            .Where(s => !monitor.Succeeded.Contains(s) && !monitor.Failed.Contains(s));

    internal static IEnumerable<string> OfRunning(IEnumerable<IOperation> code, Contract contract, MonitorContract monitor)
    {
        ITypeSymbol? status = StatusType.Of(monitor);
        return code
            .Select(o => NameIn(o, contract, status))
            .OfType<string>()
            .Where(s => !monitor.Succeeded.Contains(s) && !monitor.Failed.Contains(s))
            .Distinct()
            .Take(MaxNames);
    }

    /// <summary>Statuses of running jobs that the status type lists: known values of an open set, members of an enum.</summary>
    internal static IEnumerable<string> ListedAsRunning(Contract contract, MonitorContract monitor) => StatusType.ValuesOf(StatusType.Of(monitor), contract)
        .Select(static value => value.Text)
        .Where(s => !monitor.Succeeded.Contains(s) && !monitor.Failed.Contains(s));

    private static string? NameIn(IOperation operation, Contract contract, ITypeSymbol? status) => operation switch
    {
        { ConstantValue: { HasValue: true, Value: string text } } => IsLikeName(text) && !IsMessage(operation) ? text : null,
        IMemberReferenceOperation { Member: { IsStatic: true } member } => contract.StatusTextOf(member) ?? (member is IFieldSymbol { ContainingType.TypeKind: TypeKind.Enum } && SymbolEqualityComparer.Default.Equals(member.ContainingType, status) ? member.Name : null),
        _ => null,
    };

    private static bool IsMessage(IOperation text) => text.Parent is IArgumentOperation { Parent: IInvocationOperation { TargetMethod: var method } } && method.Name is not "Equals" and not "Contains";

    private static bool IsLikeName(string text) => text.Length is > 0 and < 40 && text.All(static c => char.IsLetterOrDigit(c) || c is '_' or '-' or '.');
}
