using System.Collections.Immutable;
using LongRun.Analyzers.Configuration;
using LongRun.Analyzers.Constraints;
using LongRun.Analyzers.Contracts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LongRun.Analyzers.Values;

/// <summary>Runs the rules on values: all look at the same places, which are walked once.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ValueAnalyzer : ContractAnalyzer
{
    private static readonly ImmutableArray<ValueRule> Rules = ImmutableArray.Create<ValueRule>(
        new UnusableUrl(),
        new WrongUrlPlace(),
        new UnlikelyUrlForm(),
        new DurationOutOfRange(),
        new NumberOutOfRange(),
        new TextOutOfBounds(),
        new ValueNotAllowed(),
        new ItemsOutOfBounds(),
        new SecretInSource());

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = Rules.Select(static r => r.Rule).ToImmutableArray();

    private protected override void Register(CompilationStartAnalysisContext context, Contract contract) =>
        ValuePlaces.Register(context, contract, static value =>
        {
            foreach (ValueRule rule in Rules)
            {
                rule.Judge(value);
            }
        });
}
