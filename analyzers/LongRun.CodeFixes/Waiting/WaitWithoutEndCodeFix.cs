using System.Composition;
using LongRun.Analyzers;
using LongRun.Analyzers.Contracts;
using LongRun.Analyzers.Waiting;
using LongRun.Analyzers.Waiting.Loops;
using LongRun.CodeFixes.Waiting.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LongRun.CodeFixes.Waiting;

/// <summary>Waits instead of looping, or passes the token in scope.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(WaitWithoutEndCodeFix)), Shared]
public sealed class WaitWithoutEndCodeFix : CodeEditFix
{
    /// <summary>Creates the fix.</summary>
    public WaitWithoutEndCodeFix()
        : base(DiagnosticIds.WaitWithoutEnd)
    {
    }

    private protected override IEnumerable<CodeEdit?> EditsOf(WaitingBody body, object finding) => finding switch
    {
        PollingLoop loop => [LoopReplacement.Of(body, loop), PassedToken.To(body.Root.SemanticModel, loop, body.Contract)],
        ContractCall wait => [PassedToken.To(body.Root.SemanticModel, wait)],
        _ => [],
    };
}
