using System.Globalization;
using System.Text;
using System.Text.Json;
using LongRun.SpecCompiler.Diagnostics;

namespace LongRun.SpecCompiler.Tests;

/// <summary>Documents broken at random: whatever is wrong with one, it is said at a place in it, and nothing else happens.</summary>
/// <remarks>
/// Seeds are fixed, so that a build fails for a reason in the code only. LONGRUN_FUZZ_CASES makes the run longer and
/// LONGRUN_FUZZ_SEED another one; a failure names the seed that gives the case again.
/// </remarks>
public sealed class FuzzTests
{
    private static readonly int Cases = Setting("LONGRUN_FUZZ_CASES", 500);

    private static readonly int FirstSeed = Setting("LONGRUN_FUZZ_SEED", 1);

    public static TheoryData<string> Documents => new(
        "jobs", "tests/LongRun.Build.Tests/Documents/odd.yaml", "tests/LongRun.Build.Tests/Documents/jobs.yaml", "tests/LongRun.Documents.Tests/Documents/everything.openapi.yaml");

    [Theory]
    [MemberData(nameof(Documents))]
    public void A_broken_text_is_a_diagnostic_at_a_place(string document)
    {
        string text = TextOf(document);
        ForEachSeed(seed => TextMutation.Apply(Encoding.UTF8.GetBytes(text), new Random(seed)));
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void A_value_of_another_kind_is_a_diagnostic_at_a_place_or_no_mistake(string document)
    {
        using var original = new SpecRun(TextOf(document));
        ForEachSeed(seed => ValueMutation.Apply(original.Input, new Random(seed)));
    }

    [Fact]
    public void The_document_of_this_repository_survives_too()
    {
        string text = File.ReadAllText(RepositoryFolder.PathOf("spec/twelvelabs.v1.2.openapi.yaml"));
        using var original = new SpecRun(text);
        ForEachSeed(seed => seed % 2 == 0 ? TextMutation.Apply(Encoding.UTF8.GetBytes(text), new Random(seed)) : ValueMutation.Apply(original.Input, new Random(seed)), Cases / 20);
    }

    private static void ForEachSeed(Func<int, byte[]> make, int? cases = null)
    {
        using var run = new SpecRun("");
        Directory.CreateDirectory(Path.GetDirectoryName(run.LoweredPath)!);
        for (int seed = FirstSeed; seed < FirstSeed + (cases ?? Cases); seed++)
        {
            byte[] content = make(seed);
            File.WriteAllBytes(run.Input, content);
            try
            {
                Check(run);
            }
            catch (Exception exception)
            {
                string kept = Path.Combine(Path.GetTempPath(), $"longrun-fuzz-{seed}.yaml");
                File.WriteAllBytes(kept, content);
                Assert.Fail($"Seed {seed}, kept as {kept}: {exception}");
            }
        }
    }

    private static void Check(SpecRun run)
    {
        File.Delete(run.LoweredPath);
        File.Delete(run.ContextPath);
        run.Compile();
        foreach (Diagnostic diagnostic in run.Diagnostics)
        {
            Assert.Equal(run.Input, diagnostic.Position.File);
            Assert.True(diagnostic.Position is { Line: > 0, Column: > 0 }, $"No place: {diagnostic}");
            Assert.DoesNotContain(diagnostic.Message, static c => char.IsControl(c));
        }

        bool failed = run.Diagnostics.Any(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        Assert.NotEqual(failed, File.Exists(run.LoweredPath));
        Assert.NotEqual(failed, File.Exists(run.ContextPath));
        if (!failed)
        {
            Assert.Equal(JsonValueKind.Object, run.Lowered.ValueKind);
        }
    }

    private static string TextOf(string document) => document == "jobs" ? Tests.Documents.Jobs : File.ReadAllText(RepositoryFolder.PathOf(document));

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out int value) ? value : otherwise;
}
