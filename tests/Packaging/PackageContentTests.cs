using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;

namespace LongRun.Packaging.Tests;

public sealed class PackageContentTests(PackageFeed feed)
{
    /// <summary>
    /// The runtime for both frameworks with its documentation; the rules and their fixes where the compiler and the IDE look,
    /// with nothing beside them; the switch and the presets, in the folder that reaches callers of callers. A file that is
    /// not listed would reach everyone who calls any client.
    /// </summary>
    [Fact]
    public void LongRun_holds_the_runtime_the_rules_and_their_switches() => Assert.Equal(
        [
            "README.md",
            "analyzers/dotnet/cs/LongRun.Analyzers.dll",
            "analyzers/dotnet/cs/LongRun.CodeFixes.dll",
            "buildTransitive/LongRun.allerrors.globalconfig",
            "buildTransitive/LongRun.allsuggestions.globalconfig",
            "buildTransitive/LongRun.allwarnings.globalconfig",
            "buildTransitive/LongRun.none.globalconfig",
            "buildTransitive/LongRun.targets",
            "lib/net10.0/LongRun.dll",
            "lib/net10.0/LongRun.xml",
            "lib/net8.0/LongRun.dll",
            "lib/net8.0/LongRun.xml",
        ],
        Files("LongRun"));

    /// <summary>The client and its documentation. What made it (NSwag, the spec compiler, the generator) stays with its author.</summary>
    [Fact]
    public void The_client_holds_its_library_alone() => Assert.Equal(
        [
            "README.md",
            "lib/net10.0/TwelveLabs.Client.dll",
            "lib/net10.0/TwelveLabs.Client.xml",
            "lib/net8.0/TwelveLabs.Client.dll",
            "lib/net8.0/TwelveLabs.Client.xml",
        ],
        Files("TwelveLabs.Client"));

    /// <summary>
    /// LongRun in the client's own version, and all of it: a package's dependency hides analyzers from callers unless it says
    /// otherwise. Of the rest only what the client's code uses.
    /// </summary>
    [Fact]
    public void The_client_depends_on_LongRun_with_its_rules_and_on_what_it_calls() => Assert.All(
        ["net10.0", "net8.0"],
        framework => Assert.Equal(
            [
                $"LongRun {feed.Version} include All",
                "Microsoft.Extensions.Http",
                "Microsoft.Extensions.Http.Resilience",
                "Microsoft.Extensions.Options.ConfigurationExtensions",
            ],
            Dependencies("TwelveLabs.Client", framework)));

    /// <summary>The runtime needs the framework, and the interface that everybody logs through.</summary>
    [Fact]
    public void LongRun_depends_on_the_abstraction_of_logging_alone() => Assert.All(
        ["net10.0", "net8.0"],
        framework => Assert.Equal(["Microsoft.Extensions.Logging.Abstractions"], Dependencies("LongRun", framework)));

    /// <summary>The endpoint and its documentation; ASP.NET Core is a framework, no package.</summary>
    [Fact]
    public void The_endpoint_holds_its_library_and_depends_on_the_client_alone()
    {
        Assert.Equal(
            [
                "README.md",
                "lib/net10.0/TwelveLabs.AspNetCore.dll",
                "lib/net10.0/TwelveLabs.AspNetCore.xml",
                "lib/net8.0/TwelveLabs.AspNetCore.dll",
                "lib/net8.0/TwelveLabs.AspNetCore.xml",
            ],
            Files("TwelveLabs.AspNetCore"));
        Assert.All(
            ["net10.0", "net8.0"],
            framework => Assert.Equal([$"TwelveLabs.Client {feed.Version} include All"], Dependencies("TwelveLabs.AspNetCore", framework)));
    }

    [Theory]
    [InlineData("LongRun")]
    [InlineData("TwelveLabs.Client")]
    [InlineData("TwelveLabs.AspNetCore")]
    public void Each_package_says_what_it_is_and_under_which_licence(string id)
    {
        XElement metadata = feed.Metadata(id);
        Assert.Equal("MIT", metadata.Element("license")?.Value);
        Assert.Equal("expression", metadata.Element("license")?.Attribute("type")?.Value);
        Assert.Equal("README.md", metadata.Element("readme")?.Value);
        Assert.NotEmpty(metadata.Element("description")!.Value);
        using ZipArchive package = feed.Open(id);
        using var readme = new StreamReader(package.GetEntry("README.md")!.Open());
        Assert.StartsWith($"# {id}\n", readme.ReadToEnd(), StringComparison.Ordinal);
    }

    /// <summary>
    /// A compiler has its own Roslyn with what that needs, and an IDE its workspaces; whatever else a rule wants is not found. A higher Roslyn than the
    /// floor that the targets name would be refused by the compilers in between.
    /// </summary>
    [Theory]
    [InlineData("LongRun.Analyzers")]
    [InlineData("LongRun.CodeFixes")]
    public void Rules_and_fixes_want_nothing_but_the_oldest_compiler_served(string name)
    {
        string[] hosted =
        [
            "netstandard", "LongRun.Analyzers", "Microsoft.CodeAnalysis", "Microsoft.CodeAnalysis.CSharp", "Microsoft.CodeAnalysis.Workspaces",
            "System.Collections.Immutable", "System.Memory", "System.Composition.AttributedModel",
        ];
        foreach ((string reference, Version version) in References(name))
        {
            Assert.Contains(reference, hosted);
            if (reference.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal))
            {
                Assert.Equal(new Version(4, 8, 0, 0), version);
            }
        }
    }

    private List<(string Name, Version Version)> References(string name)
    {
        using ZipArchive package = feed.Open("LongRun");
        using Stream entry = package.GetEntry($"analyzers/dotnet/cs/{name}.dll")!.Open();
        using var memory = new MemoryStream();
        entry.CopyTo(memory);
        memory.Position = 0;
        using var file = new PEReader(memory);
        MetadataReader metadata = file.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(metadata.GetAssemblyReference).Select(r => (metadata.GetString(r.Name), r.Version))];
    }

    // Without what every package has: its nuspec, and the bookkeeping of the container format.
    private string[] Files(string id)
    {
        using ZipArchive package = feed.Open(id);
        return
        [
            .. package.Entries.Select(static e => e.FullName)
                .Where(name => name != $"{id}.nuspec" && name != "[Content_Types].xml" && !name.StartsWith("_rels/", StringComparison.Ordinal) && !name.StartsWith("package/", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal),
        ];
    }

    // With the version and the assets for our own; those of others are Directory.Packages.props' matter.
    private string[] Dependencies(string id, string framework) =>
    [
        .. feed.Metadata(id).Element("dependencies")!.Elements("group").Single(g => g.Attribute("targetFramework")!.Value == framework).Elements("dependency")
            .Select(static d => d.Attribute("id")!.Value + (d.Attribute("id")!.Value is "LongRun" or "TwelveLabs.Client" ? $" {d.Attribute("version")!.Value} include {d.Attribute("include")?.Value}" : ""))
            .Order(StringComparer.Ordinal),
    ];
}
