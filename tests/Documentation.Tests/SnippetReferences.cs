using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LongRun.Documentation.Tests;

/// <summary>What snippets compile against: everything that this program runs with, as it was built, but for the compiler and the rules themselves.</summary>
internal static class SnippetReferences
{
    private static readonly Lazy<ImmutableArray<MetadataReference>> LazyAll = new(Load);
    private static readonly Lazy<ImmutableArray<DiagnosticAnalyzer>> LazyRules = new(static () => Instances<DiagnosticAnalyzer>("LongRun.Analyzers"));

    public static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.Latest, DocumentationMode.None);

    public static ImmutableArray<MetadataReference> All => LazyAll.Value;

    /// <summary>The rules of the package.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> Rules => LazyRules.Value;

    public static ImmutableArray<T> Instances<T>(string assembly) => [.. System.Reflection.Assembly.Load(assembly).GetTypes()
        .Where(static t => !t.IsAbstract && typeof(T).IsAssignableFrom(t))
        .Select(static t => (T)Activator.CreateInstance(t)!)];

    public static CSharpCompilationOptions Options(bool program) => new(
        program ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
        nullableContextOptions: NullableContextOptions.Enable);

    public static Compilation Compile(IEnumerable<SyntaxTree> trees, bool program)
    {
        // What a web project imports by itself, and the two namespaces of a caller.
        SyntaxTree usings = CSharpSyntaxTree.ParseText(Contexts.Text("usings"), ParseOptions, path: "Usings.cs");
        return CSharpCompilation.Create("Snippet", [.. trees, usings], All, Options(program));
    }

    private static ImmutableArray<MetadataReference> Load() => [.. Platform(), HandWrittenClient()];

    private static IEnumerable<MetadataReference> Platform() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(static path => Path.GetFileName(path) is var name
                && !name.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal)
                && name is not ("LongRun.Analyzers.dll" or "LongRun.CodeFixes.dll"))
            .Select(static path => (MetadataReference)MetadataReference.CreateFromFile(path));

    /// <summary>The client that the tests of the rules use: written by hand, with the whole contract.</summary>
    private static MetadataReference HandWrittenClient()
    {
        string source = File.ReadAllText(RepositoryFolder.PathOf("tests/LongRun.Analyzers.Tests/Verification/VideoApi.cs.txt"));
        var compilation = CSharpCompilation.Create("Videos", [CSharpSyntaxTree.ParseText(source, ParseOptions)], Platform(), Options(program: false));
        using var image = new MemoryStream();
        Microsoft.CodeAnalysis.Emit.EmitResult result = compilation.Emit(image);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return MetadataReference.CreateFromImage(image.ToArray());
    }
}
