using System.Collections.Immutable;
using LongRun.Analyzers.Contracts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LongRun.Analyzers.Waiting.Statuses;

/// <summary>A comparison of something with a constant text, in any of the forms that C# has for it.</summary>
internal sealed class StatusComparison
{
    private static readonly ImmutableArray<StatusComparison> None = ImmutableArray<StatusComparison>.Empty;

    private StatusComparison(ConstantText constant, Subject compared, string consequence)
    {
        Constant = constant;
        Compared = compared;
        Consequence = consequence;
    }

    internal ConstantText Constant { get; }

    /// <summary>What the text is compared with.</summary>
    internal Subject Compared { get; }

    /// <summary>What follows from a text that no status is.</summary>
    internal string Consequence { get; }

    internal bool IgnoresCase { get; private set; }

    /// <summary>Whether the comparison is of objects, so that a status type never equals a text.</summary>
    internal bool IsOfObjects { get; private set; }

    /// <summary>The name of the set that the text is a member of, where that is not written in place.</summary>
    internal LiteralSet? Set { get; private set; }

    /// <summary>The comparisons that the operation makes. Cheap where there is no constant text in it.</summary>
    internal static ImmutableArray<StatusComparison> In(IOperation operation, StatusCatalog catalog, CancellationToken cancellationToken) => operation switch
    {
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } binary => One(OfPair(
            binary.LeftOperand,
            binary.RightOperand,
            binary.OperatorKind == BinaryOperatorKind.Equals ? "the comparison is never true" : "the comparison is always true",
            catalog,
            cancellationToken)),
        IConstantPatternOperation pattern => ConstantText.Of(pattern.Value) is { } constant && PatternSubject.Of(pattern) is { } subject
            ? One(new StatusComparison(constant, subject, "no status ever matches it"))
            : None,
        ISingleValueCaseClauseOperation { Parent: ISwitchCaseOperation { Parent: ISwitchOperation choice } } clause => ConstantText.Of(clause.Value) is { } constant
            ? One(new StatusComparison(constant, Subject.Of(choice.Value), "no status ever reaches this case"))
            : None,
        IInvocationOperation { TargetMethod.Name: "Equals" } call => One(OfEquals(call, catalog, cancellationToken)),
        IInvocationOperation { TargetMethod: { Name: "Contains", ContainingType.SpecialType: not SpecialType.System_String } } call => OfContains(call, catalog, cancellationToken),
        _ => None,
    };

    private static ImmutableArray<StatusComparison> One(StatusComparison? comparison) => comparison is null ? None : ImmutableArray.Create(comparison);

    private static StatusComparison? OfPair(IOperation left, IOperation right, string consequence, StatusCatalog catalog, CancellationToken cancellationToken)
    {
        ConstantText? onLeft = ConstantText.Of(left);
        ConstantText? onRight = ConstantText.Of(right);
        if (onLeft is null && onRight is null)
        {
            onLeft = IsStatusAtSight(right, catalog) ? ConstantText.OfAny(left, cancellationToken) : null;
            onRight = IsStatusAtSight(left, catalog) ? ConstantText.OfAny(right, cancellationToken) : null;
        }

        return (onLeft, onRight) switch
        {
            ({ } constant, null) => new StatusComparison(constant, Subject.Of(right), consequence),
            (null, { } constant) => new StatusComparison(constant, Subject.Of(left), consequence),
            _ => null,
        };
    }

    /// <summary>Cheap filter for what is compared with something that may be a constant by its only value.</summary>
    private static bool IsStatusAtSight(IOperation operation, StatusCatalog catalog) =>
        operation.Type is { } type
        && (type.SpecialType == SpecialType.System_String || catalog.ListOf(type) is not null)
        && Subject.Of(operation) switch
        {
            Subject.Member member => catalog.HasMemberNamed(member.Symbol.Name) || catalog.ListOf(type) is not null || catalog.ListOf(member.ReceiverType) is not null,
            Subject.Expression { Operation: IInvocationOperation { Instance: { } instance } } => catalog.ListOf(instance.Type) is not null,
            _ => catalog.ListOf(type) is not null,
        };

    private static StatusComparison? OfEquals(IInvocationOperation call, StatusCatalog catalog, CancellationToken cancellationToken)
    {
        bool isOfComparer = call.Instance is { Type.Name: "StringComparer" or "EqualityComparer" or "IEqualityComparer" };
        ImmutableArray<IArgumentOperation> arguments = call.Arguments;
        (IOperation? left, IOperation? right, int used) = call.Instance is { } instance && !isOfComparer
            ? (instance, arguments.FirstOrDefault()?.Value, 1)
            : (arguments.FirstOrDefault()?.Value, arguments.Skip(1).FirstOrDefault()?.Value, 2);
        if (left is null || right is null || arguments.Length > used + 1 || OfPair(left, right, "the comparison is never true", catalog, cancellationToken) is not { } comparison)
        {
            return null;
        }

        comparison.IgnoresCase = (isOfComparer && LiteralSet.IsWithoutCase(call.Instance!))
            || (arguments.Length > used && arguments[used].Value.ConstantValue is not { HasValue: true, Value: (int)StringComparison.Ordinal or (int)StringComparison.InvariantCulture or (int)StringComparison.CurrentCulture });
        comparison.IsOfObjects = call.TargetMethod.Parameters.Any(static p => p.Type.SpecialType == SpecialType.System_Object);
        return comparison;
    }

    private static ImmutableArray<StatusComparison> OfContains(IInvocationOperation call, StatusCatalog catalog, CancellationToken cancellationToken)
    {
        int first = call.Instance is null ? 1 : 0;
        IOperation? set = call.Instance ?? call.Arguments.FirstOrDefault()?.Value;
        if (set is null || call.Arguments.Length <= first || call.Arguments.Length > first + 2)
        {
            return None;
        }

        IOperation item = call.Arguments[first].Value;
        bool ignoresCase = call.Arguments.Length > first + 1 && LiteralSet.IsWithoutCase(call.Arguments[first + 1].Value);
        if (ConstantText.Of(item) is { } sought)
        {
            return One(new StatusComparison(sought, new Subject.Item(Subject.Of(set)), "no status ever equals it") { IgnoresCase = ignoresCase });
        }

        // The set is read only where the item may be a status at all: most are not.
        Subject compared = Subject.Of(item);
        if ((item.Type?.SpecialType != SpecialType.System_String && catalog.ListOf(item.Type) is null)
            || new StatusTrace(catalog, call, cancellationToken).Of(compared)?.List is null
            || LiteralSet.Of(set, cancellationToken) is not { } literal)
        {
            return None;
        }

        return literal.Members
            .Select(static m => ConstantText.Of(m))
            .Where(static c => c is not null)
            .Select(c => new StatusComparison(c!.Value, compared, "no status ever equals it") { IgnoresCase = ignoresCase || literal.IgnoresCase, Set = literal })
            .ToImmutableArray();
    }
}
