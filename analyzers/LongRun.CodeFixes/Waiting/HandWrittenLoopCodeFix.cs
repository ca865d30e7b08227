using System.Composition;
using LongRun.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LongRun.CodeFixes.Waiting;

/// <summary>Waits instead of looping.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(HandWrittenLoopCodeFix)), Shared]
public sealed class HandWrittenLoopCodeFix : CodeEditFix
{
    /// <summary>Creates the fix.</summary>
    public HandWrittenLoopCodeFix()
        : base(DiagnosticIds.HandWrittenLoop)
    {
    }
}
