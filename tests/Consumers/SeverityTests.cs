namespace LongRun.Consumers.Tests;

/// <summary>The presets of the package, and what a project says itself.</summary>
[Collection(nameof(ProgramFolder))]
public sealed class SeverityTests(ProgramFolder programs)
{
    [Theory]
    [InlineData("AllErrors", "error")]
    [InlineData("allwarnings", "warning")]
    public void A_preset_gives_all_rules_one_severity(string mode, string severity)
    {
        (int exitCode, string output) = programs.Build("App", $"-p:LongRunAnalysisMode={mode}");
        Assert.Equal(Reported.AnnouncedIn(programs.At("App"), severity), Reported.In(output));
        Assert.Equal(severity == "error", exitCode != 0);
    }

    [Theory]
    [InlineData("AllSuggestions")]
    [InlineData("None")]
    public void A_preset_below_warnings_prints_nothing(string mode)
    {
        (int exitCode, string output) = programs.Build("App", $"-p:LongRunAnalysisMode={mode}");
        Assert.Empty(Reported.In(output));
        Assert.True(exitCode == 0, output);
    }

    [Fact]
    public void A_preset_that_does_not_exist_is_an_error_that_names_those_that_do()
    {
        (int exitCode, string output) = programs.Build("App", "-p:LongRunAnalysisMode=Errors");
        Assert.Equal(["error LRO0002"], Reported.In(output).Select(static r => $"{r.Severity} {r.Id}"));
        Assert.Contains("Default, None, AllSuggestions, AllWarnings, AllErrors.", output, StringComparison.Ordinal);
        Assert.NotEqual(0, exitCode);
    }

    /// <summary>
    /// Off by id, by category, by pragma, by SuppressMessage, by NoWarn and by a global file of the project; raised by id and by
    /// category; and one file about which nothing is said. In this project each wins over a preset, and only that last file follows it.
    /// </summary>
    [Theory]
    [InlineData("Default", "warning")]
    [InlineData("AllErrors", "error")]
    [InlineData("AllSuggestions", null)]
    public void What_a_project_says_of_a_rule_wins_over_a_preset(string mode, string? ofThePreset)
    {
        (int exitCode, string output) = programs.Build("Configured", $"-p:LongRunAnalysisMode={mode}");
        Reported[] expected = [new("Raised.cs(7)", "error", "LRO2002"), new("RaisedByCategory.cs(7)", "error", "LRO2002")];
        Assert.Equal(
            ofThePreset is null ? expected : [new("Plain.cs(7)", ofThePreset, "LRO2002"), .. expected],
            Reported.In(output).OrderBy(static r => r.Place, StringComparer.Ordinal));
        Assert.NotEqual(0, exitCode);
    }

    /// <summary>A build that takes no warnings takes none of the rules' either, but for those that the project lets be warnings.</summary>
    [Fact]
    public void Warnings_as_errors_stop_the_build_except_where_the_project_says_otherwise()
    {
        (int exitCode, string output) = programs.Build("App", "-p:TreatWarningsAsErrors=true");
        Assert.Equal(Reported.AnnouncedIn(programs.At("App"), "error", except: "a suggestion"), Reported.In(output));
        Assert.NotEqual(0, exitCode);

        (exitCode, output) = programs.Build("TwoHops", "-p:TreatWarningsAsErrors=true", "-p:WarningsNotAsErrors=LRO2005");
        Assert.Equal(Reported.AnnouncedIn(programs.At("TwoHops"), "warning"), Reported.In(output));
        Assert.True(exitCode == 0, output);
    }
}
