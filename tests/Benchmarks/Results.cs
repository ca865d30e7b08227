using System.Globalization;
using System.Text;

namespace Benchmarks;

/// <summary><c>RESULTS.md</c>: what was measured last of each part, where and when.</summary>
/// <remarks>A run of some parts replaces those parts, each of which says when it was measured.</remarks>
internal static class Results
{
    private const string Heading = "## ";

    private const string Introduction = """
        # Results

        Written by `dotnet run -c Release --project tests/Benchmarks`, which measures everything, or some parts by their names. What is
        measured, how, and what the bounds are: [README](README.md). Each part says where and when it was measured last.
        """;

    private static string FilePath => RepositoryFolder.PathOf("tests/Benchmarks/RESULTS.md");

    /// <summary>Writes the figures of a run, and keeps those of parts that it did not measure.</summary>
    public static void Write(Report report, IEnumerable<Measurement> all)
    {
        Dictionary<string, string> sections = Read();
        foreach (string part in report.Parts)
        {
            sections[part] = Section(report, part);
        }

        string[] kept = [.. all.Select(static m => m.Name).Where(sections.ContainsKey).Select(name => sections[name].TrimEnd())];
        File.WriteAllText(FilePath, string.Join("\n\n", [Introduction, .. kept]) + "\n");
    }

    private static Dictionary<string, string> Read()
    {
        if (!File.Exists(FilePath))
        {
            return [];
        }

        string[] parts = File.ReadAllText(FilePath).ReplaceLineEndings("\n").Split("\n" + Heading);
        return parts.Skip(1).ToDictionary(static p => p[..p.IndexOf('\n', StringComparison.Ordinal)], static p => Heading + p);
    }

    private static string Section(Report report, string part)
    {
        var text = new StringBuilder();
        text.Append(Heading).Append(part).Append("\n\n");
        text.Append(CultureInfo.InvariantCulture, $"{DateTime.UtcNow:yyyy-MM-dd}, {Machine.Describe()}\n\n");
        using var table = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        report.Print(table, part);
        foreach (string note in report.NotesOf(part))
        {
            table.Write("\n" + note);
        }

        return text.Append(table).ToString();
    }
}
