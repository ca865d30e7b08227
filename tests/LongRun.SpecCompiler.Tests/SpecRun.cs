using System.Text.Json;
using LongRun.SpecCompiler.Diagnostics;

namespace LongRun.SpecCompiler.Tests;

/// <summary>One run of the compiler on a document that is given as text, in a folder of its own.</summary>
public sealed class SpecRun : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("longrun-spec-").FullName;

    public SpecRun(string document, string fileName = "api.yaml")
    {
        Input = Path.Combine(_folder, fileName);
        Write(document);
    }

    public string Input { get; }

    public string LoweredPath => Path.Combine(_folder, "out", "lowered.json");

    public string ContextPath => Path.Combine(_folder, "out", "Context.g.cs");

    public string InputsPath => Path.Combine(_folder, "out", "inputs.txt");

    public List<string> Overlays { get; } = [];

    public IReadOnlyList<Diagnostic> Diagnostics { get; private set; } = [];

    /// <summary>What was found, jobs aside that nobody has declared: documents of tests are full of them.</summary>
    public IEnumerable<Diagnostic> Problems => Diagnostics.Where(static found => found.Severity != DiagnosticSeverity.Info);

    public JsonElement Lowered => JsonDocument.Parse(File.ReadAllText(LoweredPath)).RootElement;

    public string Context => File.ReadAllText(ContextPath);

    public static SpecRun Of(string document)
    {
        var run = new SpecRun(document);
        run.Compile();
        return run;
    }

    public static SpecRun Succeed(string document)
    {
        SpecRun run = Of(document);
        Assert.Empty(run.Diagnostics);
        return run;
    }

    /// <summary>Compiles a document with one mistake, whose place is marked by <c>§</c>.</summary>
    public static void Fails(string marked, string id, string message)
    {
        int at = marked.IndexOf('§', StringComparison.Ordinal);
        string before = marked[..at];
        int line = before.Count(static c => c == '\n') + 1;
        int column = at - before.LastIndexOf('\n');
        using SpecRun run = Of(marked.Remove(at, 1));
        Assert.Equal([$"{run.Input}({line},{column}): error {id}: {message}"], run.Diagnostics.Select(static diagnostic => diagnostic.ToString()));
        Assert.False(File.Exists(run.LoweredPath));
        Assert.False(File.Exists(run.ContextPath));
    }

    /// <summary>Compiles a document of which one thing is to be said, at the place that is marked by <c>§</c>, and which becomes a client all the same.</summary>
    public static void Says(string marked, string severity, string id, string message)
    {
        marked = marked.ReplaceLineEndings("\n");
        int at = marked.IndexOf('§', StringComparison.Ordinal);
        using SpecRun run = Of(marked.Remove(at, 1));
        int line = marked[..at].Count(static c => c == '\n') + 1;
        int column = at - (at == 0 ? -1 : marked.LastIndexOf('\n', at - 1));
        Assert.Equal([$"{run.Input}({line},{column}): {severity} {id}: {message}"], run.Diagnostics.Select(static diagnostic => diagnostic.ToString()));
        Assert.True(File.Exists(run.LoweredPath));
    }

    public void Write(string document) => File.WriteAllText(Input, document);

    public string PathOf(string name) => Path.Combine(_folder, name);

    /// <summary>Writes another file beside the document, or in a folder below.</summary>
    public string WriteBeside(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(name))!);
        File.WriteAllText(PathOf(name), text);
        return PathOf(name);
    }

    public void Compile(string @namespace = "Acme", string className = "AcmeClient") =>
        Diagnostics = SpecCompilation.Run(new CompilerOptions(Input, LoweredPath, ContextPath, @namespace, className) { Overlays = Overlays, Inputs = InputsPath });

    public JsonElement Schema(string name) => Lowered.GetProperty("components").GetProperty("schemas").GetProperty(name);

    public JsonElement Property(string schema, string name) => Schema(schema).GetProperty("properties").GetProperty(name);

    public JsonElement Operation(string path, string method) => Lowered.GetProperty("paths").GetProperty(path).GetProperty(method);

    public string Attributes(string schema, string property) => Joined(Property(schema, property));

    public string Member(string schema, string property) => Property(schema, property).GetProperty("x-csharp-name").GetString()!;

    public static string Joined(JsonElement node) => node.TryGetProperty("x-csharp-attributes", out JsonElement list)
        ? string.Join('|', list.EnumerateArray().Select(static item => item.GetString()!.Replace("global::LongRun.Annotations.", "", StringComparison.Ordinal)))
        : "";

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
