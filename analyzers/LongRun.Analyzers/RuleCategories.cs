namespace LongRun.Analyzers;

/// <summary>Categories, which an <c>.editorconfig</c> can set a severity for as a whole.</summary>
internal static class RuleCategories
{
    internal const string Waiting = "LongRun.Waiting";
    internal const string Constraints = "LongRun.Constraints";
    internal const string Configuration = "LongRun.Configuration";
}
