using System.Xml.Linq;

namespace LongRun.Packaging.Tests;

[CollectionDefinition(nameof(ProgramFolder))]
/// <summary>Programs of strangers: a copy of <c>Programs</c>, restored once from the feed into a package folder that was empty.</summary>
public sealed class ProgramFolder : IDisposable, ICollectionFixture<ProgramFolder>
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("longrun-programs-");
    private readonly PackageFeed _feed;

    public ProgramFolder(PackageFeed feed)
    {
        _feed = feed;
        Copy("tests/Packaging/Programs", "");
        foreach (string sample in new[] { "Mistakes", "MendedMistakes" })
        {
            Copy("samples/Mistakes", sample);
            // Two projects of one name do not fit into one solution.
            File.Move(At($"{sample}/Mistakes.csproj"), At($"{sample}/{sample}.csproj"));
            UseThePackage(At($"{sample}/{sample}.csproj"));
        }

        foreach (string source in Directory.GetFiles(At("App"), "*.cs"))
        {
            File.Copy(source, At(Path.Combine("Mended", Path.GetFileName(source))));
        }

        // No server is asked: what is not in the feed, the build of this repository has already restored on this machine.
        File.WriteAllText(At("NuGet.config"), $"""
            <configuration>
              <packageSources>
                <clear />
                <add key="feed" value="{feed.Folder}" />
              </packageSources>
              <fallbackPackageFolders>
                <clear />
                {string.Concat(PackageFeed.MachineFolders.Select(static (folder, i) => $"""<add key="machine{i}" value="{folder}" />"""))}
              </fallbackPackageFolders>
            </configuration>
            """);
        string[] projects = [.. Directory.GetFiles(_root.FullName, "*.csproj", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
        File.WriteAllText(At("All.slnx"), $"<Solution>{string.Concat(projects.Select(static p => $"""<Project Path="{p}" />"""))}</Solution>");
        (int exitCode, string output) = Run("restore", "All.slnx");
        Assert.True(exitCode == 0, output);
    }

    /// <summary>The package folder of these programs.</summary>
    public string Packages => At("packages");

    public string At(string path) => Path.Combine(_root.FullName, path);

    /// <summary>Builds a program from its first file on, so that the compiler runs and prints.</summary>
    public (int ExitCode, string Output) Build(string program, params string[] properties) =>
        Run(["build", program, "--no-restore", "--no-incremental", "-tl:off", "-clp:NoSummary", .. properties]);

    public (int ExitCode, string Output) Run(params string[] arguments) => Run(arguments, []);

    public (int ExitCode, string Output) Run(string[] arguments, params (string Name, string Value)[] environment) =>
        DotNetCommand.Run(_root.FullName, arguments, [("NUGET_PACKAGES", Packages), ("ClientVersion", _feed.Version), .. environment]);

    public void Dispose() => _root.Delete(recursive: true);

    private void Copy(string from, string to)
    {
        string source = RepositoryFolder.PathOf(from);
        foreach (string file in Directory.GetFiles(source, "*", SearchOption.AllDirectories))
        {
            string relative = Path.GetRelativePath(source, file);
            if (relative.Split(Path.DirectorySeparatorChar)[0] is not ("bin" or "obj"))
            {
                string copy = At(Path.Combine(to, relative));
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(file, copy);
            }
        }
    }

    /// <summary>In the repository the sample refers to the sources; a stranger's refers to the package.</summary>
    private static void UseThePackage(string project)
    {
        XElement root = XElement.Load(project);
        XElement client = root.Elements("ItemGroup").Single(static g => (string?)g.Attribute("Label") == "Client");
        client.ReplaceNodes(new XElement("PackageReference", new XAttribute("Include", "TwelveLabs.Client"), new XAttribute("Version", "$(ClientVersion)")));
        root.Save(project);
    }
}
