// Linked into the analyzers: netstandard2.0, C# only, nothing from the rest of this project.
using System;
using System.Globalization;

namespace LongRun.Constraints;

/// <summary>Judges texts by <c>minLength</c>, <c>maxLength</c> and <c>pattern</c>. Immutable and safe for any number of threads.</summary>
/// <remarks>Characters are Unicode code points, as JSON Schema counts them: an emoji is one, and so is half of a surrogate pair.</remarks>
public sealed class TextRule
{
    private readonly int _minLength;
    private readonly int _maxLength;
    private readonly TextPattern _pattern;

    /// <summary>Takes the values of the attribute <c>TextConstraint</c>.</summary>
    /// <param name="minLength">Least number of characters. 0 unless given.</param>
    /// <param name="maxLength">Greatest number of characters. <see cref="int.MaxValue"/> unless given: no upper bound.</param>
    /// <param name="pattern">Regular expression (ECMA-262, not anchored). <see langword="null"/> unless given: any text. One that does not parse is left out.</param>
    public TextRule(int minLength = 0, int maxLength = int.MaxValue, string? pattern = null)
    {
        _minLength = minLength;
        _maxLength = maxLength;
        _pattern = new TextPattern(pattern);
    }

    /// <summary>Judges a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="subject">What takes it, as the message says it: the name of a member or parameter.</param>
    /// <returns>A sentence for a person; <see langword="null"/> where the text fits.</returns>
    public string? Judge(string text, string subject) => JudgeHead(text, subject) ?? JudgeLeast(text, subject) ?? JudgePattern(text, subject);

    /// <summary>Judges how a text begins: it can only be too long already.</summary>
    /// <param name="head">The beginning.</param>
    /// <param name="subject">What takes it, as the message says it.</param>
    /// <returns>A sentence for a person; <see langword="null"/> where a text that begins so may fit.</returns>
    public string? JudgeHead(string head, string subject)
    {
        // A code point takes at most two units: most texts need no counting.
        int length = head.Length <= _maxLength ? 0 : Length(head);
        return length > _maxLength ? $"The text has {Count(length)}; {subject} accepts {Range()}." : null;
    }

    private static int Length(string text)
    {
        int length = 0;
        for (int i = 0; i < text.Length; i++)
        {
            length++;
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
        }

        return length;
    }

    private static string Count(int length) => length switch
    {
        0 => "no characters",
        1 => "1 character",
        _ => length.ToString(CultureInfo.InvariantCulture) + " characters",
    };

    private string? JudgeLeast(string text, string subject)
    {
        int length = Length(text);
        return length < _minLength ? $"The text has {Count(length)}; {subject} accepts {Range()}." : null;
    }

    private string? JudgePattern(string text, string subject) =>
        _pattern.Matches(text) ? null : $"{Quoted.Text(text)} does not match the pattern '{_pattern}' of {subject}.";

    private string Range()
    {
        double least = _minLength <= 0 ? double.NegativeInfinity : _minLength;
        double greatest = _maxLength == int.MaxValue ? double.PositiveInfinity : _maxLength;
        string range = Bounds.Write(least, greatest, static n => n.ToString("0", CultureInfo.InvariantCulture));
        return range + (range.EndsWith(" 1", StringComparison.Ordinal) ? " character" : " characters");
    }
}
