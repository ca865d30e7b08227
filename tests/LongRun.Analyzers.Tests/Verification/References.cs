using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LongRun.Analyzers.Tests.Verification;

/// <summary>What sources under test compile against: files that were restored and built before, each read once.</summary>
internal static class References
{
    private static readonly Lazy<ImmutableArray<MetadataReference>> LazyFramework = new(() => Directory(Metadata("Framework")));
    private static readonly Lazy<ImmutableArray<MetadataReference>> LazyAspNetCore = new(() => Directory(Metadata("AspNetCore")));
    private static readonly Lazy<ImmutableArray<MetadataReference>> LazyPolly = new(() => [.. Directory(Metadata("Polly")), .. Directory(Metadata("Polly.Core"))]);
    private static readonly Lazy<MetadataReference> LazyLongRun = new(() => MetadataReference.CreateFromFile(Metadata("LongRun")));
    private static readonly Lazy<MetadataReference> LazyTwelveLabs = new(() => MetadataReference.CreateFromFile(Metadata("TwelveLabs.Client")));
    private static readonly Lazy<MetadataReference> LazyVideos = new(CompileVideos);

    internal static ImmutableArray<MetadataReference> Framework => LazyFramework.Value;

    internal static ImmutableArray<MetadataReference> AspNetCore => LazyAspNetCore.Value;

    /// <summary>Polly: the policies of version 7 and the pipelines of version 8.</summary>
    internal static ImmutableArray<MetadataReference> Polly => LazyPolly.Value;

    /// <summary>The run time with the real attributes.</summary>
    internal static MetadataReference LongRun => LazyLongRun.Value;

    /// <summary>The real generated client.</summary>
    internal static MetadataReference TwelveLabs => LazyTwelveLabs.Value;

    /// <summary>A hand-written client, compiled: <c>Contracts/VideoApi.cs.txt</c>.</summary>
    internal static MetadataReference Videos => LazyVideos.Value;

    internal static string VideosSource => File.ReadAllText(RepositoryFolder.PathOf("tests/LongRun.Analyzers.Tests/Verification/VideoApi.cs.txt"));

    /// <summary>Clients whose statuses come in other forms, for tests that need them.</summary>
    internal static string OtherClientsSource => File.ReadAllText(RepositoryFolder.PathOf("tests/LongRun.Analyzers.Tests/Verification/OtherClients.cs.txt"));

    private static string Metadata(string key) =>
        typeof(References).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(a => a.Key == key).Value!;

    private static ImmutableArray<MetadataReference> Directory(string path) =>
        [.. System.IO.Directory.GetFiles(path, "*.dll").Select(static file => (MetadataReference)MetadataReference.CreateFromFile(file))];

    private static MetadataReference CompileVideos()
    {
        var compilation = CSharpCompilation.Create(
            "Videos",
            [CSharpSyntaxTree.ParseText(VideosSource, new CSharpParseOptions(LanguageVersion.CSharp12))],
            [.. Framework, LongRun],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        using var image = new MemoryStream();
        Microsoft.CodeAnalysis.Emit.EmitResult result = compilation.Emit(image);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return MetadataReference.CreateFromImage(image.ToArray());
    }
}
