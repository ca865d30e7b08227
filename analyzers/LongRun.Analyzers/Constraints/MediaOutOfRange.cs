using System.Collections.Immutable;
using LongRun.Analyzers.Contracts;
using LongRun.Analyzers.Values;
using LongRun.Constraints;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
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
            if (call is { TargetMethod: { Name: "Check", ContainingType: { Name: "MediaProfile", ContainingNamespace: { Name: "Constraints", ContainingNamespace.Name: "LongRun" } } }, Arguments: [var facts] }
                && MediaProfiles.Resolve(call.Instance, contract, c.CancellationToken) is { } profile
                && Facts(facts.Value, c.CancellationToken) is { } initializer)
            {
                Judge(c, profile, initializer);
            }
        },
        OperationKind.Invocation);

    private static void Judge(OperationAnalysisContext context, MediaProfile profile, IObjectOrCollectionInitializerOperation initializer)
    {
        foreach (IOperation step in initializer.Initializers)
        {
            if (step is not ISimpleAssignmentOperation { Target: IPropertyReferenceOperation target } assignment
                || ValueEvaluator.Evaluate(assignment.Value, context.CancellationToken)?.Number is not { } number
                || Fact(target.Property.Name, number, profile) is not { } fact)
            {
                continue;
            }

            foreach (ConstraintViolation violation in profile.Check(fact))
            {
                DiagnosticDescriptor rule = fact.DurationSeconds is null ? Descriptor : DurationOutOfRange.Descriptor;
                context.ReportDiagnostic(Diagnostic.Create(rule, assignment.Value.Syntax.GetLocation(), violation.Message));
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

    /// <summary>The initialiser of the facts, written there or kept in a local that nothing else changes.</summary>
    private static IObjectOrCollectionInitializerOperation? Facts(IOperation value, CancellationToken cancellationToken)
    {
        while (value is IConversionOperation conversion)
        {
            value = conversion.Operand;
        }

        if (value is ILocalReferenceOperation local)
        {
            return LocalValues.Declarator(local, cancellationToken) is { } declarator
                && LocalValues.Uses(declarator).All(IsRead)
                && LocalValues.OnlyOperation(local, cancellationToken) is IObjectCreationOperation kept
                    ? kept.Initializer
                    : null;
        }

        return (value as IObjectCreationOperation)?.Initializer;
    }

    // Given to a check, or one of its members read; whatever else may change it.
    private static bool IsRead(IdentifierNameSyntax use) => use.Parent switch
    {
        ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Check" } } } => true,
        MemberAccessExpressionSyntax access when access.Expression == use => access.Parent is not (AssignmentExpressionSyntax or PrefixUnaryExpressionSyntax or PostfixUnaryExpressionSyntax or InvocationExpressionSyntax)
            || (access.Parent is AssignmentExpressionSyntax assignment && assignment.Right == access),
        _ => false,
    };
}
