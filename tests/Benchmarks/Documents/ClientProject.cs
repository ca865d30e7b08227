using System.Xml.Linq;
using Benchmarks.Analyzers;

namespace Benchmarks.Documents;

/// <summary>A project that makes a client of a document when it is built, in a directory of its own.</summary>
/// <remarks>
/// It refers to what the package LongRun.Build holds, or to NSwag alone, and to no project of this repository: a build of it
/// takes the time that an author's takes.
/// </remarks>
internal sealed class ClientProject
{
    private const string ClassName = "ApiClient";

    private readonly string _folder;

    private ClientProject(string folder, string generated, XElement project)
    {
        _folder = folder;
        GeneratedFolder = generated;
        Directory.CreateDirectory(folder);
        new XElement("Project", new XAttribute("Sdk", "Microsoft.NET.Sdk"), project.Elements()).Save(ProjectFile);

        // Nothing of this repository may reach in from above.
        foreach (string name in new[] { "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props" })
        {
            File.WriteAllText(Path.Combine(folder, name), "<Project />");
        }
    }

    /// <summary>Path of the project.</summary>
    public string ProjectFile => Path.Combine(_folder, "Client.csproj");

    /// <summary>Where the tools put what they make.</summary>
    public string GeneratedFolder { get; }

    /// <summary>The files that the tools made.</summary>
    public IReadOnlyList<string> GeneratedFiles => Directory.GetFiles(GeneratedFolder, "*.g.cs");

    /// <summary>A client by this repository: spec step, NSwag with our templates, generator.</summary>
    public static ClientProject Ours(string folder, string document, string? overlay = null)
    {
        string build = RepositoryFolder.PathOf("src/LongRun.Build/build");
        return new(folder, Path.Combine(folder, "obj", "openapi"), XElement.Parse($"""
            <Project>
              <PropertyGroup>
                {Usual}
                <LongRunBuildTasks>{BuildFact.Of("BuildTasks")}</LongRunBuildTasks>
                <LongRunSpecCompiler>{BuildFact.Of("SpecCompiler")}</LongRunSpecCompiler>
              </PropertyGroup>
              <Import Project="{build}/LongRun.Build.props" />
              <ItemGroup>
                {NSwag}
                <Reference Include="{Runtime}" />
                <Analyzer Include="{BuildFact.Of("Generator")}" />
                <PackageReference Include="Microsoft.Extensions.Logging.Abstractions" Version="{VersionOf("Microsoft.Extensions.Logging.Abstractions")}" />
                <OpenApiClient Include="{document}" Overlays="{overlay}" Namespace="Client" ClassName="{ClassName}" />
              </ItemGroup>
              <Import Project="{build}/LongRun.Build.targets" />
            </Project>
            """));
    }

    /// <summary>A client by NSwag alone, as its documentation has it: its program before the compiler, its own templates.</summary>
    public static ClientProject Stock(string folder, string document)
    {
        string client = Path.Combine(folder, "obj", "stock", "Client.g.cs");
        return new(folder, Path.GetDirectoryName(client)!, XElement.Parse($"""
            <Project>
              <PropertyGroup>
                {Usual}
              </PropertyGroup>
              <ItemGroup>
                {NSwag}
              </ItemGroup>
              <Target Name="GenerateClient" BeforeTargets="BeforeCompile;CoreCompile">
                <MakeDir Directories="{Path.GetDirectoryName(client)}" />
                <Exec Command="$(NSwagExe_Net100) openapi2csclient /Input:&quot;{document}&quot; /Output:&quot;{client}&quot; /Namespace:Client /ClassName:{ClassName} /OperationGenerationMode:SingleClientFromOperationId /JsonLibrary:SystemTextJson /GenerateClientInterfaces:true /GenerateNullableReferenceTypes:true /GenerateOptionalPropertiesAsNullable:true /GenerateOptionalParameters:true /UseRequiredKeyword:true" StandardOutputImportance="low" />
                <ItemGroup>
                  <Compile Include="{client}" />
                </ItemGroup>
              </Target>
            </Project>
            """));
    }

    /// <summary>Forgets everything that a build made, packages excepted.</summary>
    public void Clean()
    {
        foreach (string folder in new[] { GeneratedFolder, Path.Combine(_folder, "bin"), Path.Combine(_folder, "obj", "Release") })
        {
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    /// <summary>What the compiler gets: the files that the tools made, and the usual directives.</summary>
    public IReadOnlyList<string> SourceFiles =>
        [.. GeneratedFiles, .. Directory.GetFiles(Path.Combine(_folder, "obj"), "*.GlobalUsings.g.cs", SearchOption.AllDirectories)];

    /// <summary>The assemblies that a client by this repository refers to.</summary>
    public IReadOnlyList<string> References =>
        [.. Directory.GetFiles(BuildFact.Of("Framework"), "*.dll"), Runtime, typeof(Microsoft.Extensions.Logging.ILogger).Assembly.Location];

    /// <summary>Compiles what the tools made, once more, as a build of the project does: with the generators that every project has.</summary>
    /// <param name="folder">Where the compiler's files go.</param>
    public Task<CompilerRun> CompileAsync(string folder) =>
        CompilerRun.StartAsync(folder, SourceFiles, References, [BuildFact.Of("Generator")]);

    private static string Runtime => BuildFact.Of("Client").Split(';')[0];

    private static string NSwag => $"""<PackageReference Include="NSwag.MSBuild" Version="{VersionOf("NSwag.MSBuild")}" PrivateAssets="all" />""";

    private static string VersionOf(string package) => XDocument.Load(RepositoryFolder.PathOf("Directory.Packages.props"))
        .Descendants("PackageVersion").Single(p => (string?)p.Attribute("Include") == package).Attribute("Version")!.Value;

    private const string Usual = """
        <TargetFramework>net10.0</TargetFramework>
        <RootNamespace>Client</RootNamespace>
        <Nullable>enable</Nullable>
        <ImplicitUsings>enable</ImplicitUsings>
        """;
}
