using System.Globalization;
using LongRun.SpecCompiler.Reading;

namespace LongRun.SpecCompiler.Overlays.JsonPaths;

/// <summary>Reads the steps of a query; <see cref="FilterParser"/> reads what stands in a filter.</summary>
internal sealed class JsonPathParser(string text)
{
    // Whole numbers that every JSON reader keeps exactly.
    private const long LargestInteger = 9_007_199_254_740_991;

    private readonly PathText _text = new(text);
    private FilterParser? _filters;

    public JsonPath Parse()
    {
        if (text.Length == 0)
        {
            throw new JsonPathException(0, "a query begins with '$'");
        }

        if (!_text.TryTake('$'))
        {
            throw _text.Wrong("a query begins with '$'");
        }

        JsonPath path = ParseSegments(0);
        if (!_text.AtEnd)
        {
            throw _text.Wrong(_text.Current == '-'
                ? "a name with '-' needs brackets and quotes, as in ['x-name']"
                : $"'{_text.Current}' continues nothing here; the next step begins with '.' or '['");
        }

        return path;
    }

    // Blanks may stand before a step, and belong to nothing if none follows.
    public JsonPath ParseSegments(int start)
    {
        var segments = new List<Segment>();
        while (true)
        {
            int before = _text.At;
            _text.SkipBlanks();
            int at = _text.At;
            if (ParseSegment() is not { } segment)
            {
                _text.At = before;
                return new JsonPath(text[start..before], segments);
            }

            segments.Add(segment with { Start = at, End = _text.At });
        }
    }

    private Segment? ParseSegment()
    {
        bool descendant = _text.TryTake("..");
        if (_text.TryTake('['))
        {
            return new Segment(0, 0, descendant, ParseBrackets());
        }

        if (!descendant && !_text.TryTake('.'))
        {
            return null;
        }

        if (_text.TryTake('*'))
        {
            return new Segment(0, 0, descendant, [new WildcardSelector()]);
        }

        return new Segment(0, 0, descendant, [new NameSelector(ParseShortName())]);
    }

    private string ParseShortName()
    {
        int start = _text.At;
        while (IsNameCharacter(_text.Current, first: _text.At == start))
        {
            _text.At++;
        }

        return _text.At > start
            ? text[start.._text.At]
            : throw _text.Wrong(_text.AtEnd ? "a name or '*' is missing" : $"'{_text.Current}' cannot begin a name; write it in brackets and quotes, as in ['/tasks']");
    }

    private static bool IsNameCharacter(char c, bool first) =>
        char.IsAsciiLetter(c) || c == '_' || c >= 0x80 || (!first && char.IsAsciiDigit(c));

    private List<Selector> ParseBrackets()
    {
        var selectors = new List<Selector>();
        do
        {
            _text.SkipBlanks();
            selectors.Add(ParseSelector());
            _text.SkipBlanks();
        }
        while (_text.TryTake(','));

        _text.Expect(']', "a selector ends with ',' or ']'");
        return selectors;
    }

    private Selector ParseSelector()
    {
        switch (_text.Current)
        {
            case '\'' or '"':
                return new NameSelector(_text.TakeString());
            case '*':
                _text.At++;
                return new WildcardSelector();
            case '?':
                _text.At++;
                _filters ??= new FilterParser(_text, this);
                return new FilterSelector(_filters.Parse());
            case ':' or '-' or (>= '0' and <= '9'):
                return ParseIndexOrSlice();
            default:
                throw _text.Wrong(_text.AtEnd ? "the bracket is not closed" : "a selector is a name in quotes, '*', an index, a slice or a filter that begins with '?'");
        }
    }

    private Selector ParseIndexOrSlice()
    {
        long? start = ParseInteger();
        int after = _text.At;
        _text.SkipBlanks();
        if (!_text.TryTake(':'))
        {
            _text.At = after;
            return new IndexSelector(start!.Value);
        }

        _text.SkipBlanks();
        long? end = ParseInteger();
        _text.SkipBlanks();
        long step = 1;
        if (_text.TryTake(':'))
        {
            _text.SkipBlanks();
            step = ParseInteger() ?? 1;
        }

        return new SliceSelector(start, end, step);
    }

    private long? ParseInteger()
    {
        int start = _text.At;
        bool negative = _text.TryTake('-');
        int digits = _text.At;
        while (char.IsAsciiDigit(_text.Current))
        {
            _text.At++;
        }

        string number = text[digits.._text.At];
        if (number.Length == 0)
        {
            return negative ? throw new JsonPathException(start, "'-' is not followed by a number") : null;
        }

        if (number[0] == '0' && (number.Length > 1 || negative))
        {
            throw new JsonPathException(start, $"'{text[start.._text.At]}' is not how an index is written: no leading zeros, and no minus before 0");
        }

        return long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out long value) && value <= LargestInteger
            ? (negative ? -value : value)
            : throw new JsonPathException(start, $"'{text[start.._text.At]}' is too large for an index");
    }
}
