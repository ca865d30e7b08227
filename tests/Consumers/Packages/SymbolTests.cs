using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;

namespace LongRun.Consumers.Tests;

/// <summary>What a debugger finds of the packages' code.</summary>
public sealed class SymbolTests(PackageFeed feed)
{
    // Kinds of the portable PDB format.
    private static readonly Guid SourceLink = new("CC110556-A091-4D38-9FEC-25AB9A351A6A");
    private static readonly Guid EmbeddedSource = new("0E8A571B-6926-466E-B4AD-8AB04611F5FE");

    [Theory]
    [InlineData("LongRun")]
    [InlineData("TwelveLabs.Client")]
    [InlineData("TwelveLabs.AspNetCore")]
    public void A_library_has_a_package_of_symbols_that_belong_to_it_and_lead_to_the_repository(string id)
    {
        Assert.Equal([$"lib/net10.0/{id}.pdb", $"lib/net8.0/{id}.pdb"], feed.Files(id, "snupkg"));
        foreach (string framework in new[] { "net8.0", "net10.0" })
        {
            using MetadataReaderProvider symbols = MetadataReaderProvider.FromPortablePdbStream(feed.Read(id, $"lib/{framework}/{id}.pdb", "snupkg"));
            MetadataReader reader = symbols.GetMetadataReader();
            using var library = new PEReader(feed.Read(id, $"lib/{framework}/{id}.dll"));
            DebugDirectoryEntry link = library.ReadDebugDirectory().Single(static e => e.Type == DebugDirectoryEntryType.CodeView);
            Assert.Equal(new BlobContentId(reader.DebugMetadataHeader!.Id).Guid, library.ReadCodeViewDebugDirectoryData(link).Guid);
            AssertLeadsToTheRepository(reader);
        }
    }

    /// <summary>Programs of a build are not what a debugger asks a server for: they have their symbols in themselves.</summary>
    [Theory]
    [InlineData("LongRun", "analyzers/dotnet/cs/LongRun.Analyzers.dll")]
    [InlineData("LongRun", "analyzers/dotnet/cs/LongRun.CodeFixes.dll")]
    [InlineData("LongRun.Build", "analyzers/dotnet/cs/LongRun.Generators.dll")]
    [InlineData("LongRun.Build", "tools/net8.0/LongRun.SpecCompiler.dll")]
    [InlineData("LongRun.Build", "tools/netstandard2.0/LongRun.Build.dll")]
    [InlineData("TwelveLabs.Cli", "tools/net10.0/any/twelvelabs.dll")]
    public void A_program_has_its_symbols_in_itself(string id, string file)
    {
        using var program = new PEReader(feed.Read(id, file));
        DebugDirectoryEntry embedded = program.ReadDebugDirectory().Single(static e => e.Type == DebugDirectoryEntryType.EmbeddedPortablePdb);
        using MetadataReaderProvider symbols = program.ReadEmbeddedPortablePdbDebugDirectoryData(embedded);
        AssertLeadsToTheRepository(symbols.GetMetadataReader());
    }

    /// <summary>No repository has the code that the build generates: it is in the symbols themselves.</summary>
    [Fact]
    public void Generated_code_of_the_client_is_in_its_symbols()
    {
        using MetadataReaderProvider symbols = MetadataReaderProvider.FromPortablePdbStream(feed.Read("TwelveLabs.Client", "lib/net8.0/TwelveLabs.Client.pdb", "snupkg"));
        MetadataReader reader = symbols.GetMetadataReader();
        string[] embedded =
        [
            .. from handle in reader.Documents
               where Blobs(reader, handle, EmbeddedSource).Any()
               select reader.GetString(reader.GetDocument(handle).Name),
        ];
        Assert.All(
            ["/openapi/TwelveLabsClient.g.cs", "/openapi/TwelveLabsClient.JsonContext.g.cs", "/LongRun.Generators.OperationGenerator/"],
            generated => Assert.Contains(embedded, document => document.Replace('\\', '/').Contains(generated, StringComparison.Ordinal)));
        Assert.DoesNotContain(embedded, static document => document.EndsWith("TwelveLabsOptions.cs", StringComparison.Ordinal));
    }

    /// <summary>Said by the compiler where the same sources give the same bytes.</summary>
    [Fact]
    public void Everything_of_ours_was_compiled_reproducibly()
    {
        var ours = new List<string>();
        foreach (string id in PackageFeed.Ids)
        {
            foreach (string file in feed.Files(id).Where(static f => f.EndsWith(".dll", StringComparison.Ordinal) && Path.GetFileName(f).Split('.')[0] is "LongRun" or "TwelveLabs" or "twelvelabs"))
            {
                using var library = new PEReader(feed.Read(id, file));
                Assert.True(library.ReadDebugDirectory().Any(static e => e.Type == DebugDirectoryEntryType.Reproducible), file);
                ours.Add(file);
            }
        }

        Assert.Contains("lib/net8.0/LongRun.dll", ours);
        Assert.Contains("tools/net8.0/LongRun.SpecCompiler.dll", ours);
    }

    // Sources that came without their history, as an archive does, lead nowhere.
    private static void AssertLeadsToTheRepository(MetadataReader symbols)
    {
        string[] links = [.. Blobs(symbols, EntityHandle.ModuleDefinition, SourceLink).Select(Encoding.UTF8.GetString)];
        if (Path.Exists(RepositoryFolder.PathOf(".git")))
        {
            Assert.Matches("/longrun/longrun/[0-9a-f]{40}/", Assert.Single(links));
        }
        else
        {
            Assert.Empty(links);
        }
    }

    private static IEnumerable<byte[]> Blobs(MetadataReader reader, EntityHandle parent, Guid kind) =>
        from handle in reader.GetCustomDebugInformation(parent)
        let information = reader.GetCustomDebugInformation(handle)
        where reader.GetGuid(information.Kind) == kind
        select reader.GetBlobBytes(information.Value);
}
