namespace Benchmarks;

/// <summary>A copy of what builds of the client and the samples need, in a directory of its own that goes with it.</summary>
internal sealed class RepositoryCopy : IDisposable
{
    private static readonly string[] Folders = ["spec", "src", "generators", "analyzers", "samples"];
    private static readonly string[] BuildOutput = ["bin", "obj"];

    private readonly WorkFolder _folder = new();

    private RepositoryCopy()
    {
    }

    /// <summary>Copies the sources, without what builds have made of them.</summary>
    public static RepositoryCopy Create()
    {
        DirectoryInfo original = new DirectoryInfo(RepositoryFolder.PathOf(""));
        var copy = new RepositoryCopy();
        foreach (FileInfo file in original.EnumerateFiles().Where(static file => file.Extension is ".props" or ".targets" or ".json" or ".editorconfig" or ".md"))
        {
            file.CopyTo(copy.PathOf(file.Name));
        }

        foreach (string folder in Folders)
        {
            CopyFolder(new DirectoryInfo(Path.Combine(original.FullName, folder)), copy.PathOf(folder));
        }

        return copy;
    }

    /// <summary>Path of a file of the copy.</summary>
    public string PathOf(string relative) => _folder.PathOf(relative);

    public void Dispose() => _folder.Dispose();

    private static void CopyFolder(DirectoryInfo source, string target)
    {
        Directory.CreateDirectory(target);
        foreach (FileInfo file in source.EnumerateFiles())
        {
            file.CopyTo(Path.Combine(target, file.Name));
        }

        foreach (DirectoryInfo folder in source.EnumerateDirectories().Where(static folder => !BuildOutput.Contains(folder.Name)))
        {
            CopyFolder(folder, Path.Combine(target, folder.Name));
        }
    }
}
