namespace LongRun.Analyzers;

/// <summary>Ids of the rules, by block: 1 waiting, 2 constraints, 4 configuration (3 is the spec compiler's).</summary>
internal static class DiagnosticIds
{
    internal const string UnusableUrl = "LRO2001";
}
