using System.Composition;
using LongRun.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LongRun.CodeFixes.Constraints;

/// <summary>Removes an item that occurs again.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ItemsOutOfBoundsCodeFix)), Shared]
public sealed class ItemsOutOfBoundsCodeFix : ReplaceValueCodeFix
{
    /// <summary>Creates the fix.</summary>
    public ItemsOutOfBoundsCodeFix()
        : base(DiagnosticIds.ItemsOutOfBounds)
    {
    }
}
