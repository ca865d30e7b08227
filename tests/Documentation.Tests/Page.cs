using System.Text.RegularExpressions;

namespace LongRun.Documentation.Tests;

/// <summary>A Markdown file of this repository, taken apart: its headings, its links, its fences.</summary>
internal sealed partial class Page
{
    private static readonly string[] FoldersOfOthers = ["bin", "obj", "artifacts", "node_modules", "TestResults"];
    private static readonly Lazy<IReadOnlyList<Page>> LazyAll = new(static () => [.. Find(RepositoryFolder.PathOf("")).Select(static p => new Page(p)).OrderBy(static p => p.Path, StringComparer.Ordinal)]);

    private Page(string fullPath)
    {
        Path = System.IO.Path.GetRelativePath(RepositoryFolder.PathOf(""), fullPath).Replace('\\', '/');
        (Fences, Headings, Links) = Read(File.ReadAllLines(fullPath));
    }

    /// <summary>All pages that people of this project wrote.</summary>
    public static IReadOnlyList<Page> All => LazyAll.Value;

    /// <summary>Its path in the repository, with slashes.</summary>
    public string Path { get; }

    public IReadOnlyList<Fence> Fences { get; }

    public IReadOnlyList<string> Headings { get; }

    public IReadOnlyList<Link> Links { get; }

    /// <summary>Whether it is the readme of a package, shown where no other file of the repository is.</summary>
    public bool IsOfAPackage => Regex.IsMatch(Path, "^src/[^/]+/README.md$") && File.ReadAllText(RepositoryFolder.PathOf(Path.Replace("README.md", $"{Path.Split('/')[1]}.csproj", StringComparison.Ordinal))).Contains("<IsPackable>true", StringComparison.Ordinal);

    public static Page At(string path) => All.Single(p => p.Path == path);

    /// <summary>The names by which links reach the headings, as GitHub makes them.</summary>
    public IEnumerable<string> Anchors()
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (string heading in Headings)
        {
            string anchor = Regex.Replace(heading.ToLowerInvariant(), @"[^\p{L}\p{N}\- _]", "").Replace(' ', '-');
            int times = seen.GetValueOrDefault(anchor);
            seen[anchor] = times + 1;
            yield return times == 0 ? anchor : $"{anchor}-{times}";
        }
    }

    public override string ToString() => Path;

    private static IEnumerable<string> Find(string folder) => Directory.GetFiles(folder, "*.md")
        .Concat(Directory.GetDirectories(folder)
            .Where(static f => !FoldersOfOthers.Contains(System.IO.Path.GetFileName(f)) && System.IO.Path.GetFileName(f)[0] != '.')
            .SelectMany(Find));

    private (List<Fence> Fences, List<string> Headings, List<Link> Links) Read(string[] lines)
    {
        List<Fence> fences = [];
        List<string> headings = [];
        List<Link> links = [];
        string note = "";
        for (int i = 0; i < lines.Length; i++)
        {
            string line = lines[i];
            if (line.TrimStart().StartsWith("```", StringComparison.Ordinal))
            {
                int end = Array.FindIndex(lines, i + 1, static l => l.Trim() == "```");
                Assert.True(end > 0, $"{Path}:{i + 1}: the fence has no end.");
                string[] text = lines[(i + 1)..end];
                int indent = line.Length - line.TrimStart().Length;
                fences.Add(new Fence(this, line.Trim()[3..], string.Join('\n', text.Select(l => l.Length < indent ? "" : l[indent..])), i + 2, headings.LastOrDefault() ?? "", note, fences.LastOrDefault()));
                note = "";
                i = end;
            }
            else if (NotePattern().Match(line) is { Success: true } comment)
            {
                note = comment.Groups[1].Value;
            }
            else if (line.Length > 0)
            {
                note = "";
                if (HeadingPattern().Match(line) is { Success: true } heading)
                {
                    headings.Add(heading.Groups[1].Value);
                }

                links.AddRange(LinkPattern().Matches(CodePattern().Replace(line, "")).Select(l => new Link(l.Groups[1].Value + l.Groups[2].Value, i + 1)));
            }
        }

        return (fences, headings, links);
    }

    [GeneratedRegex(@"^\s*<!-- (.+) -->$")]
    private static partial Regex NotePattern();

    [GeneratedRegex("^#+ (.+)$")]
    private static partial Regex HeadingPattern();

    [GeneratedRegex("(?<!`)`[^`]+`(?!`)")]
    private static partial Regex CodePattern();

    [GeneratedRegex(@"\]\(([^)\s]+)\)|^\[[^\]]+\]: (\S+)$")]
    private static partial Regex LinkPattern();

    internal sealed record Link(string Target, int Line);
}
