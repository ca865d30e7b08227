using LongRun.SpecCompiler.Reading;

namespace LongRun.SpecCompiler.Overlays.JsonPaths;

/// <summary>What the names <c>$</c> and <c>@</c> mean while a filter looks at a child.</summary>
internal readonly record struct FilterScope(Node Root, Node Current);

/// <summary>Something in a filter that holds or does not.</summary>
internal abstract record LogicalExpression
{
    public abstract bool Holds(FilterScope scope);
}

/// <summary><c>a || b</c>.</summary>
internal sealed record OrExpression(IReadOnlyList<LogicalExpression> Parts) : LogicalExpression
{
    public override bool Holds(FilterScope scope) => Parts.Any(part => part.Holds(scope));
}

/// <summary><c>a &amp;&amp; b</c>.</summary>
internal sealed record AndExpression(IReadOnlyList<LogicalExpression> Parts) : LogicalExpression
{
    public override bool Holds(FilterScope scope) => Parts.All(part => part.Holds(scope));
}

/// <summary><c>!a</c>.</summary>
internal sealed record NotExpression(LogicalExpression Operand) : LogicalExpression
{
    public override bool Holds(FilterScope scope) => !Operand.Holds(scope);
}

/// <summary><c>@.a</c>: there is such a place, whatever stands there.</summary>
internal sealed record ExistenceExpression(FilterQuery Query) : LogicalExpression
{
    public override bool Holds(FilterScope scope) => Query.Select(scope).Count > 0;
}

/// <summary><c>match(a, b)</c> or <c>search(a, b)</c>.</summary>
internal sealed record PatternExpression(ValueExpression Text, ValueExpression Pattern, bool IsWhole) : LogicalExpression
{
    public override bool Holds(FilterScope scope) =>
        Text.Evaluate(scope) is ScalarNode { Kind: ScalarKind.Text } text
        && Pattern.Evaluate(scope) is ScalarNode { Kind: ScalarKind.Text } pattern
        && InteroperablePattern.Matches(text.Text, pattern.Text, IsWhole);
}

/// <summary><c>a == b</c> and the other comparisons.</summary>
internal sealed record ComparisonExpression(ValueExpression Left, string Operator, ValueExpression Right) : LogicalExpression
{
    public override bool Holds(FilterScope scope)
    {
        Node? left = Left.Evaluate(scope);
        Node? right = Right.Evaluate(scope);
        return Operator switch
        {
            "==" => NodeComparison.AreEqual(left, right),
            "!=" => !NodeComparison.AreEqual(left, right),
            "<" => NodeComparison.IsLess(left, right),
            ">" => NodeComparison.IsLess(right, left),
            "<=" => NodeComparison.IsLess(left, right) || NodeComparison.AreEqual(left, right),
            _ => NodeComparison.IsLess(right, left) || NodeComparison.AreEqual(left, right),
        };
    }
}
