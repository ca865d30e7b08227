using System.Composition;
using LongRun.Analyzers;
using LongRun.Analyzers.Waiting;
using LongRun.Analyzers.Waiting.Loops;
using LongRun.CodeFixes.Waiting.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LongRun.CodeFixes.Waiting;

/// <summary>Awaits instead of blocking.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(BlockedThreadCodeFix)), Shared]
public sealed class BlockedThreadCodeFix : CodeEditFix
{
    /// <summary>Creates the fix.</summary>
    public BlockedThreadCodeFix()
        : base(DiagnosticIds.BlockedThread)
    {
    }

    private protected override IEnumerable<CodeEdit?> EditsOf(WaitingBody body, object finding) => finding is BlockingCall call ? [AwaitForm.Of(body.Root.SemanticModel, call.Operation)] : [];
}
