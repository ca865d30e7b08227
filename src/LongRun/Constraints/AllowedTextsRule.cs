// Linked into the analyzers: netstandard2.0, C# only, nothing from the rest of this project.
using System.Collections.Generic;
using System.Linq;

namespace LongRun.Constraints;

/// <summary>Judges texts by a closed list (<c>enum</c>, <c>AllowedValues</c>), case included. Immutable and safe for any number of threads.</summary>
public sealed class AllowedTextsRule
{
    private readonly string[] _texts;

    /// <summary>Takes the list.</summary>
    /// <param name="texts">The accepted texts; <see langword="null"/> or empty: any.</param>
    public AllowedTextsRule(IEnumerable<string>? texts) => _texts = (texts ?? []).ToArray();

    /// <summary>The list.</summary>
    internal IReadOnlyList<string> Texts => _texts;

    /// <summary>Judges a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="subject">What takes it, as the message says it: the name of a member or parameter.</param>
    /// <returns>A sentence for a person, which names the text that was probably meant; <see langword="null"/> where the text fits.</returns>
    public string? Judge(string text, string subject)
    {
        if (_texts.Length == 0 || _texts.Contains(text))
        {
            return null;
        }

        string advice = Nearest(text) is { } meant ? $"; did you mean '{meant}'?" : ".";
        return $"{subject} accepts {ListedTexts.Write(_texts)}, and not {Quoted.Text(text)}{advice} The server refuses any other.";
    }

    /// <summary>The listed text that was probably meant; <see langword="null"/> where that is none or not one.</summary>
    internal string? Nearest(string text) => ListedTexts.Nearest(text, _texts);
}
