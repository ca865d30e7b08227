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
            OperationKind.DeconstructionAssignment,
            OperationKind.MemberInitializer,
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
            case ISimpleAssignmentOperation assignment:
                JudgeMember(context, assignment.Target, assignment.Value);
                break;
            case ICoalesceAssignmentOperation assignment:
                JudgeMember(context, assignment.Target, assignment.Value);
                break;
            case IDeconstructionAssignmentOperation assignment:
                VisitDeconstruction(context, assignment.Target, assignment.Value);
                break;
            case IMemberInitializerOperation { Initializer: var initializer } member when Member(member.InitializedMember) is { } target && _contract.ValuesOf(target) is { Items: not null } contract:
                if (CollectionValues.Added(initializer, context.CancellationToken) is { } items)
                {
                    _handler(new ConstrainedValue(contract, target, initializer, items, context));
                }

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

    // What a lambda or a local function returns is not what the member returns; either may have its own attribute.
    private void VisitReturn(OperationAnalysisContext context, IMethodSymbol method, IReturnOperation result, IOperation value)
    {
        for (IOperation? outer = result.Parent; outer is not null; outer = outer.Parent)
        {
            if (outer is IAnonymousFunctionOperation or ILocalFunctionOperation)
            {
                method = outer is IAnonymousFunctionOperation lambda ? lambda.Symbol : ((ILocalFunctionOperation)outer).Symbol;
                break;
            }
        }

        ISymbol target = method.MethodKind == MethodKind.PropertyGet && method.AssociatedSymbol is { } property ? property : method;
        ValueContract contract = target is IMethodSymbol ? _contract.ReturnsOf(method) : _contract.ValuesOf(target);
        if (contract != ValueContract.None)
        {
            Judge(context, contract, target, Awaited(value));
        }
    }

    /// <summary>What awaiting the returned value gives, where it is made there: <c>Task.FromResult(x)</c>, <c>new ValueTask&lt;T&gt;(x)</c>.</summary>
    private static IOperation Awaited(IOperation value) => value switch
    {
        IConversionOperation { IsImplicit: true, OperatorMethod: null, Operand: IObjectCreationOperation created } => Awaited(created),
        IInvocationOperation { TargetMethod: { Name: "FromResult", ContainingType.Name: "Task" or "ValueTask" }, Arguments: [var result] } => result.Value,
        IObjectCreationOperation { Type: INamedTypeSymbol { Name: "ValueTask", TypeArguments.Length: 1 }, Arguments: [var result] } => result.Value,
        _ => value,
    };

    private void VisitDeconstruction(OperationAnalysisContext context, IOperation target, IOperation value)
    {
        while (value is IConversionOperation conversion)
        {
            value = conversion.Operand;
        }

        if (target is not ITupleOperation targets)
        {
            JudgeMember(context, target, value);
        }
        else if (value is ITupleOperation values && values.Elements.Length == targets.Elements.Length)
        {
            for (int i = 0; i < targets.Elements.Length; i++)
            {
                VisitDeconstruction(context, targets.Elements[i], values.Elements[i]);
            }
        }
    }

    private void JudgeMember(OperationAnalysisContext context, IOperation target, IOperation value)
    {
        if (Member(target) is { } member)
        {
            Judge(context, _contract.ValuesOf(member), member, value);
        }
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

        if (ValueEvaluator.Evaluate(value, context.CancellationToken) is { } known)
        {
            _handler(new ConstrainedValue(contract, target, value, known, context));
        }
        else if (contract.IsSecret)
        {
            // A secret that is only there for want of a better one is in the source all the same.
            foreach ((IOperation place, KnownValue choice) in Alternatives.Of(value, context.CancellationToken))
            {
                _handler(new ConstrainedValue(ValueContract.SecretOnly, target, place, choice, context));
            }
        }
    }

    private static ISymbol? Member(IOperation target) => target switch
    {
        IPropertyReferenceOperation property => property.Property,
        IFieldReferenceOperation field => field.Field,
        _ => null,
    };
}
