namespace LongRun;

/// <summary>Other people's messages inside ours.</summary>
internal static class Sentence
{
    /// <summary>Ends a text like a sentence, so that another one can follow.</summary>
    internal static string End(string text)
    {
        text = text.TrimEnd();
        return text.Length == 0 || text[^1] is '.' or '!' or '?' or '…' ? text : text + ".";
    }
}
