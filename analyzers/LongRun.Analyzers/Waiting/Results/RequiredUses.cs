using LongRun.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LongRun.Analyzers.Waiting.Results;

/// <summary>
/// The places of a function where null will not do: it is dereferenced, unwrapped, declared not to be null (<c>!</c>), or
/// given to a target that does not take it. Whatever else is done with a value (interpolation, projection, logging) may be
/// done with null.
/// </summary>
internal sealed class RequiredUses
{
    private readonly HashSet<IOperation> _uses = [];
    private readonly WaitingBody _body;
    private readonly FunctionFlow _function;

    private RequiredUses(WaitingBody body, FunctionFlow function)
    {
        _body = body;
        _function = function;
    }

    /// <summary>Finds them among the operations of a graph.</summary>
    internal static IReadOnlyCollection<IOperation> In(WaitingBody body, FunctionFlow function)
    {
        var uses = new RequiredUses(body, function);
        foreach (IOperation operation in function.Operations())
        {
            uses.Visit(operation);
        }

        uses.VisitReturns();
        return uses._uses;
    }

    private void Visit(IOperation operation)
    {
        if (IsForgiven(operation.Syntax))
        {
            _uses.Add(operation);
        }

        switch (operation)
        {
            case IMemberReferenceOperation { Instance: { } instance } member when NullTargets.Dereferences(member.Member):
                _uses.Add(instance);
                break;
            case IInvocationOperation { Instance: { } instance } call when NullTargets.Dereferences(call.TargetMethod):
                _uses.Add(instance);
                break;
            case IArrayElementReferenceOperation element:
                _uses.Add(element.ArrayReference);
                break;
            case IImplicitIndexerReferenceOperation element:
                _uses.Add(element.Instance);
                break;
            case IArgumentOperation argument when NullTargets.Refuses(argument):
                _uses.Add(argument.Value);
                break;
            case IConversionOperation conversion when NullTargets.Refuses(conversion, _body.Root.SemanticModel):
                _uses.Add(conversion.Operand);
                break;
            case ISimpleAssignmentOperation assignment when NullTargets.Refuses(assignment.Target):
                _uses.Add(assignment.Value);
                break;
            case IReturnOperation { Kind: OperationKind.YieldReturn, ReturnedValue: { } yielded } when NullTargets.RefusesItem(Method):
                _uses.Add(yielded);
                break;
        }
    }

    private void VisitReturns()
    {
        if (!NullTargets.RefusesResult(Method))
        {
            return;
        }

        foreach (BasicBlock block in _function.Graph.Blocks)
        {
            if (block is { BranchValue: { } returned, FallThroughSuccessor.Semantics: ControlFlowBranchSemantics.Return })
            {
                _uses.Add(returned);
            }
        }
    }

    /// <summary>The method or local function; a lambda's result is whatever its place makes of it.</summary>
    private IMethodSymbol? Method => _function.Symbol switch
    {
        null => _body.Owner as IMethodSymbol,
        { MethodKind: MethodKind.LocalFunction } local => local,
        _ => null,
    };

    private static bool IsForgiven(SyntaxNode syntax)
    {
        SyntaxNode? outer = syntax.Parent;
        while (outer is ParenthesizedExpressionSyntax)
        {
            outer = outer.Parent;
        }

        return outer.IsKind(SyntaxKind.SuppressNullableWarningExpression);
    }
}
