using System.Text.RegularExpressions;
using LongRun.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LongRun.Analyzers.Tests;

/// <summary>Holds for every rule that is there: adding a descriptor without the rest of it fails here.</summary>
public sealed class DefinitionOfDoneTests
{
    private static readonly string[] Sections = ["Reports", "Does not report", "How to fix", "When to suppress"];

    public static TheoryData<string> Ids => [.. RuleBook.Descriptors.Select(static d => d.Id)];

    [Fact]
    public void Every_id_has_one_descriptor() => Assert.Distinct(RuleBook.Descriptors.Select(static d => d.Id));

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_category_follows_from_the_block_and_the_help_link_from_the_id(string id)
    {
        DiagnosticDescriptor rule = Rule(id);
        Assert.Equal(
            id[3] switch { '1' => "LongRun.Waiting", '2' => "LongRun.Constraints", '4' => "LongRun.Configuration", _ => "none" },
            rule.Category);
        Assert.Equal(HelpLinks.Base + id + ".md", rule.HelpLinkUri);
        Assert.True(rule.IsEnabledByDefault);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_page_has_title_severity_sections_and_examples(string id)
    {
        DiagnosticDescriptor rule = Rule(id);
        string page = Page(id);
        Assert.StartsWith($"# {id}: {rule.Title}\n", page, StringComparison.Ordinal);
        Assert.Contains($"Severity: {(rule.DefaultSeverity == DiagnosticSeverity.Info ? "suggestion" : "warning")}.", page, StringComparison.Ordinal);
        Assert.Equal(Sections, Regex.Matches(page, "^## (.+)$", RegexOptions.Multiline).Select(static m => m.Groups[1].Value));
        Assert.True(Regex.Count(page, "^```csharp$", RegexOptions.Multiline) >= 2, "The page shows the mistake and the remedy.");
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_release_file_has_the_row(string id)
    {
        DiagnosticDescriptor rule = Rule(id);
        string rows = File.ReadAllText(RepositoryFolder.PathOf("analyzers/LongRun.Analyzers/AnalyzerReleases.Unshipped.md"))
            + File.ReadAllText(RepositoryFolder.PathOf("analyzers/LongRun.Analyzers/AnalyzerReleases.Shipped.md"));
        Assert.Contains($"{id} | {rule.Category} | {rule.DefaultSeverity} | {rule.Title}", rows, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_list_of_rules_has_the_row(string id)
    {
        DiagnosticDescriptor rule = Rule(id);
        string severity = rule.DefaultSeverity == DiagnosticSeverity.Info ? "suggestion" : "warning";
        Assert.Contains($"\n| [{id}](docs/{id}.md) | {severity} | {rule.Title} |\n", File.ReadAllText(RepositoryFolder.PathOf("analyzers/README.md")), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Rule_tests_and_fix_share_one_stem_and_one_folder(string id)
    {
        Type stem = RuleBook.StemOf(id);
        string folder = Rule(id).Category["LongRun.".Length..];
        Assert.Equal($"LongRun.Analyzers.{folder}", stem.Namespace);
        Assert.NotNull(typeof(DefinitionOfDoneTests).Assembly.GetType($"LongRun.Analyzers.Tests.{folder}.{stem.Name}Tests"));

        bool hasFix = RuleBook.Fixes.Any(f => f.FixableDiagnosticIds.Contains(id));
        if (!hasFix)
        {
            Assert.Matches(@"Code fix: none, because .+", Page(id));
            return;
        }

        Assert.Contains("Code fix: yes.", Page(id), StringComparison.Ordinal);
        Assert.Contains(RuleBook.Fixes, f => f.GetType().Name == stem.Name + "CodeFix" && f.FixableDiagnosticIds.Contains(id) && f.GetFixAllProvider() is not null);
    }

    /// <summary>
    /// The batch fixer applies fixes of one equivalence key. <c>dotnet format</c> asks with the key that the fix gives for the
    /// analyzer's first report, of whatever rule, so that it mends nothing where one analyzer has several rules.
    /// </summary>
    [Fact]
    public void No_fix_leaves_fix_all_to_the_batch_fixer() => Assert.All(
        RuleBook.Fixes,
        static fix => Assert.NotSame(WellKnownFixAllProviders.BatchFixer, fix.GetFixAllProvider()));

    [Fact]
    public void Every_page_belongs_to_a_rule() => Assert.All(
        Directory.GetFiles(RepositoryFolder.PathOf("analyzers/docs"), "LRO*.md"),
        static page => Assert.Contains(RuleBook.Descriptors, d => d.Id == Path.GetFileNameWithoutExtension(page)));

    private static DiagnosticDescriptor Rule(string id) => RuleBook.Descriptors.First(d => d.Id == id);

    private static string Page(string id) => File.ReadAllText(RepositoryFolder.PathOf($"analyzers/docs/{id}.md"));
}
