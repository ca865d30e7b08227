using LongRun.Analyzers.Contracts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace LongRun.Analyzers.Values;

/// <summary>
/// Every place a value goes: argument (named, of an attribute), initialiser, <c>with</c>, assignment, default of a parameter,
/// <c>return</c>. Walks once; all rules that judge values get what it finds.
/// </summary>
internal sealed class ValuePlaces
{
    private readonly Contract _contract;
    private readonly Action<ConstrainedValue> _handler;

    private ValuePlaces(Contract contract, Action<ConstrainedValue> handler)
    {
        _contract = contract;
        _handler = handler;
    }

    internal static void Register(CompilationStartAnalysisContext context, Contract contract, Action<ConstrainedValue> handler)
    {
        var places = new ValuePlaces(contract, handler);
        context.RegisterOperationAction(
            places.Visit,
            OperationKind.Argument,
            OperationKind.SimpleAssignment,
            OperationKind.CoalesceAssignment,
            OperationKind.PropertyInitializer,
            OperationKind.FieldInitializer,
            OperationKind.ParameterInitializer,
            OperationKind.Return);
    }

    private void Visit(OperationAnalysisContext context)
    {
        switch (context.Operation)
        {
            case IArgumentOperation { ArgumentKind: not ArgumentKind.DefaultValue, Parameter: { RefKind: not RefKind.Out and not RefKind.Ref } parameter } argument:
                Judge(context, _contract.ValuesOf(parameter), parameter, argument.Value);
                break;
            case ISimpleAssignmentOperation assignment when Target(assignment.Target) is { } target:
                Judge(context, _contract.ValuesOf(target), target, assignment.Value);
                break;
            case ICoalesceAssignmentOperation assignment when Target(assignment.Target) is { } target:
                Judge(context, _contract.ValuesOf(target), target, assignment.Value);
                break;
            case IPropertyInitializerOperation { InitializedProperties: [var property, ..] } initializer:
                JudgeInitial(context, _contract.ValuesOf(property), property, initializer.Value);
                break;
            case IFieldInitializerOperation { InitializedFields: [var field, ..] } initializer:
                JudgeInitial(context, _contract.ValuesOf(field), field, initializer.Value);
                break;
            case IParameterInitializerOperation { Parameter: { } parameter } initializer:
                Judge(context, _contract.ValuesOf(parameter), parameter, initializer.Value);
                break;
            case IReturnOperation { Kind: OperationKind.Return, ReturnedValue: { } value } result when context.ContainingSymbol is IMethodSymbol method:
                VisitReturn(context, method, result, value);
                break;
        }
    }

    private void VisitReturn(OperationAnalysisContext context, IMethodSymbol method, IReturnOperation result, IOperation value)
    {
        ISymbol target = method.MethodKind == MethodKind.PropertyGet && method.AssociatedSymbol is { } property ? property : method;
        ValueContract contract = target is IMethodSymbol ? _contract.ReturnsOf(method) : _contract.ValuesOf(target);
        if (contract == ValueContract.None)
        {
            return;
        }

        // What a lambda or a local function returns is not what the member returns.
        for (IOperation? outer = result.Parent; outer is not null; outer = outer.Parent)
        {
            if (outer is IAnonymousFunctionOperation or ILocalFunctionOperation)
            {
                return;
            }
        }

        Judge(context, contract, target, value);
    }

    // "" and an empty list where a member is declared say "to be set", and quieten the compiler.
    private void JudgeInitial(OperationAnalysisContext context, ValueContract contract, ISymbol target, IOperation value)
    {
        if (contract != ValueContract.None
            && ValueEvaluator.Evaluate(value, context.CancellationToken) is not ({ Text: "" } or { Kind: KnownValueKind.Items, HasAllItems: true, Items.Length: 0 }))
        {
            Judge(context, contract, target, value);
        }
    }

    private void Judge(OperationAnalysisContext context, ValueContract contract, ISymbol target, IOperation value)
    {
        if (contract == ValueContract.None)
        {
            return;
        }

        // A secret that is only there for want of a better one is in the source all the same.
        while (contract.IsSecret && value is ICoalesceOperation or IConversionOperation { Operand: ICoalesceOperation })
        {
            value = value is ICoalesceOperation choice ? choice.WhenNull : ((IConversionOperation)value).Operand;
        }

        if (ValueEvaluator.Evaluate(value, context.CancellationToken) is { } known)
        {
            _handler(new ConstrainedValue(contract, target, value, known, context.ReportDiagnostic));
        }
    }

    private static ISymbol? Target(IOperation target) => target switch
    {
        IPropertyReferenceOperation property => property.Property,
        IFieldReferenceOperation field => field.Field,
        _ => null,
    };
}
