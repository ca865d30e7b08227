using LongRun.SpecCompiler.Naming;
using LongRun.SpecCompiler.Reading;

namespace LongRun.SpecCompiler.Vocabulary;

/// <summary>Follows a JSON pointer through schemas and gives the C# member path that reads the same place.</summary>
/// <param name="document">The document.</param>
/// <param name="names">The C# names.</param>
public sealed class MemberPathResolver(ApiDocument document, NameTable names)
{
    /// <summary>The step that stands for each item of a list: <c>/items/*/status</c> is <c>Items[].Status</c>.</summary>
    public const string EachItem = "*";

    /// <summary>Follows a pointer.</summary>
    /// <param name="schema">The schema that the pointer starts in.</param>
    /// <param name="pointer">The pointer: <c>/process/percentage</c>.</param>
    /// <param name="mayBeOfItems">Whether it may speak of each item of one list, by <see cref="EachItem"/>.</param>
    /// <returns>The path and the schema at its end; or why there is none.</returns>
    public Result Resolve(MapNode schema, string pointer, bool mayBeOfItems = false)
    {
        if (!pointer.StartsWith('/'))
        {
            return Result.Fail($"'{pointer}' is not a JSON pointer; it begins with a slash, as in '/status'.");
        }

        MapNode? at = document.Resolve(schema);
        var path = new List<string>();
        foreach (string step in pointer[1..].Split('/').Select(ApiDocument.Unescape))
        {
            MapNode? property = document.Property(at, step);
            if (property is null && step == EachItem)
            {
                if (EachOf(at, path, mayBeOfItems) is { } fault)
                {
                    return Result.Fail(fault);
                }

                path[^1] += "[]";
                at = ResolveWhole(at!.Map("items")!);
                continue;
            }

            if (property is null && at?.Text("type") == "array")
            {
                return Result.Fail($"'{Before(pointer, step)}' is a list.{(mayBeOfItems ? $" '{EachItem}' stands for each of its items, as in '{Before(pointer, step)}/{EachItem}/{step}'." : "")}");
            }

            if (property is null)
            {
                IReadOnlyList<string> known = document.Properties(at).Select(static entry => entry.Key).Distinct().ToList();
                string hint = NearestName.Hint(step, known);
                string has = known.Count == 0 ? "it has no properties" : $"it has {string.Join(", ", known.Order(StringComparer.Ordinal))}";
                return Result.Fail($"there is no '{step}' at '{Before(pointer, step)}': {has}.{hint}");
            }

            path.Add(names.Members(at!)[step]);
            at = ResolveWhole(property);
        }

        return new Result(string.Join('.', path), at, null);
    }

    /// <returns>Why there are no items here, or <see langword="null"/>.</returns>
    private static string? EachOf(MapNode? at, List<string> path, bool mayBeOfItems) =>
        !mayBeOfItems ? $"'{EachItem}' stands for each item of a list, which only the 'status' of a monitor and its 'failureReason' can be of."
        : path.Count == 0 || at?.Text("type") != "array" || at.Map("items") is null ? $"'{EachItem}' stands for each item of a list, and there is no list before it."
        : path.Exists(static member => member.EndsWith(']')) ? $"there is more than one '{EachItem}' in it; a status is that of the items of one list."
        : null;

    // A property that adds a description to a reference by a one-part allOf stands for what it refers to.
    private MapNode? ResolveWhole(MapNode property) =>
        ApiDocument.ReferencedSchema(property) is { } name
            ? document.Resolve(document.Root.Map("components")?.Map("schemas")?[name])
            : document.Resolve(property);

    private static string Before(string pointer, string step) =>
        pointer.IndexOf("/" + step, StringComparison.Ordinal) is > 0 and var at ? pointer[..at] : "/";

    /// <summary>Where a pointer led.</summary>
    /// <param name="Path">The C# member path, or <see langword="null"/>.</param>
    /// <param name="Schema">The schema there.</param>
    /// <param name="Error">Why it led nowhere, or <see langword="null"/>.</param>
    public sealed record Result(string? Path, MapNode? Schema, string? Error)
    {
        /// <summary>A pointer that led nowhere.</summary>
        /// <param name="error">Why.</param>
        /// <returns>The result.</returns>
        public static Result Fail(string error) => new(null, null, error);
    }
}
