namespace LongRun.Analyzers;

/// <summary>Ids of the rules, by block: 1 waiting, 2 constraints, 4 configuration (3 is the spec compiler's).</summary>
internal static class DiagnosticIds
{
    internal const string UnusableUrl = "LRO2001";
    internal const string WrongUrlPlace = "LRO2002";
    internal const string UnlikelyUrlForm = "LRO2003";
    internal const string DurationOutOfRange = "LRO2004";
    internal const string NumberOutOfRange = "LRO2005";
    internal const string TextOutOfBounds = "LRO2006";
    internal const string ValueNotAllowed = "LRO2007";
    internal const string ItemsOutOfBounds = "LRO2008";
    internal const string MediaOutOfRange = "LRO2009";
    internal const string SecretInSource = "LRO4001";
    internal const string StackedRetries = "LRO4002";
    internal const string UnverifiedWebhook = "LRO4004";
}
