using System.Composition;
using LongRun.Analyzers;
using LongRun.Analyzers.Waiting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LongRun.CodeFixes.Waiting;

/// <summary>Waits where the job came from.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ResultReadBeforeSuccessCodeFix)), Shared]
public sealed class ResultReadBeforeSuccessCodeFix : CodeEditFix
{
    /// <summary>Creates the fix.</summary>
    public ResultReadBeforeSuccessCodeFix()
        : base(DiagnosticIds.ResultReadBeforeSuccess)
    {
    }

    private protected override IEnumerable<CodeEdit?> EditsOf(WaitingBody body, object finding) => finding is CodeEdit edit ? [edit] : [];
}
