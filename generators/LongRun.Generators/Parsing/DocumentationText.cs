using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace LongRun.Generators.Parsing;

/// <summary>Documentation that emitted members carry on from what they call.</summary>
internal sealed class DocumentationText
{
    private readonly XElement? _member;

    private DocumentationText(XElement? member) => _member = member;

    /// <summary>Reads a symbol's documentation; there is none where the project does not ask the compiler to parse it.</summary>
    public static DocumentationText Of(ISymbol symbol, CancellationToken cancellationToken)
    {
        string? text = symbol.GetDocumentationCommentXml(cancellationToken: cancellationToken);
        if (string.IsNullOrWhiteSpace(text))
        {
            return new DocumentationText(null);
        }

        try
        {
            return new DocumentationText(XElement.Parse(text));
        }
        catch (XmlException)
        {
            // The compiler warns of it where it stands.
            return new DocumentationText(null);
        }
    }

    public string? Summary => Inner(_member?.Element("summary"));

    public string? Parameter(string name) => Inner(_member?.Elements("param").FirstOrDefault(p => (string?)p.Attribute("name") == name));

    // On one line: the emitter breaks no lines, and those of the source were made for another indentation.
    private static string? Inner(XElement? element)
    {
        if (element is null)
        {
            return null;
        }

        string text = string.Concat(element.Nodes().Select(static n => n.ToString(SaveOptions.DisableFormatting)));
        string line = string.Join(" ", text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length == 0 ? null : line;
    }
}
