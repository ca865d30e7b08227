using LongRun.Analyzers.Contracts;
using LongRun.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace LongRun.Analyzers.Waiting.Loops;

/// <summary>Finds out whether an expression is the same in each turn of a loop: a job's id, when one job is polled.</summary>
internal sealed class SameEachTurn
{
    // Chains of locals longer than this are not written by people.
    private const int MaxDepth = 16;

    private static readonly string[] PureMethods = ["ToString", "Parse", "Format", "Concat", "Trim", "ConfigureAwait", "ToLowerInvariant", "ToUpperInvariant", "EscapeDataString", "Substring"];

    private readonly FlowContext _context;
    private readonly TextSpan _loop;

    internal SameEachTurn(FlowContext context, TextSpan loop)
    {
        _context = context;
        _loop = loop;
    }

    internal bool Holds(IOperation? operation, int depth = 0)
    {
        if (operation is null || depth > MaxDepth)
        {
            return false;
        }

        depth++;
        if (operation.ConstantValue.HasValue)
        {
            return true;
        }

        return operation switch
        {
            IInstanceReferenceOperation or ILiteralOperation or IDefaultValueOperation or ITypeOfOperation => true,
            IConversionOperation conversion => Holds(conversion.Operand, depth),
            IParenthesizedOperation parenthesized => Holds(parenthesized.Operand, depth),
            IAwaitOperation awaited => Holds(awaited.Operation, depth),
            ILocalReferenceOperation local => OfLocal(local, depth),
            IParameterReferenceOperation parameter => !IsDeclaredInLoop(parameter.Parameter) && !IsWrittenInLoop(parameter.Parameter),
            IFieldReferenceOperation field => (field.Instance is null || Holds(field.Instance, depth)) && !IsWrittenInLoop(field.Field),
            IPropertyReferenceOperation property => (property.Instance is null || Holds(property.Instance, depth) || IsSameJob(property.Instance)) && property.Arguments.All(a => Holds(a.Value, depth)) && !IsWrittenInLoop(property.Property),
            IArrayElementReferenceOperation element => Holds(element.ArrayReference, depth) && element.Indices.All(i => Holds(i, depth)),
            IInvocationOperation call => PureMethods.Contains(call.TargetMethod.Name) && (call.Instance is null || Holds(call.Instance, depth)) && call.Arguments.All(a => Holds(a.Value, depth)),
            IInterpolatedStringOperation text => text.Parts.All(p => p is not IInterpolationOperation hole || Holds(hole.Expression, depth)),
            IConditionalAccessOperation access => Holds(access.Operation, depth),
            ICoalesceOperation choice => Holds(choice.Value, depth) && Holds(choice.WhenNull, depth),
            IBinaryOperation binary => Holds(binary.LeftOperand, depth) && Holds(binary.RightOperand, depth),
            IThrowOperation => true,
            _ => false,
        };
    }

    private bool OfLocal(ILocalReferenceOperation reference, int depth)
    {
        ILocalSymbol local = reference.Local;
        if (!IsDeclaredInLoop(local))
        {
            return !IsWrittenInLoop(local);
        }

        // Declared in the turn: as good as what it gets there, once.
        IVariableDeclaratorOperation? declarator = _context.Operations.OfType<IVariableDeclaratorOperation>().FirstOrDefault(d => SymbolEqualityComparer.Default.Equals(d.Symbol, local));
        return declarator is { Initializer.Value: { } value, Parent: not ILoopOperation } && !IsWrittenInLoop(local) && Holds(value, depth);
    }

    /// <summary>A local that the loop only updates by asking for the status: it is the same job, with the same id.</summary>
    private bool IsSameJob(IOperation operation) =>
        operation is ILocalReferenceOperation { Local: var local }
        && Writes(local).ToArray() is { Length: > 0 } writes
        && writes.All(w => w is ISimpleAssignmentOperation { Value: var value } && AsksForOneJob(value));

    private bool AsksForOneJob(IOperation value)
    {
        while (value is IAwaitOperation or IConversionOperation or IInvocationOperation { TargetMethod.Name: "ConfigureAwait", Instance: not null })
        {
            value = value switch
            {
                IAwaitOperation awaited => awaited.Operation,
                IConversionOperation conversion => conversion.Operand,
                _ => ((IInvocationOperation)value).Instance!,
            };
        }

        return value is IInvocationOperation call && _context.Contract.RoleOf(call.TargetMethod) is CallRole.Status or CallRole.Update;
    }

    private bool IsDeclaredInLoop(ISymbol symbol) =>
        symbol.DeclaringSyntaxReferences is [var declaration] && declaration.SyntaxTree == _context.Root.Syntax.SyntaxTree && _loop.Contains(declaration.Span);

    private bool IsWrittenInLoop(ISymbol variable) => Writes(variable).Any();

    private IEnumerable<IOperation> Writes(ISymbol variable)
    {
        foreach (IOperation operation in _context.Operations)
        {
            _context.CancellationToken.ThrowIfCancellationRequested();
            if (_loop.Contains(operation.Syntax.Span) && Targets(operation).Any(t => SymbolEqualityComparer.Default.Equals(t, variable)))
            {
                yield return operation;
            }
        }
    }

    private static IEnumerable<ISymbol?> Targets(IOperation operation) => operation switch
    {
        IDeconstructionAssignmentOperation { Target: ITupleOperation tuple } => tuple.Elements.Select(Decision.VariableOf),
        IAssignmentOperation assignment => [Decision.VariableOf(assignment.Target)],
        IIncrementOrDecrementOperation change => [Decision.VariableOf(change.Target)],
        IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument => [Decision.VariableOf(argument.Value)],
        _ => [],
    };
}
