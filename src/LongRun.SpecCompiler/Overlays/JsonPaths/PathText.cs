using System.Globalization;
using System.Text;

namespace LongRun.SpecCompiler.Overlays.JsonPaths;

/// <summary>The text of a query and how far it has been read.</summary>
internal sealed class PathText(string text)
{
    /// <summary>The next character, from 0.</summary>
    public int At { get; set; }

    public bool AtEnd => At >= text.Length;

    /// <summary>The next character; NUL at the end, which no query has a use for.</summary>
    public char Current => AtEnd ? '\0' : text[At];

    public bool TryTake(char c)
    {
        if (AtEnd || text[At] != c)
        {
            return false;
        }

        At++;
        return true;
    }

    public bool TryTake(string token)
    {
        if (string.CompareOrdinal(text, At, token, 0, token.Length) != 0)
        {
            return false;
        }

        At += token.Length;
        return true;
    }

    public void Expect(char c, string rule)
    {
        if (!TryTake(c))
        {
            throw Wrong(rule);
        }
    }

    public void SkipBlanks()
    {
        while (Current is ' ' or '\t' or '\n' or '\r')
        {
            At++;
        }
    }

    public string From(int start) => text[start..At];

    public JsonPathException Wrong(string message) => new(At, message);

    /// <summary>Takes a text in single or double quotes.</summary>
    public string TakeString()
    {
        int start = At;
        char quote = text[At++];
        var value = new StringBuilder();
        while (!TryTake(quote))
        {
            if (AtEnd)
            {
                throw new JsonPathException(start, $"the text that begins here is not closed by {quote}");
            }

            if (Current < ' ')
            {
                throw Wrong("a control character in a text is written as an escape");
            }

            if (TryTake('\\'))
            {
                value.Append(TakeEscape(quote));
            }
            else
            {
                value.Append(text[At++]);
            }
        }

        return value.ToString();
    }

    private string TakeEscape(char quote)
    {
        int start = At - 1;
        char c = Current;
        At++;
        switch (c)
        {
            case 'b': return "\b";
            case 't': return "\t";
            case 'n': return "\n";
            case 'f': return "\f";
            case 'r': return "\r";
            case '/' or '\\': return c.ToString();
            case 'u': return TakeCodePoint(start);
            default:
                return c == quote ? c.ToString() : throw new JsonPathException(start, "there is no such escape in a text");
        }
    }

    private string TakeCodePoint(int start)
    {
        char unit = TakeUnit(start);
        if (!char.IsSurrogate(unit))
        {
            return unit.ToString();
        }

        if (char.IsHighSurrogate(unit) && TryTake("\\u") && TakeUnit(start) is var low && char.IsLowSurrogate(low))
        {
            return new string([unit, low]);
        }

        throw new JsonPathException(start, "the escape is half a character; a high surrogate is followed by a low one");
    }

    private char TakeUnit(int start)
    {
        if (At + 4 <= text.Length && ushort.TryParse(text.AsSpan(At, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort unit))
        {
            At += 4;
            return (char)unit;
        }

        throw new JsonPathException(start, "'\\u' is followed by four hexadecimal digits");
    }
}
