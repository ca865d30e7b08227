using LongRun.SpecCompiler.Lint;

namespace LongRun.SpecCompiler.Tests;

/// <summary>The vocabulary's reference is what authors write by: it names every key, and its example is one that works.</summary>
public sealed class ReferenceOfKeysTests
{
    private static readonly string Page = File.ReadAllText(RepositoryFolder.PathOf("src/LongRun.Build/README.md")).ReplaceLineEndings("\n");

    [Fact]
    public void Every_extension_and_every_key_has_a_row_or_a_heading_of_its_own()
    {
        string[] missing = [.. ExtensionShapes.All.SelectMany(static extension => Keys(extension.Key, extension.Value).Prepend(extension.Key)).Distinct().Where(static key => !IsDescribed(key))];
        Assert.Empty(missing);
    }

    [Fact]
    public void The_example_compiles_without_a_word()
    {
        const string Fence = "```yaml\n";
        int start = Page.IndexOf(Fence, StringComparison.Ordinal) + Fence.Length;
        SpecRun.Succeed(Page[start..Page.IndexOf("```", start, StringComparison.Ordinal)]).Dispose();
    }

    private static bool IsDescribed(string key) =>
        Page.Contains($"\n| `{key}` |", StringComparison.Ordinal)
        || Page.Contains($"\n## `{key}`", StringComparison.Ordinal)

        // Keys of the ranges of media stand in their row.
        || (key == "requiredWith" && Page.Contains("`requiredWith`, text", StringComparison.Ordinal));

    private static IEnumerable<string> Keys(string name, ValueShape shape) =>
        (shape.Keys ?? new Dictionary<string, ValueShape>()).SelectMany(static entry => Keys(entry.Key, entry.Value).Prepend(entry.Key))
            .Concat(shape.Each is { } each ? Keys(name, each) : []);
}
