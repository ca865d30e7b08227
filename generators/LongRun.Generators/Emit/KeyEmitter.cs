using LongRun.Generators.Model;

namespace LongRun.Generators.Emit;

/// <summary>Prints how a start gets an idempotency key where the caller gave none.</summary>
internal static class KeyEmitter
{
    private const string Fresh = "global::System.Guid.NewGuid()";

    /// <summary>Prints the local that is sent: the key itself, or a request that has one.</summary>
    public static void Write(SourceWriter writer, KeyModel key, string local)
    {
        string fresh = key.IsGuid ? Fresh : Fresh + ".ToString()";
        if (key.Member is null)
        {
            writer.Write(key.IsGuid
                ? $"{"global::System.Guid"} {local} = {key.Parameter}.GetValueOrDefault() == default ? {fresh} : {key.Parameter}.GetValueOrDefault();"
                : $"string {local} = string.IsNullOrEmpty({key.Parameter}) ? {fresh} : {key.Parameter};");
            return;
        }

        string member = $"{key.Parameter}.{key.Member}";
        string isMissing = !key.IsGuid ? $"string.IsNullOrEmpty({member})" : key.IsNullable ? $"{member}.GetValueOrDefault() == default" : $"{member} == default";
        writer.Write($"""
            // A copy has the key: the same request, given once more, starts another job.
            var {local} = {key.Parameter};
            """);
        if (key.Copy is not { } copy)
        {
            writer.Write($"if ({IsThere(key)}{isMissing})");
            using (writer.Open())
            {
                writer.Write($"{local} = {key.Parameter} with {{ {key.Member} = {fresh} }};");
            }

            writer.Write("");
            return;
        }

        writer.Write($"if ({key.Parameter} is not null && {isMissing} && {key.Parameter}.GetType() == typeof({copy.Type}))");
        using (writer.Open())
        {
            writer.Write($"{local} = new {copy.Type}");
            using (writer.Open("};"))
            {
                foreach (string copied in copy.Members)
                {
                    writer.Write($"{copied} = {key.Parameter}.{copied},");
                }

                writer.Write($"{key.Member} = {fresh},");
            }
        }

        writer.Write("");
    }

    /// <summary>The key's text, as code; null or empty where none is sent.</summary>
    public static string Text(KeyModel key, string local)
    {
        string text = key.IsGuid ? ".ToString()" : "";
        if (key.Member is null)
        {
            return local + text;
        }

        // A null request is refused by the raw call.
        return $"{local}?.{key.Member}{(key.IsGuid && key.IsNullable ? "?" : "")}{text}";
    }

    private static string IsThere(KeyModel key) => $"{key.Parameter} is {{ }} && ";
}
