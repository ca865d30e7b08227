using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace LongRun.Analyzers;

/// <summary>A mending, as changes of text in one file, so that the fixer only applies it.</summary>
internal sealed class CodeEdit
{
    internal CodeEdit(string key, string title, IEnumerable<TextChange> changes)
    {
        Key = key;
        Title = title;
        Changes = changes.OrderBy(static c => c.Span.Start).ToImmutableArray();
    }

    /// <summary>What fixes of one kind share: all of a kind can be applied at once.</summary>
    internal string Key { get; }

    /// <summary>What the editor shows.</summary>
    internal string Title { get; }

    internal ImmutableArray<TextChange> Changes { get; }
}
