namespace LongRun.SpecCompiler.Naming;

/// <summary>Names without the signs and capitals in which authors differ: <c>failure_reason</c> and <c>failureReason</c> are one.</summary>
public static class PlainName
{
    /// <summary>The letters and digits of a name, in lower case.</summary>
    /// <param name="name">The name.</param>
    /// <returns>What is left of it.</returns>
    public static string Of(string name) => new string(name.Where(char.IsLetterOrDigit).ToArray()).ToLowerInvariant();
}
