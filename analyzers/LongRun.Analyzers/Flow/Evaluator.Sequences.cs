using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LongRun.Analyzers.Flow;

/// <content>Sequences of jobs or statuses: LINQ, the methods of lists, and tasks that wait for many.</content>
internal sealed partial class Evaluator
{
    private static readonly string[] SameItems =
    [
        "ToList", "ToArray", "AsEnumerable", "OrderBy", "OrderByDescending", "ThenBy", "Distinct", "DistinctBy", "Reverse", "Take", "Skip", "Cast",
        "ToHashSet", "ToImmutableArray", "ToImmutableList", "GetEnumerator", "GetAsyncEnumerator", "WhenAll", "AsParallel", "Order", "Append",
    ];

    private FlowValue? OfSequence(IInvocationOperation operation, FlowValue instance, FlowValue[] arguments, FlowState state)
    {
        bool isStatic = operation.Instance is null;
        if (isStatic && arguments.Length == 0)
        {
            return null;
        }

        FlowValue source = isStatic ? arguments[0] : instance;
        FlowValue lambda = arguments.Length > (isStatic ? 1 : 0) ? arguments[arguments.Length - 1] : FlowValue.Unknown;
        string name = operation.TargetMethod.Name;
        if (name == "Select" && IsLambda(lambda))
        {
            if (source.Atoms is [{ Kind: AtomKind.Sequence, Emptiness: Emptiness.Empty }])
            {
                return FlowValue.Of(Atom.Sequence(FlowValue.None, Emptiness.Empty));
            }

            // From ids, too: whoever asks for each id gets jobs.
            FlowValue item = source.Atoms is [{ Kind: AtomKind.Sequence } sequence] ? sequence.Item : FlowValue.Unknown;
            FlowValue selected = Call(lambda, [item], state);
            return source.Atoms is [{ Kind: AtomKind.Sequence } from] ? FlowValue.Of(Atom.Sequence(selected, from.Emptiness))
                : selected.TellsOfJob || IsConstant(selected) ? FlowValue.Of(Atom.Sequence(selected, Emptiness.NotEmpty))
                : null;
        }

        if (name is "WhenAny" && source.Atoms is [{ Kind: AtomKind.Sequence } tasks])
        {
            return tasks.Item;
        }

        if (source.Atoms is not [{ Kind: AtomKind.Sequence } items])
        {
            return source.IsStable && PlainCollections.Contains(TypeOfSource(operation)) ? OfStable(name, arguments.Length == (isStatic ? 1 : 0), lambda, state) : null;
        }

        FlowValue one = items.Item;
        if (name is not "Contains" and not "ElementAt" && !IsLambda(lambda) && operation.Arguments.Any(static a => a.Parameter?.Type.TypeKind == TypeKind.Delegate))
        {
            // A predicate out of sight decides.
            state.IsUnsure |= one.TellsOfJob;
            return SameItems.Contains(name) ? source : FlowValue.Unknown;
        }

        bool isEmpty = items.Emptiness == Emptiness.Empty;
        FlowValue? judged = !IsLambda(lambda) ? null : isEmpty ? FlowValue.None : Call(lambda, [one], state);
        if (judged is { IsHint: true })
        {
            // What was chosen by a hint is no longer a job of which nothing is known.
            return name is "Where" or "FindAll" or "SkipWhile" or "TakeWhile" ? FlowValue.Of(Atom.Sequence(FlowValue.Hint, Emptiness.Unknown)) : FlowValue.Hint;
        }

        return name switch
        {
            "All" or "TrueForAll" when judged is not null => All(judged, items.Emptiness),
            "Any" or "Exists" => Any(judged ?? FlowValue.True, items.Emptiness),
            "Where" or "FindAll" when judged is not null => FlowValue.Of(Atom.Sequence(one, Filter(judged, items.Emptiness))),
            "Count" or "LongCount" => CountOf(Atom.Sequence(one, judged is null ? items.Emptiness : Filter(judged, items.Emptiness))),
            "First" or "Single" or "Last" or "ElementAt" => isEmpty || judged?.Truth == false ? Ended(state) : one,
            "FirstOrDefault" or "SingleOrDefault" or "LastOrDefault" or "Find" => isEmpty ? FlowValue.Null : judged is null ? one : judged.Truth == true ? one : judged.Truth == false ? FlowValue.Null : one.Join(FlowValue.Null),
            "Contains" when arguments.Length > 0 => Any(FlowValue.OfTruth(Comparison.AreEqual(one, arguments[arguments.Length - 1], _scenario)), items.Emptiness),
            "MoveNext" or "MoveNextAsync" => items.Emptiness == Emptiness.Empty ? FlowValue.False : FlowValue.Unknown,
            "ForEach" => FlowValue.Unknown,
            _ when SameItems.Contains(name) => source,

            // Whatever is made of statuses may tell of them: all.Sum(t => t.Status == "ready" ? 1 : 0), all.GroupBy(t => t.Status).
            _ when IsMadeOfStatuses(judged ?? one) => OfOther(operation, instance, arguments, state) is { IsUnknown: false } other ? other : FlowValue.Hint,
            _ => null,
        };
    }

    private bool IsMadeOfStatuses(FlowValue value) => IsConstant(value) || value.Atoms.Any(a => a.Kind == AtomKind.Status && _scenario.Concerns(a.Monitor));

    /// <summary>What a collection gives that is the same in each turn.</summary>
    private FlowValue? OfStable(string name, bool isWhole, FlowValue lambda, FlowState state) => name switch
    {
        "Any" or "Count" when isWhole => FlowValue.Stable,
        "GetEnumerator" or "ToList" or "ToArray" or "AsReadOnly" => FlowValue.Stable,

        // Nothing goes where no status says so.
        "RemoveAll" or "RemoveWhere" when IsLambda(lambda) && Call(lambda, [FlowValue.Unknown], state).Truth == false => FlowValue.OfConstant(0),
        _ => null,
    };

    /// <summary>
    /// Whether the first turn of an inner loop is sure to come: over jobs that are there, over what is the same in each turn,
    /// or to ask for jobs. With nothing to ask for there would be nothing to wait for.
    /// </summary>
    private bool IsFirstItem(IInvocationOperation moveNext, FlowValue enumerator, FlowState state)
    {
        if (_options.Region is null || moveNext is not { TargetMethod.Name: "MoveNext", Instance: IFlowCaptureReferenceOperation capture } || state.Started.Contains(capture.Id))
        {
            return false;
        }

        bool isSure = enumerator.IsStable || enumerator.Atoms is [{ Kind: AtomKind.Sequence, Emptiness: Emptiness.NotEmpty }] || (enumerator.Atoms is not [{ Kind: AtomKind.Sequence }] && _context.AsksInForEach(moveNext.Syntax));
        if (isSure)
        {
            state.Started.Add(capture.Id);
        }

        return isSure;
    }

    private static ITypeSymbol? TypeOfSource(IInvocationOperation operation)
    {
        IOperation? source = operation.Instance ?? operation.Arguments[0].Value;
        while (source is IConversionOperation conversion)
        {
            source = conversion.Operand;
        }

        return source?.Type;
    }

    private static bool IsLambda(FlowValue value) => value.Atoms is [{ Kind: AtomKind.Lambda }];

    private static FlowValue Ended(FlowState state)
    {
        state.HasEnded = true;
        return FlowValue.None;
    }

    private static FlowValue All(FlowValue judged, Emptiness emptiness) => emptiness == Emptiness.Empty ? FlowValue.True : judged.Truth switch
    {
        true => FlowValue.True,
        false when emptiness == Emptiness.NotEmpty => FlowValue.False,
        _ => FlowValue.Unknown,
    };

    private static FlowValue Any(FlowValue judged, Emptiness emptiness) => emptiness == Emptiness.Empty ? FlowValue.False : judged.Truth switch
    {
        false => FlowValue.False,
        true when emptiness == Emptiness.NotEmpty => FlowValue.True,
        _ => FlowValue.Unknown,
    };

    private static Emptiness Filter(FlowValue judged, Emptiness emptiness) => judged.Truth switch
    {
        true => emptiness,
        false => Emptiness.Empty,
        null => emptiness == Emptiness.Empty ? Emptiness.Empty : Emptiness.Unknown,
    };
}
