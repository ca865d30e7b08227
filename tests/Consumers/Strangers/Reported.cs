using System.Globalization;
using System.Text.RegularExpressions;

namespace LongRun.Consumers.Tests;

/// <summary>A rule's report as a build prints it, or as a program's source announces it.</summary>
/// <param name="Place">File name and line: <c>Program.cs(14)</c>.</param>
/// <param name="Severity"><c>warning</c> or <c>error</c>.</param>
/// <param name="Id">The rule.</param>
public sealed partial record Reported(string Place, string Severity, string Id)
{
    /// <summary>What a build's output says of rules, each once, in order; and of analyzers that threw or could not be loaded.</summary>
    public static IReadOnlyList<Reported> In(string output) =>
    [
        .. Printed().Matches(output)
            .Select(static m => new Reported($"{Path.GetFileName(m.Groups["file"].Value.Trim())}{m.Groups["line"].Value}{m.Groups["end"].Value}", m.Groups["severity"].Value, m.Groups["id"].Value))
            .Distinct()
            .OrderBy(static r => r.ToString()),
    ];

    /// <summary>What a program's sources announce: <c>// LRO2002</c> at the end of a line, and behind it what is particular to the report.</summary>
    /// <param name="folder">Where the sources are.</param>
    /// <param name="severity">The severity to expect.</param>
    /// <param name="except">Which particular ones not to expect.</param>
    public static IReadOnlyList<Reported> AnnouncedIn(string folder, string severity, params string[] except) =>
    [
        .. from path in Directory.GetFiles(folder, "*.cs")
           from line in File.ReadLines(path).Index()
           let mark = Mark().Match(line.Item)
           where mark.Success && !except.Contains(mark.Groups["note"].Value)
           let reported = new Reported(string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(path)}({line.Index + 1})"), severity, mark.Groups["id"].Value)
           orderby reported.ToString()
           select reported,
    ];

    public override string ToString() => $"{Place} {Severity} {Id}";

    // AD0001: an analyzer threw. CS8032, CS8034, CS9057: one could not be created, not be loaded, or wants a newer compiler.
    [GeneratedRegex(@"^(?:(?<file>[^\r\n(]+)(?<line>\(\d+),\d+(?<end>\)):|(?<file>CSC) :) (?<severity>warning|error) (?<id>LRO\d{4}|AD0001|CS8032|CS8034|CS9057):", RegexOptions.Multiline)]
    private static partial Regex Printed();

    [GeneratedRegex(@"// (?<id>LRO\d{4})(, (?<note>mended|a suggestion))?$")]
    private static partial Regex Mark();
}
