using System.Reflection;

namespace TwelveLabs.V13.Tests;

/// <summary>Says whether the rest of this project was tested.</summary>
public sealed class DocumentTests
{
    [Fact]
    public void The_vendors_document_is_there()
    {
        string path = typeof(DocumentTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static a => a.Key == "V13Document").Value!;
        Assert.SkipUnless(File.Exists(path), $"The vendor's document for v1.3 is not at '{path}' and is not ours to copy, so no client was made of it. Build with -p:TwelveLabsV13Document=<path> to test it.");
        Assert.NotNull(Type.GetType("TwelveLabs.V13.TwelveLabsV13Client, TwelveLabs.V13.Tests"));
    }
}
