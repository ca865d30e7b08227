using LongRun.Analyzers.Contracts;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LongRun.Analyzers;

/// <summary>The ceremony of every analyzer here: not in generated code, concurrent, and nothing at all without the contract.</summary>
public abstract class ContractAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc />
    public sealed override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (Contract.Find(start.Compilation) is { } contract)
            {
                Register(start, contract);
            }
        });
    }

    /// <summary>Registers what the rule looks at; called once for each compilation that references the contract.</summary>
    private protected abstract void Register(CompilationStartAnalysisContext context, Contract contract);
}
