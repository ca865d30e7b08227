namespace LongRun.Build.Tests;

/// <summary>
/// A folder as an author of clients has it: two projects that make a client of one document, and one of them a second
/// client of odder shapes. Restored once; tests change it and set it back.
/// </summary>
/// <remarks>The document's path holds what paths may hold: a space, a letter beyond ASCII, a semicolon.</remarks>
public sealed class AuthorFolder : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("longrun-build-").FullName;
    private int _builds;

    public AuthorFolder()
    {
        Write("Directory.Build.props", "<Project />");
        Write("Directory.Build.targets", "<Project />");
        Write("Directory.Packages.props", "<Project />");
        Write("All.slnx", """<Solution><Project Path="One/One.csproj" /><Project Path="Two/Two.csproj" /></Solution>""");
        Write("One/One.csproj", Project(""));
        Write("One/Use.cs", "namespace Acme; public sealed class Use { public static string Of(Job job) => job.Status.Value + IndexOf; private const string IndexOf = \"1\"; }");
        Write("Two/Two.csproj", Project("""<OpenApiClient Include="../Documents/odd.yaml" ClassName="OddClient" Namespace="Odd" />"""));
        Write("Two/Use.cs", Source("OddUse.txt"));
        Directory.CreateDirectory(At("Documents"));
        File.Copy(RepositoryFolder.PathOf("tests/LongRun.Build.Tests/Documents/odd.yaml"), At("Documents/odd.yaml"));
        SetDocument(JobsDocument);
        Restore();
    }

    public static string JobsDocument => Source("jobs.yaml");

    public string DocumentPath => At("Documents/spéc; of jobs.yaml");

    public string ClientPath => At("One/obj/openapi/AcmeClient.g.cs");

    public string ContextPath => At("One/obj/openapi/AcmeClient.JsonContext.g.cs");

    public string Assembly => At($"One/bin/{Configuration}/net10.0/One.dll");

    // The tested builds use the tools of the configuration that the tests themselves were built in.
    private static string Configuration => AppContext.BaseDirectory.Contains("/Release/", StringComparison.Ordinal) ? "Release" : "Debug";

    public string At(string path) => Path.Combine(_root, path);

    public void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(path))!);
        File.WriteAllText(At(path), text);
    }

    /// <summary>Gives project One's client what else an item may say: <c>Overlays="…"</c>.</summary>
    public void SetClient(string metadata) => Write("One/One.csproj", Project("", metadata));

    public void SetDocument(string text) => Write(DocumentPath, text);

    /// <summary>Removes what builds made, and puts the document back; what restore made stays.</summary>
    public void Reset()
    {
        SetDocument(JobsDocument);
        foreach (string project in new[] { "One", "Two" })
        {
            Remove($"{project}/bin");
            Remove($"{project}/obj/openapi");
            Remove($"{project}/obj/{Configuration}");
        }
    }

    public void Remove(string folder)
    {
        if (Directory.Exists(At(folder)))
        {
            Directory.Delete(At(folder), recursive: true);
        }
    }

    /// <summary>The compiler of documents in another place, as that of another version is.</summary>
    /// <param name="time">When its files were written.</param>
    /// <returns>Path of its program.</returns>
    public string CopyOfTheCompiler(DateTime time)
    {
        string from = RepositoryFolder.PathOf($"src/LongRun.SpecCompiler/bin/{Configuration}/net8.0");
        Directory.CreateDirectory(At("Compiler"));
        foreach (string file in Directory.GetFiles(from))
        {
            string copy = At($"Compiler/{Path.GetFileName(file)}");
            File.Copy(file, copy, overwrite: true);
            File.SetLastWriteTimeUtc(copy, time);
        }

        return At("Compiler/LongRun.SpecCompiler.dll");
    }

    public void Restore() => Assert.Equal(0, Run("restore", "All.slnx", "-p:NuGetAudit=false").ExitCode);

    /// <summary>Builds project One for one framework, as most tests need no more.</summary>
    public BuildResult Build(params string[] arguments) => Run(["build", "One/One.csproj", "--no-restore", "-f", "net10.0", .. arguments]);

    /// <summary>Runs a command of the SDK, logged by <see cref="TaskLog"/>.</summary>
    public BuildResult Run(params string[] arguments)
    {
        string log = At($"log{++_builds}.txt");
        (int exitCode, string output) = DotNetCommand.Run(_root,
        [
            .. arguments,
            "-p:NuGetAudit=false", $"-p:Configuration={Configuration}", "-tl:off", "-v:q",
            $"-logger:{typeof(TaskLog).FullName},{typeof(TaskLog).Assembly.Location};{log}",
        ]);
        return new BuildResult(exitCode, output, File.Exists(log) ? File.ReadAllLines(log) : []);
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private static string Project(string clients, string metadata = "")
    {
        string source = RepositoryFolder.PathOf("src");
        return $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFrameworks>net8.0;net10.0</TargetFrameworks>
                <RootNamespace>Acme</RootNamespace>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <GenerateDocumentationFile>true</GenerateDocumentationFile>
                <NoWarn>$(NoWarn);CS1591</NoWarn>
                <IsAotCompatible>true</IsAotCompatible>
                <LongRunBuildTasks>{source}/LongRun.Build/bin/{Configuration}/netstandard2.0/LongRun.Build.dll</LongRunBuildTasks>
                <LongRunSpecCompiler>{source}/LongRun.SpecCompiler/bin/{Configuration}/net8.0/LongRun.SpecCompiler.dll</LongRunSpecCompiler>
              </PropertyGroup>
              <Import Project="{source}/LongRun.Build/build/LongRun.Build.props" />
              <ItemGroup>
                <PackageReference Include="NSwag.MSBuild" Version="14.7.1" PrivateAssets="all" />
                <!-- What the package LongRun brings with it. -->
                <PackageReference Include="Microsoft.Extensions.Logging.Abstractions" Version="10.0.15" />
                <Reference Include="{source}/LongRun/bin/{Configuration}/$(TargetFramework)/LongRun.dll" />
                <OpenApiClient Include="../Documents/spéc%3B of jobs.yaml" ClassName="AcmeClient" {metadata} />
                {clients}
              </ItemGroup>
              <Import Project="{source}/LongRun.Build/build/LongRun.Build.targets" />
            </Project>
            """;
    }

    private static string Source(string name) => File.ReadAllText(RepositoryFolder.PathOf($"tests/LongRun.Build.Tests/Documents/{name}"));
}
