using System.Composition;
using LongRun.Analyzers;
using LongRun.Analyzers.Waiting;
using LongRun.Analyzers.Waiting.Loops;
using LongRun.CodeFixes.Waiting.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LongRun.CodeFixes.Waiting;

/// <summary>Waits instead of looping, or pauses for as long as the API asks.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LoopWithoutPauseCodeFix)), Shared]
public sealed class LoopWithoutPauseCodeFix : CodeEditFix
{
    /// <summary>Creates the fix.</summary>
    public LoopWithoutPauseCodeFix()
        : base(DiagnosticIds.LoopWithoutPause)
    {
    }

    private protected override IEnumerable<CodeEdit?> EditsOf(WaitingBody body, object finding) => finding is PollingLoop loop ? [LoopReplacement.Of(body, loop), InsertedPause.Into(body, loop)] : [];
}
