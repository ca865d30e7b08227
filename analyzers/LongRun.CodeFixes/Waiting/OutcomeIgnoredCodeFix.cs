using System.Composition;
using LongRun.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LongRun.CodeFixes.Waiting;

/// <summary>Lets failure throw where nobody looks at the outcome.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(OutcomeIgnoredCodeFix)), Shared]
public sealed class OutcomeIgnoredCodeFix : CodeEditFix
{
    /// <summary>Creates the fix.</summary>
    public OutcomeIgnoredCodeFix()
        : base(DiagnosticIds.OutcomeIgnored)
    {
    }
}
