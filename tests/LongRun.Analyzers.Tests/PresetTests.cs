using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LongRun.Analyzers.Tests;

/// <summary>
/// The presets name categories and no ids, so that a new rule is in all of them; this holds as long as they name every category.
/// What a build makes of them is tested with the packages.
/// </summary>
public sealed class PresetTests
{
    private const string Folder = "src/LongRun/buildTransitive";
    private const string Prefix = "dotnet_analyzer_diagnostic.category-";
    private const string Suffix = ".severity";

    public static TheoryData<string, string> Presets => new()
    {
        { "none", "none" },
        { "allsuggestions", "suggestion" },
        { "allwarnings", "warning" },
        { "allerrors", "error" },
    };

    private static IEnumerable<string> Categories => typeof(RuleCategories)
        .GetFields(BindingFlags.Static | BindingFlags.NonPublic)
        .Select(static constant => (string)constant.GetRawConstantValue()!);

    [Theory]
    [MemberData(nameof(Presets))]
    public void A_preset_names_every_category_with_its_one_severity(string preset, string severity)
    {
        string path = RepositoryFolder.PathOf($"{Folder}/LongRun.{preset}.globalconfig");
        AnalyzerConfigSet set = AnalyzerConfigSet.Create<AnalyzerConfig[]>([AnalyzerConfig.Parse(File.ReadAllText(path), path)]);
        Dictionary<string, string> said = set.GlobalConfigOptions.AnalyzerOptions.ToDictionary(StringComparer.OrdinalIgnoreCase);

        Assert.Equal(
            Categories.Select(static category => $"{Prefix}{category}{Suffix}").Order(StringComparer.OrdinalIgnoreCase),
            said.Keys.Order(StringComparer.OrdinalIgnoreCase),
            StringComparer.OrdinalIgnoreCase);
        Assert.All(said.Values, value => Assert.Equal(severity, value));
        Assert.Empty(set.GlobalConfigOptions.TreeOptions);
    }

    [Fact]
    public void Every_preset_of_the_package_is_among_the_tested_ones() => Assert.Equal(
        Presets.Select(static row => $"LongRun.{row.Data.Item1}.globalconfig").Order(StringComparer.Ordinal),
        Directory.GetFiles(RepositoryFolder.PathOf(Folder), "*.globalconfig").Select(Path.GetFileName).Order(StringComparer.Ordinal));

    /// <summary>Otherwise no preset would reach it. That rules are on by default, which presets need too, is tested elsewhere.</summary>
    [Fact]
    public void Every_rule_has_one_of_these_categories_and_is_configurable() => Assert.All(
        RuleBook.Descriptors,
        static rule =>
        {
            Assert.Contains(rule.Category, Categories);
            Assert.DoesNotContain(rule.CustomTags, static tag => tag == WellKnownDiagnosticTags.NotConfigurable);
        });
}
