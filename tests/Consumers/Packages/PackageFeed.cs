using System.IO.Compression;
using System.Reflection;
using System.Xml.Linq;

[assembly: AssemblyFixture(typeof(LongRun.Consumers.Tests.PackageFeed))]

// Builds of strangers take minutes: 'dotnet test -- --filter-not-trait Category=Consumers --ignore-exit-code 8' leaves them out.
[assembly: Trait("Category", "Consumers")]

namespace LongRun.Consumers.Tests;

/// <summary>A folder feed with this repository's packages, packed once for all tests from what the build left.</summary>
/// <remarks>Each run has a version of its own, so that no cache of the machine can know it.</remarks>
public sealed class PackageFeed : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("longrun-feed-");

    public PackageFeed()
    {
        foreach (string project in Ids)
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

    /// <summary>What this repository publishes.</summary>
    public static IReadOnlyList<string> Ids { get; } = ["LongRun", "LongRun.Build", "TwelveLabs.Client", "TwelveLabs.AspNetCore", "TwelveLabs.Cli"];

    public string Version { get; } = $"0.1.0-packaging.{Guid.NewGuid():n}";

    public string Folder => Path.Combine(_root.FullName, "feed");

    /// <summary>Where strangers' restores unpack the feed's packages: empty in the beginning, and one for all, so that each is unpacked once.</summary>
    public string Cache => Path.Combine(_root.FullName, "cache");

    /// <summary>The folders in which this machine keeps packages, as the build saw them.</summary>
    public static IEnumerable<string> MachineFolders => Fact("PackageFolders").Split(';', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Opens a package.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="kind"><c>nupkg</c>, or <c>snupkg</c> for its symbols.</param>
    public ZipArchive Open(string id, string kind = "nupkg") => ZipFile.OpenRead(Path.Combine(Folder, $"{id}.{Version}.{kind}"));

    /// <summary>A file of a package, from which one can read to and fro.</summary>
    public MemoryStream Read(string id, string file, string kind = "nupkg")
    {
        using ZipArchive package = Open(id, kind);
        using Stream entry = package.GetEntry(file)!.Open();
        var content = new MemoryStream();
        entry.CopyTo(content);
        content.Position = 0;
        return content;
    }

    /// <summary>What is in a package, without what every package has: its nuspec, and the bookkeeping of the container format.</summary>
    public string[] Files(string id, string kind = "nupkg")
    {
        using ZipArchive package = Open(id, kind);
        return
        [
            .. package.Entries.Select(static e => e.FullName)
                .Where(name => name != $"{id}.nuspec" && name != "[Content_Types].xml" && !name.StartsWith("_rels/", StringComparison.Ordinal) && !name.StartsWith("package/", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal),
        ];
    }

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

    /// <summary>What the build wrote into this program.</summary>
    internal static string Fact(string key) =>
        typeof(PackageFeed).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;
}
