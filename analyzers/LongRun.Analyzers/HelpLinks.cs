namespace LongRun.Analyzers;

/// <summary>Where the pages of the rules are.</summary>
internal static class HelpLinks
{
    internal const string Base = "https://github.com/longrun/longrun/blob/main/analyzers/docs/";

    internal static string Of(string id) => Base + id + ".md";
}
