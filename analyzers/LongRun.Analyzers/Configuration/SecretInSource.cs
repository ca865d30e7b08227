using LongRun.Analyzers.Values;
using Microsoft.CodeAnalysis;

namespace LongRun.Analyzers.Configuration;

/// <summary>LRO4001: a constant that looks like a real key, given to a member with <c>[Secret]</c>.</summary>
internal sealed class SecretInSource : ValueRule
{
    // Real keys are longer; placeholders such as "<your key>" and "test" are shorter or hold no digits.
    private const int MinLength = 16;

    internal static readonly DiagnosticDescriptor Descriptor = new(
        DiagnosticIds.SecretInSource,
        "Secret is in source code",
        "{0}",
        RuleCategories.Configuration,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Whoever can read the source, or the assembly, has the key. It stays in the history of the repository after it is removed.",
        helpLinkUri: HelpLinks.Of(DiagnosticIds.SecretInSource));

    internal override DiagnosticDescriptor Rule => Descriptor;

    internal override void Judge(in ConstrainedValue value)
    {
        // The message never shows the text: build logs are read by many.
        if (value.Contract.IsSecret && value.Known.Text is { } text && LooksReal(text))
        {
            value.Report(
                Descriptor,
                $"The secret for {value.Subject} is in the source: whoever can read the code or the assembly has it. Read it from configuration or the environment, and replace this one.",
                evenIfUnread: true);
        }
    }

    private static bool LooksReal(string text)
    {
        bool hasLetter = false;
        bool hasDigit = false;
        foreach (char c in text)
        {
            hasLetter |= char.IsLetter(c);
            hasDigit |= char.IsDigit(c);
            if (char.IsWhiteSpace(c) || c is '<' or '>' or '{' or '}')
            {
                return false;
            }
        }

        return text.Length >= MinLength && hasLetter && hasDigit;
    }
}
