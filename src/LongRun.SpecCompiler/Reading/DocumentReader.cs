using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using LongRun.SpecCompiler.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace LongRun.SpecCompiler.Reading;

/// <summary>Reads YAML, and JSON as the part of YAML that it is, with the place of every value.</summary>
public sealed partial class DocumentReader
{
    // Deeper than any real document, and shallow enough for the stack.
    private const int DeepestNesting = 256;

    // Aliases are copied, so a few lines can stand for a document that fits in no memory.
    private const int MostValues = 2_000_000;

    // More than three times the longest document that was met; and a path may lead to something that never ends.
    private const int MostCharacters = 32 * 1024 * 1024;

    private readonly string _file;
    private readonly DiagnosticBag _diagnostics;
    private readonly Dictionary<string, Node> _anchors = new(StringComparer.Ordinal);
    private readonly HashSet<Node> _open = [];

    // The same few names stand everywhere in a document, so each is kept once.
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private int _values;

    private DocumentReader(string file, DiagnosticBag diagnostics)
    {
        _file = file;
        _diagnostics = diagnostics;
    }

    /// <summary>Reads a document.</summary>
    /// <param name="file">Its path, for diagnostics.</param>
    /// <param name="text">Its text.</param>
    /// <param name="diagnostics">Takes what is wrong.</param>
    /// <param name="kind">What it should be, for diagnostics.</param>
    /// <returns>Its root, or <see langword="null"/> if it cannot be read.</returns>
    public static MapNode? Read(string file, TextReader text, DiagnosticBag diagnostics, string kind = "an OpenAPI document")
    {
        var reader = new DocumentReader(file, diagnostics);
        if (Text(text) is not { } content)
        {
            diagnostics.Add(DiagnosticIds.Unreadable, new SourcePosition(file, 1, 1), $"The file is longer than {MostCharacters / 1024 / 1024} million characters; no document is.");
            return null;
        }

        try
        {
            var parser = new SteadyParser(new Parser(new StringReader(content)));
            parser.Consume<StreamStart>();
            if (parser.Accept<StreamEnd>(out _))
            {
                diagnostics.Add(DiagnosticIds.Unreadable, new SourcePosition(file, 1, 1), "The document is empty.");
                return null;
            }

            parser.Consume<DocumentStart>();
            Node root = reader.ReadNode(parser, 0);
            parser.Consume<DocumentEnd>();
            if (!parser.Accept<StreamEnd>(out _))
            {
                diagnostics.Add(DiagnosticIds.Unreadable, reader.At(parser.Current!.Start), "The file holds more than one document; keep one.");
                return null;
            }

            if (root is MapNode map)
            {
                return map;
            }

            diagnostics.Add(DiagnosticIds.Unreadable, root.Position, $"The document is not {kind}: its root is not an object.");
            return null;
        }
        catch (YamlException exception)
        {
            string message = exception.InnerException?.Message ?? exception.Message;
            message = message.ReplaceLineEndings(" ");
            if (message.EndsWith("found invalid mapping.", StringComparison.Ordinal))
            {
                // The parser's own words for the two commonest slips tell nobody what to do.
                message += " A text with ': ' in it has to be quoted, and the names of an object begin in the same column.";
            }

            diagnostics.Add(DiagnosticIds.Unreadable, reader.Place(exception, content), $"The document is not valid YAML or JSON: {message}");
            return null;
        }
    }

    private static string? Text(TextReader text)
    {
        var content = new StringBuilder();
        char[] part = new char[64 * 1024];
        while (text.ReadBlock(part, 0, part.Length) is > 0 and var read)
        {
            if (content.Append(part, 0, read).Length > MostCharacters)
            {
                return null;
            }
        }

        return content.ToString();
    }

    // Of a tab the parser says only in which mapping it stands.
    private SourcePosition Place(YamlException exception, string content) =>
        exception.Message.Contains("tab", StringComparison.Ordinal) && IndentingTab().Match(content) is { Success: true } tab
            ? new SourcePosition(_file, content.AsSpan(0, tab.Index).Count('\n') + 1, tab.Length)
            : At(exception.Start);

    [GeneratedRegex(@"^ *\t", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex IndentingTab();

    private Node ReadNode(IParser parser, int depth)
    {
        if (depth > DeepestNesting)
        {
            throw new YamlException(parser.Current!.Start, parser.Current.End, $"values are nested more than {DeepestNesting} deep.");
        }

        Count(1, parser.Current!);
        return parser.Current switch
        {
            Scalar => ReadScalar(parser.Consume<Scalar>()),
            SequenceStart => ReadList(parser, depth),
            MappingStart => ReadMap(parser, depth),
            AnchorAlias => ReadAlias(parser.Consume<AnchorAlias>()),
            { } other => throw new YamlException(other.Start, other.End, "a value was expected here."),
            null => throw new YamlException("the document ends in the middle of a value."),
        };
    }

    private ListNode ReadList(IParser parser, int depth)
    {
        SequenceStart start = parser.Consume<SequenceStart>();
        var list = new ListNode(At(start.Start));
        Remember(start.Anchor, list);
        _open.Add(list);
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            list.Items.Add(ReadNode(parser, depth + 1));
        }

        _open.Remove(list);
        return list;
    }

    private MapNode ReadMap(IParser parser, int depth)
    {
        MappingStart start = parser.Consume<MappingStart>();
        var map = new MapNode(At(start.Start));
        Remember(start.Anchor, map);
        _open.Add(map);
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            if (parser.Current is not Scalar)
            {
                throw new YamlException(parser.Current!.Start, parser.Current.End, "a name was expected here.");
            }

            Scalar key = parser.Consume<Scalar>();
            if (key is { Value: "<<", Style: ScalarStyle.Plain })
            {
                throw new YamlException(key.Start, key.End, "merge keys ('<<') are not part of YAML 1.2; write the members out, or use $ref.");
            }

            Node value = ReadNode(parser, depth + 1);
            if (map.Has(key.Value))
            {
                _diagnostics.Add(DiagnosticIds.Unreadable, At(key.Start), $"'{key.Value}' is written twice in the same object; remove one.");
                continue;
            }

            if (!_names.TryGetValue(key.Value, out string? name))
            {
                name = key.Value;
                _names.Add(name);
            }

            map.Set(name, value, At(key.Start));
        }

        _open.Remove(map);
        return map;
    }

    // A copy, because everything later changes values in place: what is written once may be lowered once.
    private Node ReadAlias(AnchorAlias alias)
    {
        if (!_anchors.TryGetValue(alias.Value.Value, out Node? node))
        {
            throw new YamlException(alias.Start, alias.End, $"the alias '*{alias.Value}' has no anchor before it.");
        }

        if (_open.Contains(node))
        {
            throw new YamlException(alias.Start, alias.End, $"the alias '*{alias.Value}' stands inside the value that it repeats.");
        }

        Count(node.Size, alias);
        return node.Clone();
    }

    private void Count(int values, ParsingEvent at)
    {
        _values += values;
        if (_values > MostValues)
        {
            throw new YamlException(at.Start, at.End, $"the document has more than {MostValues} values.");
        }
    }

    private ScalarNode ReadScalar(Scalar scalar)
    {
        SourcePosition position = At(scalar.Start);
        ScalarNode node = scalar.Style == ScalarStyle.Plain && (scalar.Tag.IsEmpty || scalar.Tag.IsNonSpecific)
            ? Resolve(scalar.Value, position)
            : ScalarNode.Of(scalar.Value, position);
        Remember(scalar.Anchor, node);
        return node;
    }

    // The core schema of YAML 1.2. Dates stay texts: OpenAPI has none.
    private static ScalarNode Resolve(string text, SourcePosition position)
    {
        switch (text)
        {
            case "" or "~" or "null" or "Null" or "NULL":
                return new ScalarNode(ScalarKind.Null, "null", position);
            case "true" or "True" or "TRUE":
                return ScalarNode.Of(true, position);
            case "false" or "False" or "FALSE":
                return ScalarNode.Of(false, position);
        }

        if (text[0] is not ('-' or '+' or '.' or (>= '0' and <= '9')))
        {
            return ScalarNode.Of(text, position);
        }

        // As written where JSON would write it so too: "1.10" is a version before it is a number.
        if (JsonNumber().IsMatch(text))
        {
            return new ScalarNode(ScalarKind.Number, text, position);
        }

        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long integer))
        {
            return new ScalarNode(ScalarKind.Number, integer.ToString(CultureInfo.InvariantCulture), position);
        }

        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number)
            ? new ScalarNode(ScalarKind.Number, number.ToString("R", CultureInfo.InvariantCulture), position)
            : ScalarNode.Of(text, position);
    }

    [GeneratedRegex(@"^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex JsonNumber();

    private void Remember(AnchorName anchor, Node node)
    {
        if (!anchor.IsEmpty)
        {
            _anchors[anchor.Value] = node;
        }
    }

    private SourcePosition At(Mark mark) => new(_file, (int)Math.Max(1, mark.Line), (int)Math.Max(1, mark.Column));
}
