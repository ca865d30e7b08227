using LongRun.Analyzers.Contracts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LongRun.Analyzers.Waiting.Results;

/// <summary>
/// Says whether nobody gets to know how a wait ended: its outcome is thrown away, or kept in a local that nobody reads, and
/// nobody looks at the job afterwards. <c>_ =</c> says that it is meant.
/// </summary>
internal sealed class DroppedOutcome
{
    // Longer ways are not written by people; and two locals may be given to each other.
    private const int MaxDepth = 12;

    private readonly WaitingBody _body;
    private readonly ContractCall _wait;

    private DroppedOutcome(WaitingBody body, ContractCall wait)
    {
        _body = body;
        _wait = wait;
    }

    internal static bool Is(WaitingBody body, ContractCall wait)
    {
        var outcome = new DroppedOutcome(body, wait);
        return outcome.IsDropped(wait.Call, 0) && !outcome.IsThrowAwaited() && !outcome.IsLookedAtLater();
    }

    /// <summary>The references to a local that are more than a write to it.</summary>
    internal static IEnumerable<IOperation> Reads(IOperation root, ILocalSymbol local) => root.Descendants()
        .OfType<ILocalReferenceOperation>()
        .Where(r => SymbolEqualityComparer.Default.Equals(r.Local, local) && !(r.Parent is ISimpleAssignmentOperation assignment && assignment.Target == r));

    private bool IsDropped(IOperation value, int depth)
    {
        if (depth > MaxDepth)
        {
            return false;
        }

        switch (value.Parent)
        {
            case IExpressionStatementOperation:
                return true;
            case IAwaitOperation or IConversionOperation or IParenthesizedOperation or IArrayInitializerOperation or IArrayCreationOperation:
                return IsDropped(value.Parent, depth + 1);
            case IPropertyReferenceOperation { Property: { Name: "Result", ContainingType.Name: "Task" } } result:
                return IsDropped(result, depth + 1);
            case IInvocationOperation { TargetMethod.Name: "ConfigureAwait" or "GetAwaiter" or "GetResult" or "WaitAsync" or "Wait" } step when step.Instance == value:
                return IsDropped(step, depth + 1);
            case IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { Name: "WhenAll", ContainingType.Name: "Task" } or { Name: "ToArray" or "ToList", ContainingType.Name: "Enumerable" } } all }:
                return IsDropped(all, depth + 1);

            // Task.WhenAll(operations.Select(o => o.WaitForOutcomeAsync()))
            case IReturnOperation { Parent: IBlockOperation { Parent: IAnonymousFunctionOperation { Parent: IDelegateCreationOperation { Parent: IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { Name: "Select", ContainingType.Name: "Enumerable" } } select } } } } }:
                return IsDropped(select, depth + 1);
            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator }:
                return IsUnread(declarator.Symbol, depth);
            case ISimpleAssignmentOperation { Target: ILocalReferenceOperation local, Parent: IExpressionStatementOperation } assignment when assignment.Value == value:
                return IsUnread(local.Local, depth);
            default:
                return false;
        }
    }

    // A local of that name is a discard as people write it.
    private bool IsUnread(ILocalSymbol local, int depth) =>
        local.Name.Trim('_').Length > 0 && Reads(_body.Root, local).All(r => IsDropped(r, depth + 1));

    /// <summary><c>Assert.ThrowsAsync(async () => await operation.WaitForOutcomeAsync())</c> wants no outcome.</summary>
    private bool IsThrowAwaited()
    {
        for (IOperation? outer = _wait.Call.Parent; outer is not null; outer = outer.Parent)
        {
            if (outer is IInvocationOperation { TargetMethod: var method } && (method.Name.Contains("Throw") || method.ContainingType.Name is "Assert" or "Record"))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the code after the wait sees how the job stands: through a handle, or by asking for the status.</summary>
    private bool IsLookedAtLater()
    {
        IOperation? handle = CallSite.Receiver(_wait.Call);
        return _body.Calls.Any(c => (c.AsksForStatus || c.Role == CallRole.Wait) && IsLater(c.Call))
            || _body.Operations.Any(o => o switch
            {
                IPropertyReferenceOperation { Property: var property } => IsStanding(property.Name) && Handles.IsHandle(property.ContainingType) && IsLater(o),
                IArgumentOperation { Value: var given } => Handles.IsHandle(Loops.WaitArguments.Plain(given)?.Type) && IsLater(o),
                _ => false,
            })
            || (handle is IFieldReferenceOperation or IPropertyReferenceOperation && IsLookedAtElsewhere(((IMemberReferenceOperation)handle).Member));
    }

    private bool IsLater(IOperation operation)
    {
        if (operation.Syntax.SpanStart > _wait.Call.Syntax.Span.End)
        {
            return true;
        }

        for (IOperation? outer = _wait.Call.Parent; outer is not null; outer = outer.Parent)
        {
            if (outer is ILoopOperation && outer.Syntax.Span.Contains(operation.Syntax.Span) && !_wait.Call.Syntax.Span.Contains(operation.Syntax.Span))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether other members of the type look at the handle that a member holds.</summary>
    private bool IsLookedAtElsewhere(ISymbol member) => member.ContainingType.DeclaringSyntaxReferences
        .SelectMany(d => d.GetSyntax(_body.CancellationToken).DescendantNodes())
        .Any(n => n switch
        {
            MemberAccessExpressionSyntax access => IsStanding(access.Name.Identifier.ValueText) && access.Expression.GetLastToken().ValueText == member.Name,
            ConditionalAccessExpressionSyntax { WhenNotNull: MemberBindingExpressionSyntax binding } access => IsStanding(binding.Name.Identifier.ValueText) && access.Expression.GetLastToken().ValueText == member.Name,
            _ => false,
        });

    private static bool IsStanding(string member) => member is "State" or "HasCompleted" or "Current";
}
