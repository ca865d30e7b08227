namespace LongRun.Analyzers;

/// <summary>Ids of the rules, by block: 1 waiting, 2 constraints, 4 configuration (3 is the spec compiler's).</summary>
internal static class DiagnosticIds
{
    internal const string DroppedOperation = "LRO1001";
    internal const string ResultReadBeforeSuccess = "LRO1002";
    internal const string FailureNotSeen = "LRO1003";
    internal const string LoopWithoutPause = "LRO1004";
    internal const string WaitWithoutEnd = "LRO1005";
    internal const string BlockedThread = "LRO1006";
    internal const string TooFastPolling = "LRO1007";
    internal const string HandWrittenLoop = "LRO1008";
    internal const string UnknownStatus = "LRO1009";
    internal const string IncompleteStatusSwitch = "LRO1010";
    internal const string OutcomeIgnored = "LRO1011";
    internal const string RepeatedStart = "LRO1012";
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
