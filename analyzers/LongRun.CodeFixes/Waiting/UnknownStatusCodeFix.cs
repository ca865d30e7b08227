using System.Composition;
using LongRun.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LongRun.CodeFixes.Waiting;

/// <summary>Compares with the listed status that was probably meant; where a constant in sight says it, mends the constant.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UnknownStatusCodeFix)), Shared]
public sealed class UnknownStatusCodeFix : ReplaceValueCodeFix
{
    /// <summary>Creates the fix.</summary>
    public UnknownStatusCodeFix()
        : base(DiagnosticIds.UnknownStatus)
    {
    }
}
