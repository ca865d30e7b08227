using LongRun.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LongRun.Analyzers.Waiting.Statuses;

/// <summary>Something that is compared, and where it comes from: an expression, or a part of what an expression gives.</summary>
internal abstract record Subject
{
    private Subject()
    {
    }

    /// <summary>What an expression gives.</summary>
    internal sealed record Expression(IOperation Operation) : Subject;

    /// <summary>What a local holds.</summary>
    internal sealed record Local(ILocalSymbol Variable) : Subject
    {
        public bool Equals(Local? other) => SymbolEqualityComparer.Default.Equals(Variable, other?.Variable);

        public override int GetHashCode() => SymbolEqualityComparer.Default.GetHashCode(Variable);
    }

    /// <summary>A member of something.</summary>
    internal sealed record Member(ISymbol Symbol, ITypeSymbol? ReceiverType, Subject Receiver) : Subject
    {
        public bool Equals(Member? other) => SymbolEqualityComparer.Default.Equals(Symbol, other?.Symbol) && Receiver.Equals(other?.Receiver);

        public override int GetHashCode() => SymbolEqualityComparer.Default.GetHashCode(Symbol);
    }

    /// <summary>An element of a tuple, or of what is deconstructed.</summary>
    internal sealed record Element(int Position, Subject Whole) : Subject;

    /// <summary>Any item of a collection.</summary>
    internal sealed record Item(Subject Collection) : Subject;

    internal static Subject Of(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => new Local(local.Local),
        IParenthesizedOperation parenthesized => Of(parenthesized.Operand),
        IDeclarationExpressionOperation declaration => Of(declaration.Expression),
        IAwaitOperation awaited => Of(awaited.Operation),
        IConversionOperation { OperatorMethod: null } conversion => Of(conversion.Operand),
        IConditionalAccessOperation access => Of(access.WhenNotNull),
        IConditionalAccessInstanceOperation instance when AccessedBy(instance) is { } accessed => Of(accessed),
        ISimpleAssignmentOperation assignment => Of(assignment.Value),
        IFieldReferenceOperation { Field.ContainingType.IsTupleType: true, Instance: { } tuple } field when TupleElement.PositionOf(field.Field) is >= 0 and var position => new Element(position, Of(tuple)),
        IMemberReferenceOperation { Instance: { } instance } member => new Member(member.Member, instance.Type, Of(instance)),
        _ => new Expression(operation),
    };

    private static IOperation? AccessedBy(IConditionalAccessInstanceOperation instance)
    {
        IOperation part = instance;
        while (part.Parent is { } parent && (parent is not IConditionalAccessOperation access || access.WhenNotNull != part))
        {
            part = parent;
        }

        return (part.Parent as IConditionalAccessOperation)?.Operation;
    }
}
