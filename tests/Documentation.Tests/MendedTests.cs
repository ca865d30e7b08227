using System.Text.RegularExpressions;

namespace LongRun.Documentation.Tests;

/// <summary>What a page says that a fix makes of a snippet is what it makes of it.</summary>
public sealed class MendedTests
{
    public static TheoryData<string> Places => [.. Fence.Of("csharp").Where(static f => f.Says("mended") is not null).Select(static f => f.Place)];

    public static TheoryData<string> Pages => [.. RulePages.WithFix.Select(static p => p.Path)];

    [Theory]
    [MemberData(nameof(Places))]
    public async Task A_mended_fence_is_what_the_fixes_make_of_the_fence_before(string place)
    {
        Fence after = Fence.Of("csharp").Single(f => f.Place == place);
        Fence before = after.Page.Fences.Last(f => f.Line < after.Line && f.Language == "csharp" && f.Says("mended") is null);
        Snippet snippet = Snippet.Of(before);
        string id = RulePages.IdOf(after.Page) ?? snippet.Marks().First().Id;

        string mended = await Mending.MendAsync(snippet, id, after.Says("mended") == "by the second fix" ? 1 : 0, TestContext.Current.CancellationToken);

        Assert.True(Bare(after.Text) == Bare(mended), $"The fixes make:\n{mended}");
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void The_page_of_a_rule_with_a_fix_shows_what_it_does(string path) =>
        Assert.Contains(Page.At(path).Fences, static f => f.Says("mended") is not null);

    // Without marks, and without the layout: a page breaks long lines, and the fixes indent as the method around does.
    private static string Bare(string code) => string.Concat(code.Split('\n').Select(static line => Regex.Replace(line, @"(?<!:)//.*$|\s", "")));
}
