using System.Composition;
using LongRun.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LongRun.CodeFixes.Waiting;

/// <summary>Pauses for as long as the API asks.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TooFastPollingCodeFix)), Shared]
public sealed class TooFastPollingCodeFix : CodeEditFix
{
    /// <summary>Creates the fix.</summary>
    public TooFastPollingCodeFix()
        : base(DiagnosticIds.TooFastPolling)
    {
    }
}
