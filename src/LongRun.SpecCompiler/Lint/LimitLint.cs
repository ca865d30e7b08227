using System.Globalization;
using System.Text.RegularExpressions;
using LongRun.SpecCompiler.Diagnostics;
using LongRun.SpecCompiler.Reading;
using LongRun.SpecCompiler.Vocabulary;

namespace LongRun.SpecCompiler.Lint;

/// <summary>Reports limits that no value keeps, and patterns that nothing can be held against.</summary>
/// <param name="document">The document.</param>
/// <param name="diagnostics">Takes what was found.</param>
public sealed class LimitLint(ApiDocument document, DiagnosticBag diagnostics)
{
    private static readonly (string Min, string Max)[] Counts =
        [("minLength", "maxLength"), ("minItems", "maxItems"), ("minProperties", "maxProperties")];

    /// <summary>Checks every limit.</summary>
    public void Run()
    {
        foreach (MapNode value in DocumentWalk.Objects(document.Root))
        {
            CheckNumber(value);
            foreach ((string min, string max) in Counts)
            {
                if (Number(value, min) > Number(value, max))
                {
                    ReportEmpty(value, min, max);
                }
            }

            CheckPattern(value.Scalar("pattern"));
            DurationText.ReadRange(value.Map(VocabularyKeys.Duration), diagnostics);
            CheckUnit(value.Map(VocabularyKeys.Duration)?.Scalar("unit"));
            CheckPattern(value.Map(VocabularyKeys.Url)?.Scalar("id"));
            CheckMedia(value.Map(VocabularyKeys.MediaRequirements));
        }
    }

    // Exclusive bounds are flags in OpenAPI 3.0 and numbers in 3.1.
    private void CheckNumber(MapNode schema)
    {
        double? min = Number(schema, "minimum");
        double? max = Number(schema, "maximum");
        double? above = Number(schema, "exclusiveMinimum") ?? (IsTrue(schema, "exclusiveMinimum") ? min : null);
        double? below = Number(schema, "exclusiveMaximum") ?? (IsTrue(schema, "exclusiveMaximum") ? max : null);
        if (min > max || above >= max || min >= below || above >= below)
        {
            ReportEmpty(schema, min is null ? "exclusiveMinimum" : "minimum", max is null ? "exclusiveMaximum" : "maximum");
        }
    }

    private void CheckMedia(MapNode? profiles)
    {
        foreach (MapNode limits in profiles?.Entries.Select(static profile => profile.Value).OfType<MapNode>() ?? [])
        {
            DurationText.ReadRange(limits.Map("duration"), diagnostics);
            foreach (string side in new[] { "width", "height" })
            {
                if (limits.Map(side) is { } range && Number(range, "min") > Number(range, "max"))
                {
                    ReportEmpty(range, "min", "max");
                }
            }

            if (limits.Map("sizeBytes") is { } size && Number(size, "max") <= 0)
            {
                Report(size["max"]!.Position, "No file is that small; 'sizeBytes' counts bytes.");
            }
        }
    }

    private void CheckUnit(ScalarNode? unit)
    {
        if (unit is not null && unit.Text != "seconds")
        {
            Report(unit.Position, $"'{unit.Text}' is no unit of '{VocabularyKeys.Duration}'; a number is a number of seconds.");
        }
    }

    // As the judges read it; where they cannot, they let every text pass.
    private void CheckPattern(ScalarNode? pattern)
    {
        if (pattern is not { Kind: ScalarKind.Text } || ErrorOf(pattern.Text) is not { } error)
        {
            return;
        }

        // ECMA-262 has more names for classes of letters than .NET, and "\u{1F600}".
        if (error.Error is RegexParseError.UnrecognizedUnicodeProperty or RegexParseError.InvalidUnicodePropertyEscape or RegexParseError.MalformedUnicodePropertyEscape or RegexParseError.InsufficientOrInvalidHexDigits)
        {
            diagnostics.Warn(DiagnosticIds.NotExpressed, pattern.Position, $"The generated client cannot check the pattern '{Short(pattern.Text)}', because .NET does not know what stands at character {error.Offset}: every text passes.");
        }
        else
        {
            Report(pattern.Position, $"The pattern '{Short(pattern.Text)}' does not parse: {error.Error} at character {error.Offset}.");
        }
    }

    private static RegexParseException? ErrorOf(string pattern)
    {
        try
        {
            _ = new Regex(pattern, RegexOptions.ECMAScript);
            return null;
        }
        catch (RegexParseException exception)
        {
            return exception;
        }
    }

    private static string Short(string text) => (text.Length <= 100 ? text : text[..100] + "…").ReplaceLineEndings(" ");

    private static double? Number(MapNode schema, string key) =>
        schema.Scalar(key) is { Kind: ScalarKind.Number } scalar ? double.Parse(scalar.Text, CultureInfo.InvariantCulture) : null;

    private static bool IsTrue(MapNode schema, string key) => schema.Scalar(key) is { IsTrue: true };

    private void ReportEmpty(MapNode schema, string min, string max) =>
        Report(schema.KeyPosition(min), $"The range is empty: no value keeps both '{min}: {Text(schema, min)}' and '{max}: {Text(schema, max)}'.");

    private static string Text(MapNode schema, string key) => schema.Scalar(key) is { } scalar ? scalar.Text : "";

    private void Report(SourcePosition position, string message) => diagnostics.Add(DiagnosticIds.InvalidLimit, position, message);
}
