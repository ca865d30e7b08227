namespace LongRun.Analyzers.Waiting.Loops;

/// <summary>Statuses as messages say them: <c>'failed' or 'canceled'</c>.</summary>
internal static class StatusWords
{
    internal static string Or(IReadOnlyList<string> statuses) => Join(statuses, "or");

    internal static string And(IReadOnlyList<string> statuses) => Join(statuses, "and");

    private static string Join(IReadOnlyList<string> statuses, string word)
    {
        string[] quoted = statuses.Select(static s => $"'{s}'").ToArray();
        return quoted.Length < 2
            ? string.Concat(quoted)
            : string.Join(", ", quoted.Take(quoted.Length - 1)) + $" {word} " + quoted[quoted.Length - 1];
    }
}
