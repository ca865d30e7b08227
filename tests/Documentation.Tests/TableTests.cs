using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace LongRun.Documentation.Tests;

/// <summary>Tables that list what there is in the code list all of it, and nothing else.</summary>
public sealed class TableTests
{
    /// <summary>Page, heading above the table, and what its first column has to hold, in this order.</summary>
    public static TheoryData<string, string, string[]> Tables => new()
    {
        { "docs/waiting.md", "How a wait can be set", [.. typeof(WaitOptions).GetProperties().Select(static p => p.Name)] },
        { "docs/many-uploads.md", "Upload many videos", Enum.GetNames<TwelveLabs.UploadOutcome>() },
        { "docs/command-line.md", "The command line", [.. ExitCodes()] },
        { "docs/architecture.md", "The contract", [.. Attributes()] },
        { "docs/rules.md", "Rules on documents", [.. RulesOnDocuments()] },
        { "docs/rules.md", "Rules on projects", [.. RulesOnProjects()] },
        { "analyzers/README.md", "All rules", [.. RulesOnCode()] },
    };

    [Theory]
    [MemberData(nameof(Tables))]
    public void A_table_lists_what_there_is(string path, string heading, string[] expected) =>
        Assert.Equal(expected.Order(StringComparer.Ordinal), FirstColumn(path, heading).Order(StringComparer.Ordinal));

    /// <summary>The index of the rules is what the descriptors say, line for line.</summary>
    [Fact]
    public void The_list_of_rules_says_what_the_descriptors_say()
    {
        string page = File.ReadAllText(RepositoryFolder.PathOf("analyzers/README.md")).ReplaceLineEndings("\n");
        string rows = string.Concat(SnippetReferences.Rules.SelectMany(static a => a.SupportedDiagnostics).DistinctBy(static d => d.Id).OrderBy(static d => d.Id, StringComparer.Ordinal)
            .Select(static d => $"| [{d.Id}](docs/{d.Id}.md) | {(d.DefaultSeverity == DiagnosticSeverity.Info ? "suggestion" : "warning")} | {d.Title} |\n"));
        Assert.Contains("| id | default | reports |\n|---|---|---|\n" + rows + "\n", page, StringComparison.Ordinal);
    }

    /// <summary>How each rule on documents is reported, as the compiler of documents calls for it.</summary>
    [Fact]
    public void The_rules_on_documents_have_a_severity_that_they_are_reported_with()
    {
        string page = File.ReadAllText(RepositoryFolder.PathOf("docs/rules.md"));
        string sources = string.Concat(Directory.GetFiles(RepositoryFolder.PathOf("src/LongRun.SpecCompiler"), "*.cs", SearchOption.AllDirectories)
            .Where(static f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(File.ReadAllText));
        Assert.All(DocumentIds(), rule =>
        {
            string[] used =
            [
                .. Regex.IsMatch(sources, $@"\.Warn\(\s*DiagnosticIds\.{rule.Name}\b") ? (string[])["warning"] : [],
                .. Regex.IsMatch(sources, $@"\.Inform\(\s*DiagnosticIds\.{rule.Name}\b") ? (string[])["information"] : [],
            ];
            Assert.Contains(Regex.Match(page, $@"\| {rule.Id} \| (\w+) \|").Groups[1].Value, used.DefaultIfEmpty("error"));
        });
    }

    private static IEnumerable<string> FirstColumn(string path, string heading)
    {
        string page = File.ReadAllText(RepositoryFolder.PathOf(path)).ReplaceLineEndings("\n");
        Match section = Regex.Match(page, $@"^#+ {Regex.Escape(heading)}\n(.*?)(?=^#+ |\z)", RegexOptions.Multiline | RegexOptions.Singleline);
        Assert.True(section.Success, $"{path} has no heading '{heading}'.");

        // Of several tables the last: those before lead to it.
        string[] rows = [.. section.Groups[1].Value.Split('\n')];
        int first = Array.FindLastIndex(rows, static r => Regex.IsMatch(r, @"^\|?[-| ]+$") && r.Contains('-')) + 1;
        return rows[first..].TakeWhile(static r => r.Contains('|')).SelectMany(static r =>
            Regex.Matches(r.TrimStart('|').Split('|')[0], @"\w+(?=[`,\] ]|$)").Select(static m => m.Value));
    }

    private static IEnumerable<string> ExitCodes() => Assembly.Load("twelvelabs").GetType("TwelveLabs.Cli.ExitCodes", throwOnError: true)!
        .GetFields().Select(static f => f.GetRawConstantValue()!.ToString()!);

    private static IEnumerable<string> Attributes() => typeof(WaitOptions).Assembly.GetExportedTypes()
        .Where(static t => t.Namespace == "LongRun.Annotations")
        .Select(static t => t.Name[..^"Attribute".Length]);

    private static IEnumerable<string> RulesOnCode() => SnippetReferences.Rules.SelectMany(static a => a.SupportedDiagnostics).Select(static d => d.Id).Distinct();

    private static IEnumerable<string> RulesOnDocuments() => DocumentIds().Select(static r => r.Id);

    private static IEnumerable<string> RulesOnProjects() => new[] { "src/LongRun/buildTransitive/LongRun.targets", "src/LongRun.Build/build/LongRun.Build.targets" }
        .SelectMany(static file => Regex.Matches(File.ReadAllText(RepositoryFolder.PathOf(file)), "Code=\"(LRO\\d+)\"").Select(static m => m.Groups[1].Value));

    // The program is no library: its ids are read where they are written.
    private static IEnumerable<(string Name, string Id)> DocumentIds() =>
        Regex.Matches(File.ReadAllText(RepositoryFolder.PathOf("src/LongRun.SpecCompiler/Diagnostics/DiagnosticIds.cs")), "const string (\\w+) = \"(LRO3\\d{3})\"")
            .Select(static m => (m.Groups[1].Value, m.Groups[2].Value));
}
