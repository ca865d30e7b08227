using System.Composition;
using LongRun.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LongRun.CodeFixes.Waiting;

/// <summary>Awaits instead of blocking.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(BlockedThreadCodeFix)), Shared]
public sealed class BlockedThreadCodeFix : CodeEditFix
{
    /// <summary>Creates the fix.</summary>
    public BlockedThreadCodeFix()
        : base(DiagnosticIds.BlockedThread)
    {
    }
}
