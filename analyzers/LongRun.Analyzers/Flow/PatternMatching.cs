using LongRun.Analyzers.Contracts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LongRun.Analyzers.Flow;

/// <summary>Matches values against patterns, and gives the variables in them what they match.</summary>
internal sealed class PatternMatching
{
    internal const string Failed = "OperationFailedException";
    internal const string TimedOut = "OperationTimeoutException";

    private readonly Evaluator _evaluator;
    private readonly Scenario _scenario;
    private bool _sawHint;

    internal PatternMatching(Evaluator evaluator, Scenario scenario)
    {
        _evaluator = evaluator;
        _scenario = scenario;
    }

    /// <summary>Whether the value matches; a hint where that is not known, and depends on one.</summary>
    internal FlowValue Judge(FlowValue value, IPatternOperation pattern, FlowState state)
    {
        _sawHint = false;
        bool? result = Match(value, pattern, state);
        return result is null && _sawHint ? FlowValue.Hint : FlowValue.OfTruth(result);
    }

    private bool? Match(FlowValue value, IPatternOperation pattern, FlowState state)
    {
        bool? whole = MatchAll(value, pattern, state);
        if (whole is not null || value.Atoms.Length < 2)
        {
            return whole;
        }

        // Each alternative for itself: null matches one part of "null or "queued"", the status the other.
        bool? all = null;
        foreach (Atom atom in value.Atoms)
        {
            if (MatchAll(FlowValue.Of(atom), pattern, state.Clone()) is not { } truth || (all is { } earlier && earlier != truth))
            {
                return null;
            }

            all = truth;
        }

        return all;
    }

    private bool? MatchAll(FlowValue value, IPatternOperation pattern, FlowState state)
    {
        _sawHint |= value.IsHint;
        switch (pattern)
        {
            case IConstantPatternOperation constant:
                return Comparison.AreEqual(value, _evaluator.Evaluate(constant.Value, state), _scenario);
            case INegatedPatternOperation negated:
                return !Match(value, negated.Pattern, state);
            case IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } either:
                return Match(value, either.LeftPattern, state) is true ? true : Or(Match(value, either.LeftPattern, state), Match(value, either.RightPattern, state));
            case IBinaryPatternOperation both:
                return And(Match(value, both.LeftPattern, state), Match(value, both.RightPattern, state));
            case IDiscardPatternOperation:
                return true;
            case IDeclarationPatternOperation declaration:
                bool? isNotNull = declaration.MatchesNull ? true : IsNotNull(value);
                Declare(declaration.DeclaredSymbol, isNotNull == true ? value : value.Where(static a => !a.IsNull), state);

                // Of the type or not: where the type is the value's own, only null does not match.
                return isNotNull == false ? false : declaration.MatchesNull || IsOwnType(declaration) || IsAnswer(value, declaration.MatchedType) ? isNotNull : IsOfType(value, declaration.MatchedType);
            case ITypePatternOperation type:
                return IsNotNull(value) == false ? false : type.MatchedType.Equals(type.InputType, SymbolEqualityComparer.Default) || IsAnswer(value, type.MatchedType) ? IsNotNull(value) : IsOfType(value, type.MatchedType);
            case IRecursivePatternOperation recursive:
                return MatchRecursive(value, recursive, state);
            case IRelationalPatternOperation relational:
                FlowValue limit = _evaluator.Evaluate(relational.Value, state);
                return relational.OperatorKind switch
                {
                    BinaryOperatorKind.LessThan => Comparison.IsLess(value, limit, orEqual: false),
                    BinaryOperatorKind.LessThanOrEqual => Comparison.IsLess(value, limit, orEqual: true),
                    BinaryOperatorKind.GreaterThan => Comparison.IsLess(limit, value, orEqual: false),
                    BinaryOperatorKind.GreaterThanOrEqual => Comparison.IsLess(limit, value, orEqual: true),
                    _ => null,
                };
            case IListPatternOperation list:
                return MatchList(value, list, state);
            default:
                return null;
        }
    }

    private bool? MatchRecursive(FlowValue value, IRecursivePatternOperation pattern, FlowState state)
    {
        bool? result = IsNotNull(value);
        FlowValue notNull = value.Where(static a => !a.IsNull);
        if (!SymbolEqualityComparer.Default.Equals(Plain(pattern.MatchedType), Plain(pattern.InputType)) && !IsAnswer(value, pattern.MatchedType))
        {
            result = result == false ? false : IsOfType(value, pattern.MatchedType);
        }

        for (int i = 0; i < pattern.DeconstructionSubpatterns.Length; i++)
        {
            FlowValue item = _evaluator.PartOf(notNull, i, pattern.DeconstructSymbol as IMethodSymbol, pattern.DeconstructionSubpatterns[i].Syntax);
            result = And(result, Match(item, pattern.DeconstructionSubpatterns[i], state));
        }

        foreach (IPropertySubpatternOperation property in pattern.PropertySubpatterns)
        {
            ISymbol? member = (property.Member as IMemberReferenceOperation)?.Member;
            result = And(result, member is null ? null : Match(_evaluator.MemberOf(notNull, member, property.Member.Type, property.Member.Syntax), property.Pattern, state));
        }

        Declare(pattern.DeclaredSymbol, notNull, state);
        return result;
    }

    private bool? MatchList(FlowValue value, IListPatternOperation list, FlowState state)
    {
        // Letters of a status may tell it: s is ['r', ..].
        FlowValue item = value.Select(static a => a.Kind switch
        {
            AtomKind.Sequence => a.Item,
            AtomKind.Status or AtomKind.Hint => FlowValue.Hint,
            _ => FlowValue.Unknown,
        });
        bool? result = IsNotNull(value) == false ? false : null;
        foreach (IPatternOperation pattern in list.Patterns)
        {
            if (pattern is ISlicePatternOperation slice)
            {
                if (slice.Pattern is { } inner)
                {
                    Match(value, inner, state);
                }

                continue;
            }

            // How many there are is not known, so that it never matches for sure.
            if (Match(item, pattern, state) == false || (!item.IsUnknown && item.Atoms.IsEmpty))
            {
                result = false;
            }
        }

        Declare(list.DeclaredSymbol, value, state);
        return result;
    }

    private void Declare(ISymbol? variable, FlowValue value, FlowState state)
    {
        if (variable is not null)
        {
            _evaluator.Assign(variable, value, state);
        }
    }

    /// <summary>Whether a value is of a type, where that is known: of the two exceptions that an outcome holds.</summary>
    internal static bool? IsOfType(FlowValue value, ITypeSymbol? type) => value.Atoms is [{ Kind: AtomKind.NotNull, Path: { Length: > 0 } own }] && type is not null
        ? type.Name == own || type.Name == nameof(Exception) ? true
            : type.Name is Failed or TimedOut ? false
            : null
        : null;

    private static bool IsOwnType(IDeclarationPatternOperation declaration) =>
        declaration.MatchedType is null || SymbolEqualityComparer.Default.Equals(Plain(declaration.MatchedType), Plain(declaration.InputType));

    /// <summary>Whether it is what a status call answers, and of the type of that: known though it came as an <c>object</c>.</summary>
    private static bool IsAnswer(FlowValue value, ITypeSymbol? type) => value.TellsOfJob && value.Atoms.All(a =>
        a is { Kind: AtomKind.Job, Monitor: { } monitor } && a.Path == monitor.Status && SymbolEqualityComparer.Default.Equals(type, MemberPath.Awaited(monitor.Method)));

    private static ITypeSymbol Plain(ITypeSymbol type) => type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;

    private bool? IsNotNull(FlowValue value) => !Comparison.AreEqual(value, FlowValue.Null, _scenario);

    private static bool? And(bool? left, bool? right) => left == false || right == false ? false : left & right;

    private static bool? Or(bool? left, bool? right) => left == true || right == true ? true : left | right;
}
