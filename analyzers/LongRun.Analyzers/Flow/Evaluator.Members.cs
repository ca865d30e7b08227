using System.Collections.Immutable;
using LongRun.Analyzers.Contracts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LongRun.Analyzers.Flow;

/// <content>Members: of jobs, statuses, handles, outcomes, sequences; and the fields and properties of the code's own type.</content>
internal sealed partial class Evaluator
{
    /// <summary>What a member of a value is.</summary>
    /// <param name="instance">The value.</param>
    /// <param name="member">The member.</param>
    /// <param name="type">The member's type.</param>
    /// <param name="place">Where it is read.</param>
    internal FlowValue MemberOf(FlowValue instance, ISymbol member, ITypeSymbol? type, SyntaxNode? place) => instance.Select(atom => atom.Kind switch
    {
        // Null has no members: control does not go on.
        AtomKind.Constant when atom.IsNull => member.Name == "HasValue" && IsNullable(member.ContainingType) ? FlowValue.False : FlowValue.None,
        AtomKind.Job => OfJob(atom, member, place),
        AtomKind.Page => OfPage(atom, member),
        AtomKind.Status => member.Name == "Value" || IsPassedThrough(member) ? FlowValue.Of(atom) : member.Name == "HasValue" ? FlowValue.True : FlowValue.Hint,
        AtomKind.Hint => FlowValue.Hint,
        AtomKind.Handle => OfHandle(atom, member, type),
        AtomKind.Outcome => OfOutcome(atom, member, type, place),
        AtomKind.Sequence => OfSequence(atom, member),
        AtomKind.Attempt => OfAttempt(atom, member),
        AtomKind.Stable when member.Name is "Count" or "Length" && PlainCollections.Contains(member.ContainingType) => FlowValue.Stable,
        AtomKind.Constant or AtomKind.NotNull when IsNullable(member.ContainingType) => member.Name == "HasValue" ? FlowValue.True : FlowValue.Of(atom),
        AtomKind.Constant when member.Name == "Value" && atom.Content is string => FlowValue.Of(atom),
        _ => FlowValue.Unknown,
    });

    /// <summary>What a position of a deconstruction gives: an element of a tuple, or the property that a positional record names so.</summary>
    internal FlowValue PartOf(FlowValue whole, int position, IMethodSymbol? deconstruct, SyntaxNode place) =>
        deconstruct is not null && DeconstructedParts.PropertyAt(deconstruct, position) is { } property
            ? MemberOf(whole, property, property.Type, place)
            : whole.Select(a => ElementOf(a, position));

    private FlowValue ReadMember(IMemberReferenceOperation reference, ISymbol member, FlowState state)
    {
        if (reference.Instance is null or IInstanceReferenceOperation)
        {
            bool mayChange = _context.IsChangedElsewhere(member) || (_options.Region is not null && _context.IsWrittenByOthers(member));
            return !mayChange && state.Find(member) is { } assigned ? assigned
                : Handles.IsHandle(reference.Type) ? FlowValue.Of(Atom.Handle(Contract.MonitorOfHandle(reference.Type!)))
                : FlowValue.Unknown;
        }

        FlowValue instance = Evaluate(reference.Instance, state);
        if (member.Name == "IsCancellationRequested")
        {
            return _options.TokensNeverFire && !_context.TimedTokens.IsTimed(reference.Instance, _options.Region?.Span) ? FlowValue.False : FlowValue.Unknown;
        }

        FlowValue value = MemberOf(instance, member, reference.Type, reference.Syntax);
        return ByNullState(instance, member) is { } truth ? FlowValue.OfTruth(truth) : value;
    }

    private FlowValue OfJob(Atom job, ISymbol member, SyntaxNode? place)
    {
        if (IsPassedThrough(member))
        {
            return FlowValue.Of(job);
        }

        if (Contract.IsAvailableWhenSucceeded(member) && _scenario.Concerns(job.Monitor))
        {
            return job.IsRelayed ? FlowValue.Hint : OnSuccess(place);
        }

        if (job.Path == member.Name)
        {
            return FlowValue.Of(Atom.Status(job.Monitor));
        }

        // A job without a status of its own has ended as its parts have: under one scenario all of them in the same way.
        string parts = member.Name + MemberPath.EachItem;
        if (job.Path.StartsWith(parts, StringComparison.Ordinal))
        {
            FlowValue part = job.Path.Length == parts.Length ? FlowValue.Of(Atom.Status(job.Monitor)) : FlowValue.Of(Atom.Job(job.Monitor, job.Path.Substring(parts.Length + 1), job.IsRelayed));
            return FlowValue.Of(Atom.Sequence(part, Emptiness.NotEmpty));
        }

        return job.Path.StartsWith(member.Name + ".", StringComparison.Ordinal)
            ? FlowValue.Of(Atom.Job(job.Monitor, job.Path.Substring(member.Name.Length + 1), job.IsRelayed))
            : job.Monitor?.FailureReason is { } reason && reason.Split('.')[0] == member.Name && _scenario.Concerns(job.Monitor) && _scenario.Ending == JobEnding.None ? FlowValue.Null
            : IsIdentity(member) || !_scenario.Concerns(job.Monitor) ? FlowValue.Unknown
            : FlowValue.Hint;
    }

    /// <summary>A value that is there after success only.</summary>
    private FlowValue OnSuccess(SyntaxNode? place) => _scenario.Ending == JobEnding.Success ? FlowValue.NotNull
        : place is null ? FlowValue.Null
        : FlowValue.Of(Atom.Missing(place));

    private static FlowValue OfPage(Atom page, ISymbol member)
    {
        if (IsPassedThrough(member))
        {
            return FlowValue.Of(page);
        }

        if (page.Path == member.Name)
        {
            return Items(page.Monitor!).Select(a => FlowValue.Of(page.IsRelayed ? a.Relayed() : a));
        }

        return page.Path.StartsWith(member.Name + ".", StringComparison.Ordinal)
            ? FlowValue.Of(Atom.Page(page.Monitor!, page.Path.Substring(member.Name.Length + 1), page.IsRelayed))
            : FlowValue.Unknown;
    }

    private static FlowValue Items(MonitorContract monitor) => FlowValue.Of(Atom.Sequence(FlowValue.Of(Atom.Job(monitor, monitor.ListStatus ?? "")), Emptiness.NotEmpty));

    private FlowValue OfHandle(Atom handle, ISymbol member, ITypeSymbol? type)
    {
        if (IsPassedThrough(member))
        {
            return FlowValue.Of(handle);
        }

        if (!_scenario.Concerns(handle.Monitor))
        {
            return FlowValue.Unknown;
        }

        return member.Name switch
        {
            "State" => StateOf(type, _scenario.Ending),
            "HasCompleted" => FlowValue.OfTruth(_scenario.Ending != JobEnding.None),
            "Current" => FlowValue.Of(Atom.Job(handle.Monitor, handle.Monitor?.Status ?? "")),
            _ => FlowValue.Unknown,
        };
    }

    private FlowValue OfOutcome(Atom outcome, ISymbol member, ITypeSymbol? type, SyntaxNode? place)
    {
        if (IsPassedThrough(member))
        {
            return FlowValue.Of(outcome);
        }

        if (!_scenario.Concerns(outcome.Monitor))
        {
            return FlowValue.Unknown;
        }

        bool isSuccess = _scenario.Ending == JobEnding.Success;
        return member.Name switch
        {
            "IsSuccess" => FlowValue.OfTruth(isSuccess),
            "TimedOut" => FlowValue.OfTruth(_scenario.Ending == JobEnding.None),
            "State" => StateOf(type, _scenario.Ending),
            "Value" => OnSuccess(place),
            "Error" => isSuccess ? FlowValue.Null : FlowValue.Of(Atom.Exception(_scenario.Ending == JobEnding.Failure ? PatternMatching.Failed : PatternMatching.TimedOut)),
            "LastValue" => FlowValue.Of(Atom.Job(outcome.Monitor, outcome.Monitor?.Status ?? "")),
            _ => FlowValue.Unknown,
        };
    }

    private static FlowValue OfSequence(Atom sequence, ISymbol member) => member switch
    {
        { Name: "Current" } or IPropertySymbol { IsIndexer: true } => sequence.Item,
        { Name: "Count" or "Length" } => CountOf(sequence),
        _ when IsPassedThrough(member) => FlowValue.Of(sequence),
        _ => FlowValue.Unknown,
    };

    private static FlowValue OfAttempt(Atom attempt, ISymbol member) => member.Name switch
    {
        "Outcome" => FlowValue.Of(attempt),
        "Result" => (FlowValue)attempt.Content!,
        "Exception" => FlowValue.Null,
        "HasResult" => FlowValue.True,
        _ => FlowValue.Unknown,
    };

    private static FlowValue CountOf(Atom sequence) => sequence.Emptiness switch
    {
        Emptiness.Empty => FlowValue.OfConstant(0),
        Emptiness.NotEmpty => FlowValue.Of(Atom.Positive),
        _ => FlowValue.Unknown,
    };

    /// <summary>Members of the runtime's own enum of states.</summary>
    private static FlowValue StateOf(ITypeSymbol? type, JobEnding ending)
    {
        string name = ending switch
        {
            JobEnding.Success => "Succeeded",
            JobEnding.Failure => "Failed",
            _ => "Running",
        };
        return type?.GetMembers(name).OfType<IFieldSymbol>().FirstOrDefault() is { HasConstantValue: true } field
            ? FlowValue.OfConstant(new EnumConstant(field.ConstantValue!, field.Name))
            : FlowValue.Unknown;
    }

    /// <summary><c>[MemberNotNullWhen(true, nameof(VideoId))] bool HasVideo</c> is false while the member is null.</summary>
    private bool? ByNullState(FlowValue instance, ISymbol member)
    {
        if (!instance.TellsOfJob)
        {
            return null;
        }

        foreach (AttributeData attribute in member.GetAttributes())
        {
            if (attribute is { AttributeClass.Name: "MemberNotNullWhenAttribute", ConstructorArguments: [{ Value: bool when }, var names] }
                && (names.Kind == TypedConstantKind.Array ? names.Values : ImmutableArray.Create(names)).Any(n => n.Value is string name
                    && member.ContainingType.GetMembers(name).FirstOrDefault() is { } target
                    && MemberOf(instance, target, null, null).IsNull))
            {
                return !when;
            }
        }

        return null;
    }

    private FlowValue ByNullState(FlowValue instance, IMethodSymbol method) => ByNullState(instance, (ISymbol)method) is { } truth ? FlowValue.OfTruth(truth) : FlowValue.Unknown;

    /// <summary>Members that hand on what a task, an awaiter or a nullable value holds.</summary>
    private static bool IsPassedThrough(ISymbol member) =>
        member is { Name: "Result", ContainingType.Name: "Task" or "ValueTask" } || (member.Name == "Value" && IsNullable(member.ContainingType));

    /// <summary>Members that say which job it is, and nothing of how it stands.</summary>
    private static bool IsIdentity(ISymbol member) => member.Name.EndsWith("Id", StringComparison.Ordinal) || member.Name == "Token";

    private static bool IsNullable(INamedTypeSymbol? type) => type?.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;
}
