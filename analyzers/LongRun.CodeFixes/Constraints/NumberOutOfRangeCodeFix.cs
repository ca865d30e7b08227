using System.Composition;
using LongRun.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LongRun.CodeFixes.Constraints;

/// <summary>Uses the nearest accepted number.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NumberOutOfRangeCodeFix)), Shared]
public sealed class NumberOutOfRangeCodeFix : ReplaceValueCodeFix
{
    /// <summary>Creates the fix.</summary>
    public NumberOutOfRangeCodeFix()
        : base(DiagnosticIds.NumberOutOfRange)
    {
    }
}
