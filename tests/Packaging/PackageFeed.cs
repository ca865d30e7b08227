using System.IO.Compression;
using System.Reflection;
using System.Xml.Linq;

[assembly: AssemblyFixture(typeof(LongRun.Packaging.Tests.PackageFeed))]

namespace LongRun.Packaging.Tests;

/// <summary>A folder feed with this repository's packages, packed once for all tests from what the build left.</summary>
/// <remarks>Each run has a version of its own, so that no cache of the machine can know it.</remarks>
public sealed class PackageFeed : IDisposable
{
    private static readonly string[] Projects = ["LongRun", "TwelveLabs.Client", "TwelveLabs.AspNetCore"];
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("longrun-feed-");

    public PackageFeed()
    {
        foreach (string project in Projects)
        {
            (int exitCode, string output) = DotNetCommand.Run(RepositoryFolder.PathOf("src"),
            [
                "pack", project, "--no-build", $"-p:Configuration={Fact("Configuration")}", $"-p:PackageVersion={Version}",
                "-o", Folder, $"-p:NuspecOutputPath={_root.FullName}/nuspec/", "-tl:off",
            ]);
            Assert.True(exitCode == 0, output);
            Assert.DoesNotContain("warning", output, StringComparison.OrdinalIgnoreCase);
        }
    }

    public string Version { get; } = $"0.1.0-packaging.{Guid.NewGuid():n}";

    public string Folder => Path.Combine(_root.FullName, "feed");

    /// <summary>The folders in which this machine keeps packages, as the build saw them.</summary>
    public static IEnumerable<string> MachineFolders => Fact("PackageFolders").Split(';', StringSplitOptions.RemoveEmptyEntries);

    public ZipArchive Open(string id) => ZipFile.OpenRead(Path.Combine(Folder, $"{id}.{Version}.nupkg"));

    /// <summary>The metadata of a package's nuspec, without the namespace, which differs with what it says.</summary>
    public XElement Metadata(string id)
    {
        using ZipArchive package = Open(id);
        using Stream nuspec = package.GetEntry($"{id}.nuspec")!.Open();
        XElement root = XElement.Load(nuspec);
        foreach (XElement element in root.DescendantsAndSelf())
        {
            element.Name = element.Name.LocalName;
        }

        return root.Element("metadata")!;
    }

    public void Dispose() => _root.Delete(recursive: true);

    private static string Fact(string key) =>
        typeof(PackageFeed).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;
}
