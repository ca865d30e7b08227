using System.Collections.Immutable;
using LongRun.Analyzers.Contracts;
using LongRun.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LongRun.Analyzers.Waiting.Results;

/// <summary>The assumptions on a job that are not success: each failure, and the ways to be still running that code can tell apart.</summary>
internal sealed class OpenEndings
{
    // More names of one status than these are in no document.
    private const int MaxNamed = 8;

    private OpenEndings(MonitorContract? monitor, IEnumerable<Scenario> running, IEnumerable<Scenario> failed, bool runningMustAgree)
    {
        Success = Scenario.Success(monitor);
        All = running.Concat(failed).ToImmutableArray();
        RunningMustAgree = runningMustAgree;
    }

    internal ImmutableArray<Scenario> All { get; }

    /// <summary>The ending that is left.</summary>
    internal Scenario Success { get; }

    /// <summary>
    /// Whether "still running" counts only where it holds with each running status. Where the document lists no statuses,
    /// code that leaves on those that it names may know them all.
    /// </summary>
    internal bool RunningMustAgree { get; }

    internal static OpenEndings Of(WaitingBody body, MonitorContract? monitor)
    {
        if (monitor is null)
        {
            return new OpenEndings(null, [Scenario.Running(null)], [Scenario.Failure()], runningMustAgree: false);
        }

        IEnumerable<Scenario> failed = monitor.Failed.Select(s => Scenario.Failure(monitor, s));
        ImmutableArray<string> listed = StatusType.ValuesOf(StatusType.Of(monitor), body.Contract).Select(static value => value.Text).Where(s => IsRunning(monitor, s)).ToImmutableArray();
        IEnumerable<string> named = Named(body).Where(s => IsRunning(monitor, s)).Distinct().Take(MaxNamed);
        return listed.IsEmpty
            ? new OpenEndings(monitor, named.Select(s => Scenario.RunningAs(monitor, s)).Append(Scenario.Running(monitor)), failed, runningMustAgree: true)
            : new OpenEndings(monitor, Listed(monitor, listed, named.ToImmutableArray()), failed, runningMustAgree: false);
    }

    /// <summary>Those of the list that the code asks for, and one that it does not: it treats all others the same.</summary>
    private static IEnumerable<Scenario> Listed(MonitorContract monitor, ImmutableArray<string> listed, ImmutableArray<string> named) => listed
        .Where(named.Contains)
        .Concat(listed.Where(s => !named.Contains(s)).Take(1))
        .Select(s => Scenario.RunningAs(monitor, s));

    private static bool IsRunning(MonitorContract monitor, string status) =>
        !monitor.Succeeded.Contains(status, StringComparer.OrdinalIgnoreCase) && !monitor.Failed.Contains(status, StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<string> Named(WaitingBody body)
    {
        foreach (IOperation operation in body.Operations)
        {
            if (operation is IMemberReferenceOperation { Member: { IsStatic: true } member }
                && (body.Contract.StatusTextOf(member) ?? (member is IFieldSymbol { ContainingType.TypeKind: TypeKind.Enum } ? member.Name : null)) is { } text)
            {
                yield return text;
            }
            else if (operation.ConstantValue is { HasValue: true, Value: string constant } && IsCompared(operation))
            {
                yield return constant;
            }
        }
    }

    private static bool IsCompared(IOperation constant)
    {
        IOperation? outer = constant.Parent;
        while (outer is IConversionOperation or IParenthesizedOperation)
        {
            outer = outer.Parent;
        }

        return outer switch
        {
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } => true,
            IConstantPatternOperation or ISingleValueCaseClauseOperation or IArrayInitializerOperation => true,
            IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "Equals" or "Contains" or "Compare" } } => true,

            // No operation of its own to the oldest compiler.
            { Syntax: CollectionExpressionSyntax } => true,
            _ => false,
        };
    }
}
