using System.Text.RegularExpressions;

namespace LongRun.Documentation.Tests;

/// <summary>The pages of the rules.</summary>
internal static class RulePages
{
    public static IEnumerable<Page> All => Page.All.Where(static p => IdOf(p) is not null);

    public static IEnumerable<Page> WithFix => All.Where(static p => File.ReadAllText(RepositoryFolder.PathOf(p.Path)).Contains("Code fix: yes.", StringComparison.Ordinal));

    /// <summary>The rule that a page is about; <see langword="null"/> for other pages.</summary>
    public static string? IdOf(Page page) => Regex.Match(page.Path, @"^analyzers/docs/(LRO\d{4})\.md$") is { Success: true } name ? name.Groups[1].Value : null;
}
