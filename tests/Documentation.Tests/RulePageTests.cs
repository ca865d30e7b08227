namespace LongRun.Documentation.Tests;

/// <summary>A rule's page shows the mistake and the remedy. That both compile, and what is reported in them, hold the tests of snippets.</summary>
public sealed class RulePageTests
{
    public static TheoryData<string> Pages => [.. RulePages.All.Select(static p => p.Path)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void What_it_reports_is_marked_and_what_mends_it_is_not(string path)
    {
        Page page = Page.At(path);
        string id = RulePages.IdOf(page)!;
        Snippet[] mistakes = [.. Snippets(page, "Reports")];
        Snippet[] remedies = [.. Snippets(page, "How to fix")];
        Assert.NotEmpty(remedies);
        Assert.NotEmpty(mistakes);
        Assert.All(mistakes, s => Assert.Contains(s.Marks(), m => m.Id == id));
        Assert.All(remedies, s => Assert.DoesNotContain(s.Marks(), m => m.Id == id));
    }

    private static IEnumerable<Snippet> Snippets(Page page, string section) =>
        page.Fences.Where(f => f.Language == "csharp" && f.Section == section).Select(Snippet.Of);
}
