using System.Composition;
using LongRun.Analyzers;
using LongRun.Analyzers.Waiting;
using LongRun.Analyzers.Waiting.Loops;
using LongRun.CodeFixes.Waiting.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LongRun.CodeFixes.Waiting;

/// <summary>Pauses for as long as the API asks.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TooFastPollingCodeFix)), Shared]
public sealed class TooFastPollingCodeFix : CodeEditFix
{
    /// <summary>Creates the fix.</summary>
    public TooFastPollingCodeFix()
        : base(DiagnosticIds.TooFastPolling)
    {
    }

    private protected override IEnumerable<CodeEdit?> EditsOf(WaitingBody body, object finding) => finding is ShortPause pause ? [LongEnoughPause.InsteadOf(body.Root.SemanticModel, pause)] : [];
}
