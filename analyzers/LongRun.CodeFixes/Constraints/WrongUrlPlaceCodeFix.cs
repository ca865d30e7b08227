using System.Composition;
using LongRun.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LongRun.CodeFixes.Constraints;

/// <summary>Puts the accepted scheme, or the host that was probably meant, into a URL.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(WrongUrlPlaceCodeFix)), Shared]
public sealed class WrongUrlPlaceCodeFix : ReplaceValueCodeFix
{
    /// <summary>Creates the fix.</summary>
    public WrongUrlPlaceCodeFix()
        : base(DiagnosticIds.WrongUrlPlace)
    {
    }
}
