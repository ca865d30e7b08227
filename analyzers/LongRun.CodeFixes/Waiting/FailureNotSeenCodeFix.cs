using System.Composition;
using LongRun.Analyzers;
using LongRun.Analyzers.Waiting;
using LongRun.Analyzers.Waiting.Loops;
using LongRun.CodeFixes.Waiting.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LongRun.CodeFixes.Waiting;

/// <summary>Waits instead of looping, or throws on the failures that the loop does not see.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(FailureNotSeenCodeFix)), Shared]
public sealed class FailureNotSeenCodeFix : CodeEditFix
{
    /// <summary>Creates the fix.</summary>
    public FailureNotSeenCodeFix()
        : base(DiagnosticIds.FailureNotSeen)
    {
    }

    private protected override IEnumerable<CodeEdit?> EditsOf(WaitingBody body, object finding) => finding is PollingLoop loop ? [LoopReplacement.Of(body, loop), FailureCheck.Add(body, loop)] : [];
}
