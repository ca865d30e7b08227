namespace LongRun.Generators.Model;

/// <summary>How a request is copied: the caller's own must not keep the key, or starting it again would start nothing.</summary>
/// <param name="Type">Its class.</param>
/// <param name="Members">Its members besides the key, escaped where they are keywords.</param>
internal sealed record KeyedCopy(string Type, EquatableArray<string> Members);
