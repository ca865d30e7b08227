using System.Composition;
using LongRun.Analyzers;
using LongRun.Analyzers.Waiting;
using LongRun.Analyzers.Waiting.Loops;
using LongRun.CodeFixes.Waiting.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LongRun.CodeFixes.Waiting;

/// <summary>Waits instead of looping.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(HandWrittenLoopCodeFix)), Shared]
public sealed class HandWrittenLoopCodeFix : CodeEditFix
{
    /// <summary>Creates the fix.</summary>
    public HandWrittenLoopCodeFix()
        : base(DiagnosticIds.HandWrittenLoop)
    {
    }

    private protected override IEnumerable<CodeEdit?> EditsOf(WaitingBody body, object finding) => finding is PollingLoop loop ? [LoopReplacement.Of(body, loop)] : [];
}
