using System.Globalization;
using System.Text.RegularExpressions;

namespace LongRun.Build;

/// <summary>A line of the spec compiler's output that says something about the document.</summary>
/// <remarks>MSBuild's own parser of such lines knows errors and warnings only; the compiler also informs.</remarks>
internal sealed class ToolDiagnostic
{
    private static readonly Regex Form = new(
        @"^(?<file>.+?)(\((?<line>[0-9]+),(?<column>[0-9]+)\)| ): (?<severity>info|warning|error) (?<code>LRO[0-9]+): (?<message>.*)$",
        RegexOptions.CultureInvariant | RegexOptions.Compiled);

    private ToolDiagnostic(Match match)
    {
        File = match.Groups["file"].Value;
        Line = Number(match.Groups["line"]);
        Column = Number(match.Groups["column"]);
        Severity = match.Groups["severity"].Value;
        Code = match.Groups["code"].Value;
        Message = match.Groups["message"].Value;
    }

    public string File { get; }

    public int Line { get; }

    public int Column { get; }

    public string Severity { get; }

    public string Code { get; }

    public string Message { get; }

    /// <summary>Reads a line.</summary>
    /// <param name="line">The line.</param>
    /// <returns>What it says, or <see langword="null"/> if it is of another kind.</returns>
    public static ToolDiagnostic? Parse(string line) => Form.Match(line) is { Success: true } match ? new ToolDiagnostic(match) : null;

    private static int Number(Group digits) =>
        digits.Success && int.TryParse(digits.Value, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : 0;
}
