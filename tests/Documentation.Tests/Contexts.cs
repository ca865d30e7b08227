namespace LongRun.Documentation.Tests;

/// <summary>The code that readers of a snippet have around it: files in <c>Contexts</c>, with a place for the snippet.</summary>
internal static class Contexts
{
    private const string WholeFile = "file";

    /// <summary>The context of a fence that names none.</summary>
    public static string Of(Fence fence) => fence.Text.StartsWith("using ", StringComparison.Ordinal) && !fence.Text.StartsWith("using var", StringComparison.Ordinal)
        ? WholeFile
        : fence.Page.Path switch
        {
            "src/LongRun.Build/README.md" => "films",
            "analyzers/docs/LRO1009.md" or "analyzers/docs/LRO1010.md" => "hand-written",
            var path when path.StartsWith("analyzers/docs/LRO2", StringComparison.Ordinal) => "hand-written",
            _ => "caller",
        };

    public static string Text(string context) => context == WholeFile
        ? "/* snippet */"
        : File.ReadAllText(RepositoryFolder.PathOf($"tests/Documentation.Tests/Contexts/{context}.cs.txt")).ReplaceLineEndings("\n");
}
