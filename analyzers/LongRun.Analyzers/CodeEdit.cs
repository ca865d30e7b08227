using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace LongRun.Analyzers;

/// <summary>
/// A mending that the analyzer has worked out, as changes of text in one file. It travels in the diagnostic's properties, so
/// that the fixer only applies it. A diagnostic may carry several, the best first.
/// </summary>
internal sealed class CodeEdit
{
    private const string Prefix = "Edit";

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

    /// <summary>Reads back what <see cref="ToProperties"/> wrote, the best first.</summary>
    internal static IEnumerable<CodeEdit> Read(Diagnostic diagnostic)
    {
        for (int i = 0; diagnostic.Properties.TryGetValue(Prefix + i.ToString(CultureInfo.InvariantCulture), out string? text) && text is not null; i++)
        {
            yield return Parse(text, diagnostic.Location.SourceSpan.Start);
        }
    }

    /// <summary>Writes edits as properties of a diagnostic at that place; places are relative, because the document may move before the fix is asked for.</summary>
    internal static ImmutableDictionary<string, string?> ToProperties(Location place, IEnumerable<CodeEdit?> edits)
    {
        ImmutableDictionary<string, string?> properties = ImmutableDictionary<string, string?>.Empty;
        foreach (CodeEdit edit in edits.OfType<CodeEdit>())
        {
            properties = properties.Add(Prefix + properties.Count.ToString(CultureInfo.InvariantCulture), edit.Write(place.SourceSpan.Start));
        }

        return properties;
    }

    private string Write(int origin)
    {
        var text = new StringBuilder();
        Append(text, Key);
        Append(text, Title);
        foreach (TextChange change in Changes)
        {
            Append(text, (change.Span.Start - origin).ToString(CultureInfo.InvariantCulture));
            Append(text, change.Span.Length.ToString(CultureInfo.InvariantCulture));
            Append(text, change.NewText ?? "");
        }

        return text.ToString();
    }

    private static CodeEdit Parse(string text, int origin)
    {
        int at = 0;
        string key = Take(text, ref at);
        string title = Take(text, ref at);
        var changes = new List<TextChange>();
        while (at < text.Length)
        {
            int start = int.Parse(Take(text, ref at), CultureInfo.InvariantCulture);
            int length = int.Parse(Take(text, ref at), CultureInfo.InvariantCulture);
            changes.Add(new TextChange(new TextSpan(origin + start, length), Take(text, ref at)));
        }

        return new CodeEdit(key, title, changes);
    }

    // Each part with its length before it, so that a part may hold anything.
    private static void Append(StringBuilder text, string part) => text.Append(part.Length.ToString(CultureInfo.InvariantCulture)).Append(':').Append(part);

    private static string Take(string text, ref int at)
    {
        int colon = text.IndexOf(':', at);
        int length = int.Parse(text.Substring(at, colon - at), CultureInfo.InvariantCulture);
        string part = text.Substring(colon + 1, length);
        at = colon + 1 + length;
        return part;
    }
}
