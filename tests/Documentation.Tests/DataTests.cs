using System.Net;
using System.Text;
using System.Xml.Linq;
using TwelveLabs.Simulator;

namespace LongRun.Documentation.Tests;

/// <summary>What a page shows of documents, projects and messages is what it claims to be.</summary>
public sealed class DataTests
{
    public static TheoryData<string> Copies => [.. Page.All.SelectMany(static p => p.Fences).Where(static f => f.Says("file") is not null).Select(static f => f.Place)];

    public static TheoryData<string> Projects => [.. Fence.Of("xml").Select(static f => f.Place)];

    public static TheoryData<string> Messages => [.. Fence.Of("json").Select(static f => f.Place)];

    /// <summary>The files are made into clients when these tests are built, and whatever the compiler of documents says of them ends that build.</summary>
    [Theory]
    [MemberData(nameof(Copies))]
    public void A_fence_that_names_a_file_is_a_copy_of_it(string place)
    {
        Fence fence = Page.All.SelectMany(static p => p.Fences).Single(f => f.Place == place);
        Assert.Equal(File.ReadAllText(RepositoryFolder.PathOf(fence.Says("file")!)).ReplaceLineEndings("\n"), fence.Text + "\n");
    }

    /// <summary>That page is shown by feeds, which would show a note to readers: so it has none.</summary>
    [Fact]
    public void The_example_of_the_reference_is_the_document_that_its_snippet_compiles_against() => Assert.Equal(
        File.ReadAllText(RepositoryFolder.PathOf("tests/Documentation.Tests/Documents/films.openapi.yaml")).ReplaceLineEndings("\n"),
        Page.At("src/LongRun.Build/README.md").Fences.First(static f => f.Language == "yaml").Text + "\n");

    [Theory]
    [MemberData(nameof(Projects))]
    public void Xml_is_well_formed(string place) => Assert.NotNull(XElement.Parse($"<all>{Fence.Of("xml").Single(f => f.Place == place).Text}</all>").FirstNode);

    /// <summary>All JSON on the pages so far are faults for the simulator.</summary>
    [Theory]
    [MemberData(nameof(Messages))]
    public async Task A_fault_is_one_that_the_simulator_takes(string place)
    {
        CancellationToken stop = TestContext.Current.CancellationToken;
        await using TwelveLabsSimulator simulator = await TwelveLabsSimulator.StartAsync(new SimulatorOptions(), stop);
        using var http = new HttpClient();
        using var fault = new StringContent(Fence.Of("json").Single(f => f.Place == place).Text, Encoding.UTF8, "application/json");
        using HttpResponseMessage answer = await http.PostAsync(new Uri(simulator.BaseUrl, "/__simulator/faults"), fault, stop);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
    }
}
