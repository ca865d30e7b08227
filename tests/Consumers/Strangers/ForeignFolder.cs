using TwelveLabs.Simulator;

namespace LongRun.Consumers.Tests;

/// <summary>A folder outside the repository, where projects get their packages from the feed as a stranger's would.</summary>
/// <remarks>
/// No server is asked: what is not in the feed, the build of this repository has already restored on this machine. Whoever needs a
/// package that nothing else here needs names it in <c>Consumers.csproj</c>.
/// </remarks>
public class ForeignFolder : IDisposable
{
    private readonly DirectoryInfo _parent = Directory.CreateTempSubdirectory("longrun-stranger-");
    private readonly DirectoryInfo _root;
    private readonly PackageFeed _feed;

    /// <param name="feed">Where packages come from, and where they are unpacked to.</param>
    /// <param name="name">Name of the folder: with a space and an accent for those who have such.</param>
    public ForeignFolder(PackageFeed feed, string name = "work")
    {
        _feed = feed;
        _root = _parent.CreateSubdirectory(name);
        Copy("tests/Consumers/Programs", "", static file => !file.Contains(Path.DirectorySeparatorChar));
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
    }

    public string At(string path) => Path.Combine(_root.FullName, path);

    /// <summary>Builds a program from its first file on, so that the compiler runs and prints.</summary>
    public (int ExitCode, string Output) Build(string program, params string[] properties) =>
        Run(["build", program, "--no-restore", "--no-incremental", "-tl:off", "-clp:NoSummary", .. properties]);

    public (int ExitCode, string Output) Run(params string[] arguments) => Run(arguments, []);

    public (int ExitCode, string Output) Run(string[] arguments, params (string Name, string Value)[] environment) =>
        DotNetCommand.Run(_root.FullName, arguments, [("NUGET_PACKAGES", _feed.Cache), ("ClientVersion", _feed.Version), ("OpenTelemetryVersion", PackageFeed.Fact("OpenTelemetry")), .. environment]);

    /// <summary>Starts a program that was built, with a platform to call, and waits until it ends.</summary>
    public (int ExitCode, string Output) Start(string program, TwelveLabsSimulator platform) =>
        Run(["exec", At($"{program}/bin/Debug/net10.0/{program}.dll")], ("TWELVELABS_API_KEY", "any"), ("TWELVELABS_BASE_URL", platform.BaseUrl.ToString()));

    /// <summary>Restores all projects in one go: a restore of one project takes as long as one of ten.</summary>
    public void Restore()
    {
        IEnumerable<string> projects = Directory.GetFiles(_root.FullName, "*.*proj", SearchOption.AllDirectories).Order(StringComparer.Ordinal);
        File.WriteAllText(At("All.slnx"), $"<Solution>{string.Concat(projects.Select(static p => $"""<Project Path="{p}" />"""))}</Solution>");
        (int exitCode, string output) = Run("restore", "All.slnx");
        Assert.True(exitCode == 0, output);
    }

    /// <summary>Copies a folder of the repository, without what building left in it.</summary>
    /// <param name="from">Its path in the repository.</param>
    /// <param name="to">Its path here.</param>
    /// <param name="takes">Which files, by their path in the folder; all when <see langword="null"/>.</param>
    public void Copy(string from, string to, Func<string, bool>? takes = null)
    {
        string source = RepositoryFolder.PathOf(from);
        foreach (string file in Directory.GetFiles(source, "*", SearchOption.AllDirectories))
        {
            string relative = Path.GetRelativePath(source, file);
            if (relative.Split(Path.DirectorySeparatorChar)[0] is not ("bin" or "obj") && takes?.Invoke(relative) != false)
            {
                string copy = At(Path.Combine(to, relative));
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(file, copy);
            }
        }
    }

    public virtual void Dispose()
    {
        _parent.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }
}
