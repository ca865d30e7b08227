namespace LongRun.Documentation.Tests;

/// <summary>Pages lead where they say.</summary>
public sealed class LinkTests
{
    public static TheoryData<string> Pages => [.. Page.All.Select(static p => p.Path)];

    [Fact]
    public void The_first_page_is_among_those_that_are_looked_at() => Assert.Contains(Page.All, static p => p.Path == "README.md");

    [Theory]
    [MemberData(nameof(Pages))]
    public void Links_to_files_and_headings_of_this_repository_lead_there(string path)
    {
        Page page = Page.At(path);
        Assert.Empty(page.Links.Where(link => !Leads(page, link.Target)).Select(link => $"{path}:{link.Line}: {link.Target}"));
    }

    /// <summary>A feed shows the readme of a package, and no other file of the repository.</summary>
    [Theory]
    [MemberData(nameof(Pages))]
    public void A_readme_that_goes_into_a_package_has_no_links_into_the_repository_and_no_notes(string path)
    {
        Page page = Page.At(path);
        Assert.True(!page.IsOfAPackage || page.Fences.All(static f => f.Note.Length == 0), "A feed shows notes to its readers.");
        Assert.Empty(page.IsOfAPackage ? page.Links.Where(static l => !l.Target.Contains("://", StringComparison.Ordinal) && !l.Target.StartsWith('#')) : []);
    }

    /// <summary>What nobody named a language for is neither compiled nor run.</summary>
    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_fence_names_its_language(string path) =>
        Assert.Empty(Page.At(path).Fences.Where(static f => f.Language.Length == 0).Select(static f => f.Place));

    private static bool Leads(Page page, string target)
    {
        if (target.Contains("://", StringComparison.Ordinal) || target.StartsWith("mailto:", StringComparison.Ordinal))
        {
            return true;
        }

        string[] parts = target.Split('#', 2);
        string file = parts[0].Length == 0
            ? page.Path
            : Path.GetRelativePath(RepositoryFolder.PathOf(""), Path.GetFullPath(Path.Combine(RepositoryFolder.PathOf(page.Path), "..", parts[0]))).Replace('\\', '/');
        string full = RepositoryFolder.PathOf(file);
        return (File.Exists(full) || Directory.Exists(full))
            && (parts.Length == 1 || Page.At(file).Anchors().Contains(parts[1]));
    }
}
