using LongRun.SpecCompiler.Reading;

namespace LongRun.SpecCompiler.Naming;

/// <summary>The C# type of a schema, as the client and its JSON context write it.</summary>
/// <param name="document">The document, its components all types, as inlining leaves them.</param>
/// <param name="names">The C# names.</param>
public sealed class TypeExpressions(ApiDocument document, NameTable names)
{
    /// <summary>C# type of a file that is sent.</summary>
    public const string File = "global::LongRun.Http.FileParameter";

    private const string Json = "global::System.Text.Json.JsonElement";

    /// <summary>The type of a schema.</summary>
    /// <param name="schema">The schema, or <see langword="null"/> for anything.</param>
    /// <returns>The C# type, never nullable.</returns>
    public string Of(MapNode? schema) => Of(schema, 0);

    /// <summary>The type of something that may be left out.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="isRequired">Whether it has to be there.</param>
    /// <returns>The C# type, nullable where nothing or null may be there.</returns>
    public string Optional(MapNode? schema, bool isRequired) => Of(schema) + (isRequired && !IsNullable(schema) ? "" : "?");

    /// <summary>The type of a part of a form: as elsewhere, but what is binary is a file.</summary>
    /// <param name="schema">The part's schema.</param>
    /// <param name="isRequired">Whether it has to be there.</param>
    /// <returns>The C# type.</returns>
    public string Part(MapNode schema, bool isRequired)
    {
        MapNode? resolved = document.Resolve(schema);
        string end = isRequired && !IsNullable(schema) ? "" : "?";
        return IsBinary(resolved) ? File + end
            : resolved?.Text("type") == "array" && IsBinary(document.Resolve(resolved["items"])) ? $"global::System.Collections.Generic.IReadOnlyList<{File}>{end}"
            : Optional(schema, isRequired);
    }

    /// <summary>Whether a schema is that of a file.</summary>
    /// <param name="schema">The schema, no reference.</param>
    /// <returns>Whether it is.</returns>
    public static bool IsBinary(MapNode? schema) => schema?.Text("format") == "binary";

    /// <summary>Whether null is a value of a schema.</summary>
    /// <param name="schema">The schema.</param>
    /// <returns>Whether it is.</returns>
    public bool IsNullable(MapNode? schema) =>
        schema?.Scalar("nullable") is { IsTrue: true } || document.Resolve(schema)?.Scalar("nullable") is { IsTrue: true };

    /// <summary>Whether a schema's type is a reference type.</summary>
    /// <param name="schema">The schema.</param>
    /// <returns>Whether it is.</returns>
    public bool IsReference(MapNode? schema)
    {
        MapNode? resolved = document.Resolve(schema);
        if (resolved is null || IsEnumeration(resolved))
        {
            return false;
        }

        return names.TypeOf(resolved) is not null || resolved.Text("type") switch
        {
            "string" => resolved.Text("format") is not ("date-time" or "date" or "uuid" or "guid"),
            "array" => true,
            "object" => resolved.Map("additionalProperties") is not null,
            _ => false,
        };
    }

    /// <summary>Whether a schema becomes an enumeration or an open set of its own.</summary>
    /// <param name="schema">The schema, no reference.</param>
    /// <returns>Whether it does.</returns>
    public static bool IsEnumeration(MapNode schema) =>
        schema.Has(Vocabulary.VocabularyKeys.ExtensibleEnum) || schema.List("enum") is { Items.Count: > 0 };

    /// <summary>Whether values that such a schema does not list may come: it becomes an open set.</summary>
    /// <param name="schema">The schema, no reference.</param>
    /// <returns>Whether they may.</returns>
    public static bool IsOpen(MapNode schema) =>
        schema.Has(Vocabulary.VocabularyKeys.ExtensibleEnum) || schema.Has(Lowering.LoweredKeys.OpenEnum);

    /// <summary>The values that a schema lists, of an open set or of a closed one.</summary>
    /// <param name="schema">The schema, no reference.</param>
    /// <returns>The values, or <see langword="null"/> if it lists none.</returns>
    public static ListNode? Values(MapNode? schema) => schema?.List(Vocabulary.VocabularyKeys.ExtensibleEnum) ?? schema?.List("enum");

    private string Of(MapNode? schema, int depth)
    {
        MapNode? resolved = document.Resolve(schema);
        if (resolved is null || depth > 16)
        {
            return Json;
        }

        if (names.TypeOf(resolved) is { } name)
        {
            return name;
        }

        return resolved.Text("type") switch
        {
            "array" => $"global::System.Collections.Generic.IReadOnlyList<{Of(resolved.Map("items"), depth + 1)}>",
            "object" when resolved.Map("additionalProperties") is { } value => $"global::System.Collections.Generic.IDictionary<string, {Of(value, depth + 1)}>",
            "string" => Text(resolved.Text("format")),
            "integer" => resolved.Text("format") == "int64" ? "long" : "int",
            "number" => resolved.Text("format") switch { "float" => "float", "decimal" => "decimal", _ => "double" },
            "boolean" => "bool",
            _ => Json,
        };
    }

    private static string Text(string? format) => format switch
    {
        "date-time" => "global::System.DateTimeOffset",
        "date" => "global::System.DateOnly",
        "uri" => "global::System.Uri",
        "uuid" or "guid" => "global::System.Guid",
        "byte" => "byte[]",
        _ => "string",
    };
}
