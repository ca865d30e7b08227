using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace LongRun.SpecCompiler.Jobs;

/// <summary>Writes texts so that every reader of YAML, of whatever version, reads them as the same texts again.</summary>
public static partial class YamlText
{
    /// <summary>Writes a text: plain where that is safe also inside braces and brackets, else in quotes.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The YAML.</returns>
    public static string Scalar(string text)
    {
        if (Plain().IsMatch(text) && !Taken().IsMatch(text))
        {
            return text;
        }

        return Quoted(text);
    }

    /// <summary>Writes a text in quotes.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The YAML.</returns>
    public static string Quoted(string text)
    {
        // Only double quotes can hold what does not print; and JSON is YAML.
        return text.Any(char.IsControl) || text.Contains('\'', StringComparison.Ordinal)
            ? $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\""
            : $"'{text}'";
    }

    /// <summary>Writes texts as a list in brackets.</summary>
    /// <param name="texts">The texts.</param>
    /// <returns>The YAML.</returns>
    public static string Flow(IEnumerable<string> texts) => $"[{string.Join(", ", texts.Select(Scalar))}]";

    [GeneratedRegex(@"^[A-Za-z$_/][A-Za-z0-9$_/.#-]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Plain();

    // YAML 1.1 reads some words as truth values.
    [GeneratedRegex("^(?:true|false|null|yes|no|on|off|y|n)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Taken();
}
