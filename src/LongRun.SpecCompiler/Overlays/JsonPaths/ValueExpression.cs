using System.Globalization;
using LongRun.SpecCompiler.Reading;

namespace LongRun.SpecCompiler.Overlays.JsonPaths;

/// <summary>Something in a filter that has a value.</summary>
internal abstract record ValueExpression
{
    /// <summary>The value; <see langword="null"/> is the RFC's <c>Nothing</c>, which is not JSON's null.</summary>
    public abstract Node? Evaluate(FilterScope scope);

    /// <summary>A number that no author wrote.</summary>
    protected static ScalarNode Number(int value) => new(ScalarKind.Number, value.ToString(CultureInfo.InvariantCulture), default);
}

/// <summary><c>'text'</c>, <c>1.5</c>, <c>true</c>, <c>null</c>.</summary>
internal sealed record LiteralExpression(ScalarNode Value) : ValueExpression
{
    public override Node? Evaluate(FilterScope scope) => Value;
}

/// <summary><c>@.a.b</c> where one place at most is meant, or <c>value(@..a)</c>.</summary>
internal sealed record SingleValueExpression(FilterQuery Query) : ValueExpression
{
    public override Node? Evaluate(FilterScope scope) => Query.Select(scope) is [var only] ? only.Value : null;
}

/// <summary><c>length(a)</c>: characters of a text, items of a list, members of an object.</summary>
internal sealed record LengthExpression(ValueExpression Operand) : ValueExpression
{
    public override Node? Evaluate(FilterScope scope) => Operand.Evaluate(scope) switch
    {
        ScalarNode { Kind: ScalarKind.Text } text => Number(text.Text.EnumerateRunes().Count()),
        ListNode list => Number(list.Items.Count),
        MapNode map => Number(map.Entries.Count),
        _ => null,
    };
}

/// <summary><c>count(@.*)</c>.</summary>
internal sealed record CountExpression(FilterQuery Query) : ValueExpression
{
    public override Node? Evaluate(FilterScope scope) => Number(Query.Select(scope).Count);
}

/// <summary>A query inside a filter.</summary>
/// <param name="Path">Its steps.</param>
/// <param name="IsRelative">Whether it begins at the child that is looked at (<c>@</c>) and not at the root (<c>$</c>).</param>
internal sealed record FilterQuery(JsonPath Path, bool IsRelative)
{
    public bool IsSingular => Path.Segments.All(static segment => segment.IsSingular);

    // Filters inside a filter know the root of the document, not the place where the query begins.
    public IReadOnlyList<Location> Select(FilterScope scope)
    {
        IEnumerable<Location> found = [Location.Root(IsRelative ? scope.Current : scope.Root)];
        foreach (Segment segment in Path.Segments)
        {
            found = found.SelectMany(from => segment.Select(from, scope.Root));
        }

        return found.ToList();
    }
}
