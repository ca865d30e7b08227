using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LongRun.Generators.Tests;

/// <summary>An editor runs the generator at every keystroke: what an edit does not concern must not be made again.</summary>
public sealed class IncrementalityTests
{
    private static readonly string[] AllSteps =
    [
        TrackingNames.Monitors,
        TrackingNames.Starts,
        TrackingNames.Media,
        TrackingNames.Contract,
        TrackingNames.Operations,
        TrackingNames.Clients,
        TrackingNames.Requirements,
    ];

    [Fact]
    public void An_edit_in_another_file_makes_nothing_anew()
    {
        GeneratorRun first = GeneratorRun.Of(Sources.TwelveLabs);

        GeneratorRun second = first.After(first.Input.AddSyntaxTrees(GeneratorRun.Parse("class Unrelated { int _x; }", "Other.cs")));

        AssertReasons(second, AllSteps, IncrementalStepRunReason.Cached, IncrementalStepRunReason.Unchanged);
        AssertOutputs(second, IncrementalStepRunReason.Cached);
    }

    [Fact]
    public void An_edit_above_the_client_moves_places_and_emits_nothing_anew()
    {
        GeneratorRun first = GeneratorRun.Of(Sources.TwelveLabs);

        GeneratorRun second = first.After(Edit(first.Input, "/// <summary>The id of what a call has made or started.</summary>", "// One more line.\n\n/// <summary>The id.</summary>"));

        AssertReasons(second, AllSteps, IncrementalStepRunReason.Cached, IncrementalStepRunReason.Unchanged);
        AssertOutputs(second, IncrementalStepRunReason.Cached);
    }

    [Fact]
    public void An_edit_that_moves_the_attributes_emits_nothing_anew()
    {
        GeneratorRun first = GeneratorRun.Of(Sources.TwelveLabs);

        GeneratorRun second = first.After(Edit(first.Input, "namespace TwelveLabs;", "// Moved down.\n\nnamespace TwelveLabs;"));

        AssertReasons(
            second,
            [TrackingNames.Operations, TrackingNames.Clients, TrackingNames.Requirements],
            IncrementalStepRunReason.Cached,
            IncrementalStepRunReason.Unchanged);
        AssertOutputs(second, IncrementalStepRunReason.Cached);
    }

    [Fact]
    public void An_edit_of_a_monitor_emits_its_operation_anew_and_neither_the_other_one_nor_the_media_profiles()
    {
        GeneratorRun first = GeneratorRun.Of(Sources.TwelveLabs);

        GeneratorRun second = first.After(Edit(first.Input, "MinDelaySeconds = 1, MaxDelaySeconds = 120,", "MinDelaySeconds = 2, MaxDelaySeconds = 120,"));

        AssertReasons(second, [TrackingNames.Monitors, TrackingNames.Contract], IncrementalStepRunReason.Modified);
        Assert.Equal(["IndexingOperation"], OperationsMadeAnew(second));
        AssertReasons(second, [TrackingNames.Requirements], IncrementalStepRunReason.Cached, IncrementalStepRunReason.Unchanged);
        Assert.Contains("MinDelay = global::System.TimeSpan.FromSeconds(2)", second.AllText(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_edit_of_an_answers_type_is_seen()
    {
        GeneratorRun first = GeneratorRun.Of(Sources.TwelveLabs);

        GeneratorRun second = first.After(Edit(first.Input, "public IndexTaskProgress? Process", "public required IndexTaskProgress Process"));

        Assert.Equal(["IndexingOperation"], OperationsMadeAnew(second));
        Assert.Contains("Percentage = value.Process.Percentage,", second.AllText(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_edit_of_a_profile_emits_the_profiles_anew_and_not_the_operations()
    {
        GeneratorRun first = GeneratorRun.Of(Sources.TwelveLabs);

        GeneratorRun second = first.After(Edit(first.Input, "MaxDurationSeconds = 1800", "MaxDurationSeconds = 3600"));

        AssertReasons(second, [TrackingNames.Requirements], IncrementalStepRunReason.Modified);
        AssertReasons(second, [TrackingNames.Operations, TrackingNames.Clients], IncrementalStepRunReason.Cached, IncrementalStepRunReason.Unchanged);
    }

    [Fact]
    public void The_same_input_gives_the_same_text_in_a_driver_of_its_own()
    {
        Assert.Equal(GeneratorRun.Of(Sources.TwelveLabs).AllText(), GeneratorRun.Of(Sources.TwelveLabs).AllText());
    }

    [Fact]
    public void No_model_holds_anything_of_the_compiler()
    {
        Type[] models = [.. typeof(OperationGenerator).Assembly.GetTypes().Where(static t => t.Namespace == "LongRun.Generators.Model")];

        Assert.NotEmpty(models);
        Assert.DoesNotContain(models.SelectMany(static m => m.GetProperties()), static p => p.PropertyType.ToString().Contains("CodeAnalysis", StringComparison.Ordinal));
    }

    private static CSharpCompilation Edit(CSharpCompilation compilation, string text, string replacement)
    {
        SyntaxTree tree = compilation.SyntaxTrees.Single(static t => t.FilePath == "Client.cs");
        string source = tree.ToString();
        Assert.Contains(text, source, StringComparison.Ordinal);
        return compilation.ReplaceSyntaxTree(tree, GeneratorRun.Parse(source.Replace(text, replacement, StringComparison.Ordinal), tree.FilePath));
    }

    private static IEnumerable<string> OperationsMadeAnew(GeneratorRun run) =>
        run.Result.TrackedSteps[TrackingNames.Operations]
            .SelectMany(static r => r.Outputs)
            .Where(static o => o.Reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged))
            .Select(static o => ((Model.OperationModel)o.Value).TypeName);

    private static void AssertReasons(GeneratorRun run, string[] steps, params IncrementalStepRunReason[] reasons)
    {
        foreach (string step in steps)
        {
            // A step without an input (no type has starts alone) has not run at all.
            if (run.Result.TrackedSteps.TryGetValue(step, out var runs))
            {
                Assert.All(runs.SelectMany(static r => r.Outputs), o => Assert.Contains(o.Reason, reasons));
            }
            else
            {
                Assert.Equal(TrackingNames.Starts, step);
            }
        }
    }

    private static void AssertOutputs(GeneratorRun run, params IncrementalStepRunReason[] reasons) =>
        Assert.All(run.Result.TrackedOutputSteps.SelectMany(static s => s.Value).SelectMany(static r => r.Outputs), o => Assert.Contains(o.Reason, reasons));
}
