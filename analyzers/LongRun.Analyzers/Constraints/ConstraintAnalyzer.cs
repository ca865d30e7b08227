using System.Collections.Immutable;
using LongRun.Analyzers.Contracts;
using LongRun.Analyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LongRun.Analyzers.Constraints;

/// <summary>Runs the rules on values: all look at the same places, which are walked once.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ConstraintAnalyzer : ContractAnalyzer
{
    private static readonly ImmutableArray<ConstraintRule> Rules = ImmutableArray.Create<ConstraintRule>(new UnusableUrl());

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = Rules.Select(static r => r.Rule).ToImmutableArray();

    private protected override void Register(CompilationStartAnalysisContext context, Contract contract) =>
        ValuePlaces.Register(context, contract, static value =>
        {
            foreach (ConstraintRule rule in Rules)
            {
                rule.Judge(value);
            }
        });
}
