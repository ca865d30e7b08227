using LongRun.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LongRun.Analyzers.Waiting.Statuses;

/// <summary>What a pattern, somewhere inside another one, is matched against.</summary>
internal static class PatternSubject
{
    internal static Subject? Of(IPatternOperation pattern) => pattern.Parent switch
    {
        IIsPatternOperation test => Subject.Of(test.Value),
        ISwitchExpressionArmOperation { Parent: ISwitchExpressionOperation choice } => Subject.Of(choice.Value),
        IPatternCaseClauseOperation { Parent: ISwitchCaseOperation { Parent: ISwitchOperation choice } } => Subject.Of(choice.Value),
        INegatedPatternOperation or IBinaryPatternOperation => Of((IPatternOperation)pattern.Parent),
        IPropertySubpatternOperation { Member: IMemberReferenceOperation member, Parent: IRecursivePatternOperation outer } when Of(outer) is { } whole => MemberOf(member, whole),
        IRecursivePatternOperation outer when Of(outer) is { } whole => PartOf(outer.DeconstructSymbol as IMethodSymbol, outer.DeconstructionSubpatterns.IndexOf(pattern), whole),
        IListPatternOperation list when Of(list) is { } whole => new Subject.Item(whole),
        ISlicePatternOperation { Parent: IListPatternOperation list } => Of(list),
        _ => null,
    };

    /// <summary>The part that a position of a deconstruction gives: of a positional record, the property of that name.</summary>
    internal static Subject PartOf(IMethodSymbol? deconstruct, int position, Subject whole) =>
        deconstruct is not null && DeconstructedParts.PropertyAt(deconstruct, position) is { } property
            ? new Subject.Member(property, deconstruct.ContainingType, whole)
            : new Subject.Element(position, whole);

    private static Subject MemberOf(IMemberReferenceOperation member, Subject whole) => member is IFieldReferenceOperation { Field: { ContainingType.IsTupleType: true } field }
        ? new Subject.Element(TupleElement.PositionOf(field), whole)
        : new Subject.Member(member.Member, member.Instance?.Type, whole);
}
