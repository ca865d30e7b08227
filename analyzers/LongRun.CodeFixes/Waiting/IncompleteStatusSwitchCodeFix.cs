using System.Composition;
using LongRun.Analyzers;
using LongRun.Analyzers.Waiting;
using LongRun.Analyzers.Waiting.Switches;
using LongRun.CodeFixes.Waiting.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LongRun.CodeFixes.Waiting;

/// <summary>Adds the missing cases in the style of those that are there.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(IncompleteStatusSwitchCodeFix)), Shared]
public sealed class IncompleteStatusSwitchCodeFix : CodeEditFix
{
    /// <summary>Creates the fix.</summary>
    public IncompleteStatusSwitchCodeFix()
        : base(DiagnosticIds.IncompleteStatusSwitch)
    {
    }

    private protected override IEnumerable<CodeEdit?> EditsOf(WaitingBody body, object finding) => finding is MissingEndings missing ? [AddedCases.To(body, missing)] : [];
}
