using System.Composition;
using LongRun.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LongRun.CodeFixes.Waiting;

/// <summary>Waits instead of looping, or passes the token in scope.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(WaitWithoutEndCodeFix)), Shared]
public sealed class WaitWithoutEndCodeFix : CodeEditFix
{
    /// <summary>Creates the fix.</summary>
    public WaitWithoutEndCodeFix()
        : base(DiagnosticIds.WaitWithoutEnd)
    {
    }
}
