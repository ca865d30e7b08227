using System.Collections.Immutable;
using LongRun.Analyzers.Contracts;
using LongRun.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LongRun.Analyzers.Waiting.Switches;

/// <summary>The labels of a switch: which values they take, and which endings they name.</summary>
internal sealed class SwitchLabels
{
    private readonly Contract _contract;

    internal SwitchLabels(Contract contract, ISwitchOperation @switch)
    {
        _contract = contract;
        Clauses = @switch.Cases.SelectMany(static c => c.Clauses).ToImmutableArray();
        Constants = Clauses.SelectMany(clause => clause.DescendantsAndSelf().Select(o => (Operation: o, Text: TextOf(o)!)).Where(static c => c.Text is not null)).ToImmutableArray();
    }

    internal ImmutableArray<ICaseClauseOperation> Clauses { get; }

    internal bool HasDefault => Clauses.Any(static c => c is IDefaultCaseClauseOperation);

    /// <summary>The texts and members of enums that the labels name.</summary>
    internal ImmutableArray<(IOperation Operation, string Text)> Constants { get; }

    /// <summary>Whether the labels speak of <c>OperationState</c> instead of the API's own statuses.</summary>
    internal bool AreStates => Constants.Any(static c => IsState(c.Operation));

    internal static bool IsState(IOperation constant) => constant is IFieldReferenceOperation { Field.ContainingType: { Name: "OperationState", TypeKind: TypeKind.Enum } type } && Handles.IsLongRun(type);

    /// <summary>Whether any label takes the value; <see langword="null"/> where that is not known.</summary>
    internal bool? Take(FlowContext context, Scenario scenario, FlowValue value, FlowState state)
    {
        bool? any = false;
        foreach (ICaseClauseOperation clause in Clauses)
        {
            bool? takes = Takes(context, clause, scenario, value, state);
            any = any == true || takes == true ? true : any is null || takes is null ? null : false;
        }

        return any;
    }

    internal static bool? Takes(FlowContext context, ICaseClauseOperation clause, Scenario scenario, FlowValue value, FlowState state)
    {
        FlowState at = state.Clone();
        var evaluator = new Evaluator(context, scenario, new FlowOptions());
        switch (clause)
        {
            case ISingleValueCaseClauseOperation single:
                return Comparison.AreEqual(value, evaluator.Evaluate(single.Value, at), scenario);
            case IPatternCaseClauseOperation pattern:
                bool? matches = new PatternMatching(evaluator, scenario).Judge(value, pattern.Pattern, at).Truth;
                bool? passes = matches == false || pattern.Guard is null ? true : evaluator.Evaluate(pattern.Guard, at).Truth;
                return matches == false || passes == false ? false : matches & passes;
            case IDefaultCaseClauseOperation:
                return true;
            default:
                return null;
        }
    }

    private string? TextOf(IOperation operation) => operation switch
    {
        IFieldReferenceOperation { Field: { ContainingType.TypeKind: TypeKind.Enum, HasConstantValue: true } field } => _contract.StatusTextOf(field) ?? field.Name,
        ILiteralOperation or INameOfOperation or IMemberReferenceOperation or ILocalReferenceOperation or IBinaryOperation when operation.ConstantValue is { HasValue: true, Value: string text } && operation.Parent?.ConstantValue.HasValue != true => text,
        IMemberReferenceOperation { Member: { IsStatic: true } member } => _contract.StatusTextOf(member),
        _ => null,
    };
}
