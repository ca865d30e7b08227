using LongRun.SpecCompiler.Naming;
using LongRun.SpecCompiler.Reading;
using LongRun.SpecCompiler.Vocabulary;

namespace LongRun.SpecCompiler.Jobs;

/// <summary>Looks into what operations answer, as the document's author wrote it.</summary>
/// <param name="document">The document.</param>
public sealed class AnswerSchema(ApiDocument document)
{
    /// <summary>Schema of the first answer of success with a JSON body.</summary>
    /// <param name="operation">The operation.</param>
    /// <returns>The schema, or <see langword="null"/>.</returns>
    public MapNode? Of(ApiOperation operation) => Whole(document.Answer(operation));

    /// <summary>What a schema stands for: references followed, wrappers that only add a description or null taken off.</summary>
    /// <param name="schema">The schema as written.</param>
    /// <returns>The schema, or <see langword="null"/>.</returns>
    public MapNode? Whole(MapNode? schema)
    {
        MapNode? at = document.Resolve(schema);
        for (int steps = 0; steps < 16 && at is not null && !at.Has("properties") && !at.Has("enum") && Only(at) is { } inner; steps++)
        {
            at = document.Resolve(inner);
        }

        return at;
    }

    /// <summary>Schema of the place in an answer that a JSON pointer leads to.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="pointer">The pointer: <c>/process/percentage</c>.</param>
    /// <returns>The schema, or <see langword="null"/>.</returns>
    public MapNode? At(ApiOperation operation, string pointer)
    {
        MapNode? at = Of(operation);
        foreach (string step in pointer.Split('/').Skip(1).Select(ApiDocument.Unescape))
        {
            MapNode? property = document.Property(at, step);
            at = Whole(property is null && step == MemberPathResolver.EachItem ? at?.Map("items") : property);
        }

        return at;
    }

    /// <summary>Whether an answer that its schema allows always holds the place that a JSON pointer leads to.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="pointer">The pointer.</param>
    /// <returns>Whether each step is required.</returns>
    public bool IsAlwaysThere(ApiOperation operation, string pointer)
    {
        MapNode? at = Of(operation);
        foreach (string step in pointer.Split('/').Skip(1).Select(ApiDocument.Unescape))
        {
            if (!Requires(at, step, 0))
            {
                return false;
            }

            at = Whole(document.Property(at, step));
        }

        return true;
    }

    /// <summary>The texts that a schema lists.</summary>
    /// <param name="schema">The schema.</param>
    /// <returns>The texts; none if it lists none.</returns>
    public IReadOnlyList<string> Listed(MapNode? schema)
    {
        MapNode? whole = Whole(schema);
        ListNode? list = TypeExpressions.Values(whole);
        IEnumerable<string> own = list?.Scalars.Where(static value => value.Kind == ScalarKind.Text).Select(static value => value.Text) ?? [];
        IEnumerable<string> constant = whole?.Scalar("const") is { Kind: ScalarKind.Text } only ? [only.Text] : [];
        IEnumerable<string> branches = Branches(whole).SelectMany(branch => document.Resolve(branch) is { } resolved
            ? resolved.List("enum")?.Scalars.Select(static value => value.Text) ?? (resolved.Text("const") is { } text ? [text] : [])
            : []);
        return own.Concat(constant).Concat(branches).Where(static text => text.Length > 0).Distinct(StringComparer.Ordinal).ToList();
    }

    private bool Requires(MapNode? schema, string name, int depth) =>
        schema?.List("required")?.Scalars.Any(required => required.Text == name) == true
        || (depth < 16 && schema?.List("allOf")?.Items.Any(part => Requires(document.Resolve(part), name, depth + 1)) == true);

    private MapNode? Only(MapNode schema)
    {
        List<MapNode> parts = (schema.List("allOf")?.Items ?? []).OfType<MapNode>().Concat(Branches(schema)).ToList();
        return parts is [var only] ? only : null;
    }

    private IEnumerable<MapNode> Branches(MapNode? schema) =>
        (schema?.List("anyOf")?.Items ?? []).Concat(schema?.List("oneOf")?.Items ?? [])
            .OfType<MapNode>()
            .Where(static branch => branch.Text("type") != "null" && branch.Scalar("type") is not { Kind: ScalarKind.Null });
}
