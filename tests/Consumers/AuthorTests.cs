using System.IO.Compression;
using System.Xml.Linq;

namespace LongRun.Consumers.Tests;

/// <summary>Who makes a client of a document: an empty library, two packages and one item, as the README of LongRun.Build says.</summary>
public sealed class AuthorTests(AuthorFolder author, PackageFeed feed) : IClassFixture<AuthorFolder>
{
    [Fact]
    public void Two_empty_libraries_become_clients_of_one_document_side_by_side_and_without_a_warning()
    {
        (int exitCode, string output) = author.FirstBuild;
        Assert.True(exitCode == 0, output);
        Assert.DoesNotContain("warning LRO", output, StringComparison.Ordinal);
        Assert.Contains("0 Warning(s)", output, StringComparison.Ordinal);
        Assert.All(
            ["Acme/bin/Debug/net8.0/Acme.dll", "Acme/bin/Debug/net10.0/Acme.dll", "Other/bin/Debug/net10.0/Other.dll"],
            client => Assert.True(File.Exists(author.At(client)), client));
        Assert.Equal(["api.overlay.yaml", "api.yaml"], Directory.GetFiles(author.At("Shared")).Select(static file => Path.GetFileName(file)).Order(StringComparer.Ordinal));
    }

    /// <summary>The whole way: the author's package on the feed, a program that has nothing but that, a server. The rules come along, the tools do not.</summary>
    [Fact]
    public async Task An_authors_package_works_for_its_callers_and_brings_the_rules_but_no_tool()
    {
        (int exitCode, string output) = author.Run("pack", "Acme", "--no-restore", $"-p:PackageVersion={feed.Version}", "-o", feed.Folder, "-p:Configuration=Debug", "-tl:off");
        Assert.True(exitCode == 0, output);
        Assert.Equal(["net10.0 LongRun", "net8.0 LongRun"], DependenciesOf("Acme.Video"));

        author.RestoreCaller();
        string restored = File.ReadAllText(author.At("Caller/obj/project.assets.json"));
        Assert.Contains($"\"LongRun/{feed.Version}\"", restored, StringComparison.Ordinal);
        Assert.All(["NSwag", "LongRun.Build", "YamlDotNet"], tool => Assert.DoesNotContain(tool, restored, StringComparison.OrdinalIgnoreCase));

        (exitCode, output) = author.Build("Caller");
        Assert.True(exitCode == 0, output);
        Assert.Equal(Reported.AnnouncedIn(author.At("Caller"), "warning"), Reported.In(output));

        await using FilmServer server = await FilmServer.StartAsync(TestContext.Current.CancellationToken);
        (exitCode, output) = author.Run("exec", author.At("Caller/bin/Debug/net10.0/Caller.dll"), server.Address);
        Assert.True(exitCode == 0, output);
        Assert.Equal("film1 done https://films.example/film.mp4", output.Trim());
    }

    [Fact]
    public void An_edit_of_the_document_makes_the_client_anew()
    {
        author.SetDocument(static text => text.Replace("url: { type: string, format: uri }", "address: { type: string, format: uri }", StringComparison.Ordinal));
        (int exitCode, string output) = author.Run("build", "Other", "--no-restore", "-tl:off");
        Assert.True(exitCode == 0, output);
        string client = File.ReadAllText(author.At("Other/obj/openapi/OtherVideoClient.g.cs"));
        Assert.Contains("Uri? Address ", client, StringComparison.Ordinal);
        Assert.DoesNotContain("Uri? Url ", client, StringComparison.Ordinal);
        author.SetDocument(static text => text);
    }

    [Fact]
    public void After_a_clean_up_the_next_build_makes_everything_again()
    {
        (int exitCode, string output) = author.Run("clean", "Other", "-tl:off");
        Assert.True(exitCode == 0, output);
        Assert.Empty(Directory.GetFiles(author.At("Other/obj/openapi")));
        Assert.False(File.Exists(author.At("Other/bin/Debug/net10.0/Other.dll")));

        (exitCode, output) = author.Run("build", "Other", "--no-restore", "-tl:off");
        Assert.True(exitCode == 0, output);
        Assert.True(File.Exists(author.At("Other/bin/Debug/net10.0/Other.dll")));
    }

    /// <summary>In place of some hundred errors of the compiler; and a word before NSwag reaches those who use the client.</summary>
    [Fact]
    public void A_project_without_LongRun_gets_one_error_that_says_what_to_add()
    {
        (int exitCode, string output) = author.Run("build", "Careless", "--no-restore", "-tl:off", "-clp:NoSummary");
        Assert.NotEqual(0, exitCode);
        Assert.Equal(["Careless.csproj warning LRO0005", "Careless.csproj error LRO0003"], Said(output));
        Assert.Contains("needs the package LongRun, which this project does not refer to: add a PackageReference", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("roslyn4.7", "and this one is 4.7.")]
    [InlineData("unknown", "and this one is older than 4.0.")]
    public void A_compiler_that_is_too_old_for_the_generator_is_one_error(string compiler, string said)
    {
        (int exitCode, string output) = author.Run("build", "Other", "--no-restore", "-tl:off", "-clp:NoSummary", $"-p:CompilerApiVersion={compiler}");
        Assert.NotEqual(0, exitCode);
        Assert.Equal(["Other.csproj error LRO0004"], Said(output));
        Assert.Contains("(.NET SDK 8.0.100, Visual Studio 17.8) or newer, " + said, output, StringComparison.Ordinal);
    }

    // Every error and warning, of whomever, with the file's name; each once, as a summary may say them again.
    private static IEnumerable<string> Said(string output) =>
    (
        from line in output.Split('\n')
        let parts = line.Split(" : ", 2)
        where parts.Length == 2 && parts[1].Split(' ')[0] is "error" or "warning"
        select $"{Path.GetFileName(parts[0])} {parts[1].Split(':')[0]}"
    ).Distinct();

    private string[] DependenciesOf(string id)
    {
        using ZipArchive package = feed.Open(id);
        using Stream nuspec = package.GetEntry($"{id}.nuspec")!.Open();
        return
        [
            .. from group_ in XElement.Load(nuspec).Descendants().Where(static e => e.Name.LocalName == "group")
               from dependency in group_.Elements()
               orderby (string?)group_.Attribute("targetFramework")
               select $"{group_.Attribute("targetFramework")!.Value} {dependency.Attribute("id")!.Value}",
        ];
    }
}
