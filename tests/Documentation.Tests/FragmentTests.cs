using System.Diagnostics;
using System.Reflection;
using System.Text.RegularExpressions;

namespace LongRun.Documentation.Tests;

/// <summary>The fragments of YAML in the reference of the vocabulary are such that the compiler of documents takes them without a word.</summary>
public sealed class FragmentTests
{
    private const string Reference = "src/LongRun.Build/README.md";

    public static TheoryData<string> Fragments =>
        [.. Page.At(Reference).Fences.Where(static f => f.Language == "yaml").Skip(1).SelectMany(static f => f.Text.Split('\n'))];

    [Theory]
    [MemberData(nameof(Fragments))]
    public async Task A_fragment_compiles_where_it_belongs(string fragment)
    {
        CancellationToken stop = TestContext.Current.CancellationToken;
        DirectoryInfo folder = Directory.CreateTempSubdirectory("longrun-fragments-");
        try
        {
            string document = Path.Combine(folder.FullName, "api.yaml");
            await File.WriteAllTextAsync(document, await DocumentWithAsync(fragment, stop), stop);
            (int exitCode, string output) = await CompileAsync(document, folder.FullName, stop);
            Assert.True(exitCode == 0 && output.Length == 0, $"Exit code {exitCode}.\n{output}");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<string> DocumentWithAsync(string fragment, CancellationToken stop)
    {
        string text = await File.ReadAllTextAsync(RepositoryFolder.PathOf("tests/Documentation.Tests/Documents/fragments.openapi.yaml"), stop);
        string key = fragment.Split(':')[0];
        string place = key switch
        {
            "idempotencyKey" or "statusUrl" => "start",
            "x-url" => "uri",
            "x-duration" => "number",
            "x-media-requirements" => "root",
            _ => "monitor",
        };
        text = Put(text, place, fragment);

        // A job that is known by the address of its status has no id of its own.
        return key == "statusUrl" ? text : Put(Put(text, "start", "id: $response.body#/_id"), "monitor", "id: $request.path.id");
    }

    private static string Put(string document, string place, string line) =>
        Regex.Replace(document, $"^( *)# place: {place}$", match => $"{match.Groups[1].Value}{line}\n{match.Value}", RegexOptions.Multiline);

    private static async Task<(int ExitCode, string Output)> CompileAsync(string document, string folder, CancellationToken stop)
    {
        string configuration = typeof(FragmentTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static a => a.Key == "Configuration").Value!;
        var start = new ProcessStartInfo(
            "dotnet",
            [
                RepositoryFolder.PathOf($"src/LongRun.SpecCompiler/bin/{configuration}/net8.0/LongRun.SpecCompiler.dll"),
                "--input", document, "--document", Path.Combine(folder, "lowered.json"), "--context", Path.Combine(folder, "Context.g.cs"),
                "--namespace", "Fragments", "--class-name", "FragmentsClient",
            ])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync(stop);
        string output = await process.StandardOutput.ReadToEndAsync(stop);
        await process.WaitForExitAsync(stop);
        return (process.ExitCode, output + await errors);
    }
}
