using System.Text.RegularExpressions;

namespace TwelveLabs.V13.Tests;

/// <summary>Says whether the rest of this project was tested.</summary>
public sealed partial class DocumentTests
{
    [Fact]
    public void The_vendors_document_is_there()
    {
        Assert.SkipUnless(File.Exists(V13Document.Path), $"The vendor's document for v1.3 is not at '{V13Document.Path}' and is not ours to copy, so no client was made of it. Build with -p:TwelveLabsV13Document=<path> to test it.");
        Assert.NotNull(Type.GetType("TwelveLabs.V13.TwelveLabsV13Client, TwelveLabs.V13.Tests"));
    }

    [Fact]
    public void Every_operation_that_the_overlay_speaks_of_gets_its_name_there()
    {
        string overlay = File.ReadAllText(RepositoryFolder.PathOf("spec/twelvelabs.v1.3.overlay.yaml"));
        string[] named = [.. OperationId().Matches(overlay).Select(static match => match.Groups[1].Value)];
        string[] spokenOf = [.. Reference().Matches(overlay).Select(static match => match.Groups[1].Value)];
        Assert.NotEmpty(spokenOf);
        Assert.Empty(spokenOf.Except(named));
        Assert.Equal(named.Distinct(), named);
    }

    [GeneratedRegex(@"operationId: (\w+)")]
    private static partial Regex OperationId();

    [GeneratedRegex(@"(?:monitor|operation|result|start): (\w+)")]
    private static partial Regex Reference();
}
