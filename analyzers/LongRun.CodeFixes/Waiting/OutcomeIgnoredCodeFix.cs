using System.Composition;
using LongRun.Analyzers;
using LongRun.Analyzers.Contracts;
using LongRun.Analyzers.Waiting;
using LongRun.Analyzers.Waiting.Results;
using LongRun.CodeFixes.Waiting.Edits;
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

    private protected override IEnumerable<CodeEdit?> EditsOf(WaitingBody body, object finding) => finding switch
    {
        ContractCall wait => [OutcomeEdit.OfDropped(body, wait)],
        UntimelyRead read => [OutcomeEdit.OfValue(read.Read.Syntax)],
        _ => [],
    };
}
