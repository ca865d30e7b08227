using System.Collections.Immutable;
using LongRun.Analyzers.Contracts;
using LongRun.Analyzers.Values;
using LongRun.Analyzers.Waiting.Statuses;
using LongRun.Constraints;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace LongRun.Analyzers.Waiting;

/// <summary>LRO1009: a status compared with a text that the document does not list, or in the wrong case.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnknownStatus : ContractAnalyzer
{
    internal static readonly DiagnosticDescriptor Descriptor = new(
        DiagnosticIds.UnknownStatus,
        "Unknown status",
        "{0}",
        RuleCategories.Waiting,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A status is compared letter by letter. With a text that the server never sends, the code waits for what never comes, or misses the end of a job.",
        helpLinkUri: HelpLinks.Of(DiagnosticIds.UnknownStatus));

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptor);

    private protected override void Register(CompilationStartAnalysisContext context, Contract contract)
    {
        var catalog = new StatusCatalog(context.Compilation, contract);
        context.RegisterOperationAction(
            c =>
            {
                foreach (StatusComparison comparison in StatusComparison.In(c.Operation, catalog, c.CancellationToken))
                {
                    Judge(c, catalog, contract, comparison);
                }
            },
            OperationKind.Binary,
            OperationKind.ConstantPattern,
            OperationKind.CaseClause,
            OperationKind.Invocation);
    }

    private static void Judge(OperationAnalysisContext context, StatusCatalog catalog, Contract contract, StatusComparison comparison)
    {
        string text = comparison.Constant.Text;

        // An answer without a status reads as the empty text.
        if (text.Length == 0 || new StatusTrace(catalog, context.Operation, context.CancellationToken).Of(comparison.Compared) is not { List: { } list } status || (status.IsTyped && comparison.IsOfObjects))
        {
            return;
        }

        ImmutableArray<string> listed = list.Candidates(status.IsName)
            .Select(l => status.Casing switch
            {
                Casing.Lower => l.ToLowerInvariant(),
                Casing.Upper => l.ToUpperInvariant(),
                _ => l,
            })
            .Distinct()
            .ToImmutableArray();
        StringComparer comparer = comparison.IgnoresCase || (status.IsTyped && list.IgnoresCase) ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;
        if (listed.IsEmpty || listed.Contains(text, comparer) || status.Others.Contains(text, comparer))
        {
            return;
        }

        string? meant = ListedTexts.Nearest(text, listed);
        bool isSure = list.IsComplete && comparison.Set is not { IsShared: true };
        if (!isSure && (meant is null || !SpellingSlip.IsSure(text, meant) || comparison.Constant.IsKnownValue(contract)))
        {
            return;
        }

        Report(context, comparison, Message(text, meant, list, status, listed, comparison.Consequence), meant);
    }

    private static string Message(string text, string? meant, StatusList list, StatusText status, ImmutableArray<string> listed, string consequence)
    {
        string wrong = status.IsName ? $"'{text}' is not the name of a status of {list.Owner}, which ToString() gives" : $"'{text}' is not a status of {list.Owner}";
        string advice = meant is null ? "." : $"; did you mean '{meant}'?";
        string known = (list.IsComplete ? "It lists " : "It ends as ") + string.Join(", ", listed);
        return $"{wrong}{advice} {known}; {consequence}.";
    }

    private static void Report(OperationAnalysisContext context, StatusComparison comparison, string message, string? meant)
    {
        SyntaxNode written = comparison.Constant.Use.Syntax;
        SyntaxNode place = comparison.Set?.Name?.Syntax ?? written;
        SyntaxNode? declaration = place != written ? written : comparison.Constant.Source;
        ValueEdit? edit = meant is null || IsLabelBeside(context.Operation, meant) || Mended(place, written, declaration) is not { } mended
            ? null
            : new ValueEdit(mended, SymbolDisplay.FormatLiteral(meant, quote: true), $"Use '{meant}'");
        context.ReportDiagnostic(Diagnostic.Create(
            Descriptor,
            place.GetLocation(),
            declaration is null ? null : new[] { declaration.GetLocation() },
            edit?.ToProperties(place.Span),
            message));
    }

    /// <summary>What to replace: the text in the declaration, where that is in sight and nobody else's; else the place of use, unless that is the name of a set.</summary>
    private static TextSpan? Mended(SyntaxNode place, SyntaxNode written, SyntaxNode? declaration) =>
        declaration is LiteralExpressionSyntax && declaration.SyntaxTree == place.SyntaxTree && (place != written || IsPrivate(declaration)) ? declaration.Span
        : place == written ? place.Span
        : null;

    // Two labels with one text do not compile.
    private static bool IsLabelBeside(IOperation operation, string meant)
    {
        IOperation? choice = operation is IConstantPatternOperation or ICaseClauseOperation ? operation.Parent : null;
        while (choice is not null and not ISwitchOperation and not ISwitchExpressionOperation)
        {
            choice = choice.Parent;
        }

        return choice?.Descendants().Any(o => (o as IConstantPatternOperation)?.Value.ConstantValue is { HasValue: true, Value: string pattern } && pattern == meant
            || (o as ISingleValueCaseClauseOperation)?.Value.ConstantValue is { HasValue: true, Value: string label } && label == meant) == true;
    }

    // Whoever else uses the constant is in sight; any other constant is left alone, and only its use is mended.
    private static bool IsPrivate(SyntaxNode declaration) => declaration.FirstAncestorOrSelf<MemberDeclarationSyntax>() is not FieldDeclarationSyntax field
        || !field.Modifiers.Any(static m => m.ValueText is "public" or "internal" or "protected");
}
