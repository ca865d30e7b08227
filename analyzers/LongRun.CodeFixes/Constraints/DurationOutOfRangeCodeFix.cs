using System.Composition;
using LongRun.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LongRun.CodeFixes.Constraints;

/// <summary>Uses the nearest accepted duration.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DurationOutOfRangeCodeFix)), Shared]
public sealed class DurationOutOfRangeCodeFix : ReplaceValueCodeFix
{
    /// <summary>Creates the fix.</summary>
    public DurationOutOfRangeCodeFix()
        : base(DiagnosticIds.DurationOutOfRange)
    {
    }
}
