using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.Json;
using System.Xml.Linq;

namespace LongRun.Consumers.Tests;

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
            "icon.png",
            "lib/net10.0/LongRun.dll",
            "lib/net10.0/LongRun.xml",
            "lib/net8.0/LongRun.dll",
            "lib/net8.0/LongRun.xml",
        ],
        feed.Files("LongRun"));

    /// <summary>
    /// Entries for projects of one framework and of several, which both lead to the same logic; the templates; the task, the
    /// compiler of documents and the one library it needs; the generator, with nothing beside it. No 'lib', or authors would
    /// compile against it, and no 'buildTransitive', or it would act on those who use an author's client.
    /// </summary>
    [Fact]
    public void LongRun_Build_holds_what_makes_a_client_and_nothing_to_compile_against() => Assert.Equal(
        [
            "README.md",
            "THIRD-PARTY-NOTICES.txt",
            "analyzers/dotnet/cs/LongRun.Generators.dll",
            "build/LongRun.Build.props",
            "build/LongRun.Build.targets",
            "buildMultiTargeting/LongRun.Build.props",
            "buildMultiTargeting/LongRun.Build.targets",
            "icon.png",
            .. Templates(),
            "tools/net8.0/LongRun.SpecCompiler.deps.json",
            "tools/net8.0/LongRun.SpecCompiler.dll",
            "tools/net8.0/LongRun.SpecCompiler.runtimeconfig.json",
            "tools/net8.0/YamlDotNet.dll",
            "tools/netstandard2.0/LongRun.Build.dll",
        ],
        feed.Files("LongRun.Build"));

    /// <summary>A tool for authors: whoever adds it is not to pass it on. NSwag in the one version whose templates ours replace, its build files included.</summary>
    [Fact]
    public void LongRun_Build_is_a_development_dependency_and_brings_NSwag_to_authors()
    {
        XElement metadata = feed.Metadata("LongRun.Build");
        Assert.Equal("true", metadata.Element("developmentDependency")?.Value);
        XElement nswag = Assert.Single(metadata.Element("dependencies")!.Descendants("dependency"));
        Assert.Equal(("NSwag.MSBuild", "[14.7.1]", "All"), ((string?)nswag.Attribute("id"), (string?)nswag.Attribute("version"), (string?)nswag.Attribute("include")));
    }

    /// <summary>The oldest SDK that is served runs it, and so does one that has newer runtimes only.</summary>
    [Fact]
    public void The_compiler_of_documents_runs_on_the_oldest_runtime_and_on_newer_ones()
    {
        using JsonDocument settings = JsonDocument.Parse(feed.Read("LongRun.Build", "tools/net8.0/LongRun.SpecCompiler.runtimeconfig.json"));
        JsonElement options = settings.RootElement.GetProperty("runtimeOptions");
        Assert.Equal("8.0.0", options.GetProperty("framework").GetProperty("version").GetString());
        Assert.Equal("Major", options.GetProperty("rollForward").GetString());
    }

    /// <summary>The client and its documentation. What made it (NSwag, the spec compiler, the generator) stays with its author.</summary>
    [Fact]
    public void The_client_holds_its_library_alone() => Assert.Equal(
        [
            "README.md",
            "icon.png",
            "lib/net10.0/TwelveLabs.Client.dll",
            "lib/net10.0/TwelveLabs.Client.xml",
            "lib/net8.0/TwelveLabs.Client.dll",
            "lib/net8.0/TwelveLabs.Client.xml",
        ],
        feed.Files("TwelveLabs.Client"));

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
            "icon.png",
                "lib/net10.0/TwelveLabs.AspNetCore.dll",
                "lib/net10.0/TwelveLabs.AspNetCore.xml",
                "lib/net8.0/TwelveLabs.AspNetCore.dll",
                "lib/net8.0/TwelveLabs.AspNetCore.xml",
            ],
            feed.Files("TwelveLabs.AspNetCore"));
        Assert.All(
            ["net10.0", "net8.0"],
            framework => Assert.Equal([$"TwelveLabs.Client {feed.Version} include All"], Dependencies("TwelveLabs.AspNetCore", framework)));
    }

    /// <summary>
    /// The program with what it runs on, for any machine: no apphost of one, no symbols or documentation beside libraries, no
    /// program of the simulator, and of others only what the client and the command line need.
    /// </summary>
    [Fact]
    public void The_tool_holds_what_runs()
    {
        string[] files = feed.Files("TwelveLabs.Cli");
        Assert.Equal(
            [
                "README.md",
                "THIRD-PARTY-NOTICES.txt",
                "icon.png",
                "tools/net10.0/any/DotnetToolSettings.xml",
                "tools/net10.0/any/LongRun.dll",
                "tools/net10.0/any/Polly.Core.dll",
                "tools/net10.0/any/Polly.Extensions.dll",
                "tools/net10.0/any/Polly.RateLimiting.dll",
                "tools/net10.0/any/Spectre.Console.Ansi.dll",
                "tools/net10.0/any/Spectre.Console.dll",
                "tools/net10.0/any/System.CommandLine.dll",
                "tools/net10.0/any/TwelveLabs.AspNetCore.dll",
                "tools/net10.0/any/TwelveLabs.Client.dll",
                "tools/net10.0/any/TwelveLabs.Simulator.dll",
                "tools/net10.0/any/twelvelabs.deps.json",
                "tools/net10.0/any/twelvelabs.dll",
                "tools/net10.0/any/twelvelabs.runtimeconfig.json",
            ],
            files.Where(static file => !IsExtension(file)));
        Assert.All(files.Where(IsExtension), static file => Assert.EndsWith(".dll", file, StringComparison.Ordinal));
        XElement metadata = feed.Metadata("TwelveLabs.Cli");
        Assert.Equal("DotnetTool", metadata.Element("packageTypes")?.Element("packageType")?.Attribute("name")?.Value);
        Assert.Empty(metadata.Descendants("dependency"));
    }

    /// <summary>Their licences want it: whoever is given a program of others is told whose it is.</summary>
    [Theory]
    [InlineData("LongRun.Build")]
    [InlineData("TwelveLabs.Cli")]
    public void Programs_of_others_are_named_in_the_notices(string id)
    {
        string[] named = new StreamReader(feed.Read(id, "THIRD-PARTY-NOTICES.txt")).ReadToEnd()
            .Split('\n').Single(line => line.TrimStart().StartsWith(id, StringComparison.Ordinal)).Trim()[id.Length..].Split(',', StringSplitOptions.TrimEntries);
        IEnumerable<string> others = feed.Files(id).Select(static file => Path.GetFileName(file))
            .Where(static name => name.EndsWith(".dll", StringComparison.Ordinal) && name.Split('.')[0] is not ("LongRun" or "TwelveLabs" or "twelvelabs"));
        Assert.Equal(named.Order(StringComparer.Ordinal), others.Select(name => named.First(n => name.StartsWith(n.TrimEnd('*'), StringComparison.Ordinal))).Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("LongRun")]
    [InlineData("LongRun.Build")]
    [InlineData("TwelveLabs.Client")]
    [InlineData("TwelveLabs.AspNetCore")]
    [InlineData("TwelveLabs.Cli")]
    public void Each_package_says_what_it_is_and_under_which_licence(string id)
    {
        XElement metadata = feed.Metadata(id);
        Assert.Equal("MIT", metadata.Element("license")?.Value);
        Assert.Equal("expression", metadata.Element("license")?.Attribute("type")?.Value);
        Assert.Equal("README.md", metadata.Element("readme")?.Value);
        Assert.Equal("icon.png", metadata.Element("icon")?.Value);
        Assert.NotEmpty(metadata.Element("description")!.Value);
        Assert.NotEmpty(metadata.Element("tags")!.Value);
        Assert.Equal("git", metadata.Element("repository")?.Attribute("type")?.Value);
        Assert.Equal(Unreleased(), metadata.Element("releaseNotes")?.Value);
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
            "System.Collections.Immutable", "System.Memory", "System.Reflection.Metadata", "System.Composition.AttributedModel",
        ];
        foreach ((string reference, Version version) in References(name))
        {
            Assert.Contains(reference, hosted);
            if (reference.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal))
            {
                Assert.Equal(new Version(4, 8, 0, 0), version);
            }
            else if (reference is "System.Collections.Immutable" or "System.Reflection.Metadata")
            {
                Assert.Equal(new Version(7, 0, 0, 0), version);
            }
        }
    }

    private List<(string Name, Version Version)> References(string name)
    {
        using var file = new PEReader(feed.Read("LongRun", $"analyzers/dotnet/cs/{name}.dll"));
        MetadataReader metadata = file.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(metadata.GetAssemblyReference).Select(r => (metadata.GetString(r.Name), r.Version))];
    }

    // The client's dependencies, which come and go with theirs.
    private static bool IsExtension(string file) => file.StartsWith("tools/net10.0/any/Microsoft.Extensions.", StringComparison.Ordinal);

    private static IEnumerable<string> Templates() =>
        Directory.GetFiles(RepositoryFolder.PathOf("src/LongRun.Build/templates"), "*.liquid").Select(static path => "templates/" + Path.GetFileName(path)).Order(StringComparer.Ordinal);

    // The version of the sources is one that is to come; a released one takes the section of its own.
    private static string Unreleased()
    {
        string changelog = File.ReadAllText(RepositoryFolder.PathOf("CHANGELOG.md"));
        string section = changelog[(changelog.IndexOf("## [Unreleased]\n", StringComparison.Ordinal) + "## [Unreleased]\n".Length)..];
        int next = section.IndexOf("\n## ", StringComparison.Ordinal);
        return (next < 0 ? section : section[..next]).Trim();
    }

    // With the version and the assets for our own; those of others are Directory.Packages.props' matter.
    private string[] Dependencies(string id, string framework) =>
    [
        .. feed.Metadata(id).Element("dependencies")!.Elements("group").Single(g => g.Attribute("targetFramework")!.Value == framework).Elements("dependency")
            .Select(static d => d.Attribute("id")!.Value + (d.Attribute("id")!.Value is "LongRun" or "TwelveLabs.Client" ? $" {d.Attribute("version")!.Value} include {d.Attribute("include")?.Value}" : ""))
            .Order(StringComparer.Ordinal),
    ];
}
