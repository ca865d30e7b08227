using System.Composition;
using LongRun.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LongRun.CodeFixes.Constraints;

/// <summary>Removes white space around a URL, or adds its scheme.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UnusableUrlCodeFix)), Shared]
public sealed class UnusableUrlCodeFix : ReplaceValueCodeFix
{
    /// <summary>Creates the fix.</summary>
    public UnusableUrlCodeFix()
        : base(DiagnosticIds.UnusableUrl)
    {
    }
}
