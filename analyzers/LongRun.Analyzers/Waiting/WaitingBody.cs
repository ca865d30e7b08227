using System.Collections.Immutable;
using LongRun.Analyzers.Contracts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace LongRun.Analyzers.Waiting;

/// <summary>
/// One body of code (a method, an accessor, an initialiser, a top-level program) with the lambdas and local functions in
/// it, that calls for jobs.
/// </summary>
internal sealed class WaitingBody
{
    private readonly OperationAnalysisContext _context;

    internal WaitingBody(OperationAnalysisContext context, Contract contract, IOperation root)
    {
        _context = context;
        Contract = contract;
        Root = root;
        Calls = root.Descendants().OfType<IInvocationOperation>()
            .Select(call => CallRoles.Of(contract, call))
            .Where(static call => call.Role != CallRole.None)
            .ToImmutableArray();
    }

    internal Contract Contract { get; }

    internal IOperation Root { get; }

    /// <summary>The method, property or field that the body belongs to.</summary>
    internal ISymbol Owner => _context.ContainingSymbol;

    /// <summary>The calls for jobs, in source order.</summary>
    internal ImmutableArray<ContractCall> Calls { get; }

    internal CancellationToken CancellationToken => _context.CancellationToken;

    internal AnalyzerOptions Options => _context.Options;

    internal void Report(Diagnostic diagnostic) => _context.ReportDiagnostic(diagnostic);
}
