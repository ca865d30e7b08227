namespace LongRun.Build.Tests;

public sealed class ReferencedFileTests(AuthorFolder author) : IClassFixture<AuthorFolder>
{
    private const int BothTools = 2;
    private const string Part = "Documents/dela; part.yaml";

    [Fact]
    public void A_changed_file_that_the_document_refers_to_makes_the_client_again()
    {
        author.Reset();
        author.SetDocument(AuthorFolder.JobsDocument + "    more: { $ref: 'dela; part.yaml#/more' }\n");
        author.Write(Part, More("first"));
        author.Write("Documents/leaf.json", """{ "type": "object", "properties": { "leaf": { "type": "string" } } }""");
        Assert.Equal(BothTools, author.Build().Succeeded().ToolRuns);
        Assert.Contains(" First ", Client(), StringComparison.Ordinal);
        Assert.Equal(0, author.Build().Succeeded().ToolRuns);

        author.Write(Part, More("second"));
        Assert.Equal(BothTools, author.Build().Succeeded().ToolRuns);
        Assert.Contains(" Second ", Client(), StringComparison.Ordinal);

        author.Write("Documents/leaf.json", """{ "type": "object", "properties": { "third": { "type": "string" } } }""");
        Assert.Equal(BothTools, author.Build().Succeeded().ToolRuns);
        Assert.Contains(" Third ", Client(), StringComparison.Ordinal);
        Assert.Equal(0, author.Build().Succeeded().ToolRuns);

        // A list that is gone may have named anything.
        File.Delete(author.At("One/obj/openapi/AcmeClient.inputs"));
        Assert.Equal(BothTools, author.Build().Succeeded().ToolRuns);

        File.Delete(author.At("Documents/leaf.json"));
        Assert.Equal(
            [$"error {author.At(Part)}(1,77) LRO3001: 'leaf.json' leads nowhere: there is no file '{author.At("Documents/leaf.json")}'."],
            author.Build().Errors);

        // What is no longer referred to is no longer looked at.
        author.SetDocument(AuthorFolder.JobsDocument);
        author.Build().Succeeded();
        File.Delete(author.At(Part));
        Assert.Equal(0, author.Build().Succeeded().ToolRuns);
        author.Run("clean", "One/One.csproj", "-f", "net10.0").Succeeded();
        Assert.False(File.Exists(author.At("One/obj/openapi/AcmeClient.inputs")));
    }

    private string Client() => File.ReadAllText(author.ClientPath);

    private static string More(string member) => $"more: {{ type: object, properties: {{ {member}: {{ type: string }}, leaf: {{ $ref: leaf.json }} }} }}\n";
}
