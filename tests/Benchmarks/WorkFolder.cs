namespace Benchmarks;

/// <summary>A directory of a measurement's own, which goes with it.</summary>
internal sealed class WorkFolder : IDisposable
{
    /// <summary>Its path.</summary>
    public string Root { get; } = Directory.CreateTempSubdirectory("longrun-benchmarks-").FullName;

    /// <summary>Path of a file or folder in it.</summary>
    public string PathOf(string relative) => Path.Combine(Root, relative);

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
