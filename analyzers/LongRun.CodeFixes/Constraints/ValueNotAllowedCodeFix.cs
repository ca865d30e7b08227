using System.Composition;
using LongRun.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LongRun.CodeFixes.Constraints;

/// <summary>Uses the listed value that was probably meant.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ValueNotAllowedCodeFix)), Shared]
public sealed class ValueNotAllowedCodeFix : ReplaceValueCodeFix
{
    /// <summary>Creates the fix.</summary>
    public ValueNotAllowedCodeFix()
        : base(DiagnosticIds.ValueNotAllowed)
    {
    }
}
