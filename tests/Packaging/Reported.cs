using System.Globalization;
using System.Text.RegularExpressions;

namespace LongRun.Packaging.Tests;

/// <summary>A rule's report as a build prints it, or as a program's source announces it.</summary>
/// <param name="Place">File name and line: <c>Program.cs(14)</c>.</param>
/// <param name="Severity"><c>warning</c> or <c>error</c>.</param>
/// <param name="Id">The rule.</param>
public sealed partial record Reported(string Place, string Severity, string Id)
{
    /// <summary>What a build's output says of rules, each once; and of analyzers that threw or could not be loaded.</summary>
    public static IReadOnlyList<Reported> In(string output) =>
    [
        .. Printed().Matches(output)
            .Select(static m => new Reported($"{Path.GetFileName(m.Groups["file"].Value.Trim())}{m.Groups["line"].Value}{m.Groups["end"].Value}", m.Groups["severity"].Value, m.Groups["id"].Value))
            .Distinct(),
    ];

    /// <summary>What a source announces: <c>// LRO2002</c> at the end of a line, and behind it what is particular to the report.</summary>
    /// <param name="path">The file.</param>
    /// <param name="severity">The severity to expect.</param>
    /// <param name="except">Which particular ones not to expect.</param>
    public static IReadOnlyList<Reported> AnnouncedBy(string path, string severity, params string[] except) =>
    [
        .. File.ReadLines(path).Index()
            .Select(static line => (line.Index, Mark: Mark().Match(line.Item)))
            .Where(line => line.Mark.Success && !except.Contains(line.Mark.Groups["note"].Value))
            .Select(line => new Reported(string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(path)}({line.Index + 1})"), severity, line.Mark.Groups["id"].Value)),
    ];

    // AD0001: an analyzer threw. CS8032, CS8034, CS9057: one could not be created, not be loaded, or wants a newer compiler.
    [GeneratedRegex(@"^(?:(?<file>[^\r\n(]+)(?<line>\(\d+),\d+(?<end>\)):|(?<file>CSC) :) (?<severity>warning|error) (?<id>LRO\d{4}|AD0001|CS8032|CS8034|CS9057):", RegexOptions.Multiline)]
    private static partial Regex Printed();

    [GeneratedRegex(@"// (?<id>LRO\d{4})(, (?<note>mended|a suggestion))?$")]
    private static partial Regex Mark();
}
