using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LongRun.Generators.Tests;

/// <summary>One run of the generator over a source, compiled together with the real runtime as a consumer would.</summary>
internal sealed class GeneratorRun
{
    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(static p => Path.GetFileName(p) is var name && (name.StartsWith("System.", StringComparison.Ordinal) || name is "netstandard.dll" or "mscorlib.dll" or "LongRun.dll"))
            .Select(static p => MetadataReference.CreateFromFile(p)),
    ];

    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using LongRun.Annotations;
        """;

    private GeneratorRun(CSharpCompilation input, Compilation output, GeneratorDriver driver)
    {
        Input = input;
        Output = output;
        Driver = driver;
        Result = driver.GetRunResult().Results.Single();
    }

    public CSharpCompilation Input { get; }

    public Compilation Output { get; }

    public GeneratorDriver Driver { get; }

    public GeneratorRunResult Result { get; }

    /// <summary>Runs the generator and fails where it threw.</summary>
    public static GeneratorRun Of(string source, NullableContextOptions nullable = NullableContextOptions.Enable) => Of([source], nullable);

    public static GeneratorRun Of(string[] sources, NullableContextOptions nullable = NullableContextOptions.Enable)
    {
        CSharpCompilation input = Compile(sources, nullable);
        var driver = CSharpGeneratorDriver.Create(
            [new OperationGenerator().AsSourceGenerator()],
            parseOptions: ParseOptions,
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        return Of(input, driver);
    }

    /// <summary>Runs again after an edit, with what the last run left behind.</summary>
    public GeneratorRun After(CSharpCompilation input) => Of(input, Driver);

    /// <summary>A parsed file, as an edit would make it.</summary>
    public static SyntaxTree Parse(string source, string path) => CSharpSyntaxTree.ParseText(source, ParseOptions, path);

    public string Text(string hintName) => Result.GeneratedSources.Single(s => s.HintName == hintName).SourceText.ToString();

    public string AllText() => string.Join("\n", Result.GeneratedSources.Select(static s => $"// ---- {s.HintName}\n{s.SourceText}"));

    /// <summary>Fails where the generator reported something, or the compiler anything about emitted code, warnings included.</summary>
    public GeneratorRun AssertClean()
    {
        Assert.Empty(Result.Diagnostics);
        string[] found = [.. Output.GetDiagnostics().Where(static d => d.Severity >= DiagnosticSeverity.Warning).Select(static d => d.ToString())];
        Assert.True(found.Length == 0, string.Join("\n", found) + "\n" + AllText());
        return this;
    }

    /// <summary>The symbol of an emitted type, by metadata name.</summary>
    public INamedTypeSymbol Type(string name) => Output.GetTypeByMetadataName(name) ?? throw new InvalidOperationException($"There is no type {name}.\n{AllText()}");

    /// <summary>The symbol of the one method of a name in an emitted or given type.</summary>
    public IMethodSymbol Method(string type, string name) => Type(type).GetMembers(name).OfType<IMethodSymbol>().Single();

    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp12, DocumentationMode.Diagnose);

    private static GeneratorRun Of(CSharpCompilation input, GeneratorDriver driver)
    {
        GeneratorDriver ran = driver.RunGeneratorsAndUpdateCompilation(input, out Compilation output, out _, TestContext.Current.CancellationToken);
        var run = new GeneratorRun(input, output, ran);
        Assert.Null(run.Result.Exception);
        return run;
    }

    private static CSharpCompilation Compile(string[] sources, NullableContextOptions nullable) => CSharpCompilation.Create(
        "Consumer",
        [Parse(Usings, "Usings.cs"), .. sources.Select(static (s, i) => Parse(s, i == 0 ? "Client.cs" : $"Client{i}.cs"))],
        References,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: nullable));
}
