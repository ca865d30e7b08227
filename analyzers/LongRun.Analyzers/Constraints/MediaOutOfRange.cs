using System.Collections.Immutable;
using LongRun.Analyzers.Contracts;
using LongRun.Analyzers.Values;
using LongRun.Constraints;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace LongRun.Analyzers.Constraints;

/// <summary>
/// LRO2009, and LRO2004 for durations: facts that the compiler can know, given to a media profile's check. The profile itself
/// judges, as at run time.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MediaOutOfRange : ContractAnalyzer
{
    internal static readonly DiagnosticDescriptor Descriptor = new(
        DiagnosticIds.MediaOutOfRange,
        "Media size or resolution is out of range",
        "{0}",
        RuleCategories.Constraints,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The document says what media the profile accepts; anything else is refused, or its job fails.",
        helpLinkUri: HelpLinks.Of(DiagnosticIds.MediaOutOfRange));

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptor, DurationOutOfRange.Descriptor);

    private protected override void Register(CompilationStartAnalysisContext context, Contract contract) => context.RegisterOperationAction(
        c =>
        {
            var call = (IInvocationOperation)c.Operation;
            if (Array.IndexOf(KnownFacts.Checks, call.TargetMethod.Name) >= 0
                && call is { TargetMethod.ContainingType: { Name: "MediaProfile", ContainingNamespace: { Name: "Constraints", ContainingNamespace.Name: "LongRun" } }, Arguments: [var facts] }
                && MediaProfiles.Resolve(call.Instance, contract, c.CancellationToken) is { } profile)
            {
                Judge(c, profile, KnownFacts.Of(facts.Value, c.CancellationToken));
            }
        },
        OperationKind.Invocation);

    private static void Judge(OperationAnalysisContext context, MediaProfile profile, IReadOnlyList<(string Name, IOperation Value)> facts)
    {
        foreach ((string name, IOperation value) in facts)
        {
            if (ValueEvaluator.Evaluate(value, context.CancellationToken) is not { Number: { } number } known || Fact(name, number, profile) is not { } fact)
            {
                continue;
            }

            foreach (ConstraintViolation violation in profile.Check(fact))
            {
                if (!ExpectedRefusals.Contains(value, context.CancellationToken))
                {
                    DiagnosticDescriptor rule = fact.DurationSeconds is null ? Descriptor : DurationOutOfRange.Descriptor;
                    bool isHere = known.Source.SyntaxTree == value.Syntax.SyntaxTree && value.Syntax.Span.Contains(known.Source.Span);
                    context.ReportDiagnostic(Diagnostic.Create(
                        rule,
                        value.Syntax.GetLocation(),
                        isHere ? null : new[] { known.Source.GetLocation() },
                        violation.Message + " The platform refuses it, or its job fails."));
                }
            }
        }
    }

    private static MediaFacts? Fact(string name, double number, MediaProfile profile)
    {
        // A double holds every size up to here; of a larger one it can still tell that it is beyond a limit that is not.
        const long Exact = 1L << 53;
        bool isInt = number is >= int.MinValue and <= int.MaxValue;
        bool isSize = number is >= long.MinValue and <= long.MaxValue && (number < Exact || profile.MaxSizeBytes < Exact);
        return name switch
        {
            nameof(MediaFacts.DurationSeconds) => new MediaFacts { DurationSeconds = number },
            nameof(MediaFacts.Width) when isInt => new MediaFacts { Width = (int)number },
            nameof(MediaFacts.Height) when isInt => new MediaFacts { Height = (int)number },
            nameof(MediaFacts.SizeBytes) when isSize => new MediaFacts { SizeBytes = number >= long.MaxValue ? long.MaxValue : (long)number },
            _ => null,
        };
    }
}
