using LongRun.CodeFixes.Constraints;

namespace LongRun.Analyzers.Tests.Constraints;

/// <content>What the nearest number looks like in each type.</content>
public sealed partial class NumberOutOfRangeTests
{
    [Theory]
    [InlineData("Minimum = 1.5", "double", "1", "1.5")]
    [InlineData("Minimum = 1.5", "float", "1", "1.5f")]
    [InlineData("Minimum = 2", "float", "1", "2")]
    [InlineData("Minimum = 1.5", "decimal", "1", "1.5m")]
    [InlineData("Minimum = 2", "decimal", "1", "2")]
    [InlineData("MultipleOf = 5", "int", "13", "15")]
    public Task Is_mended(string bounds, string type, string before, string after) => MendsAsync<NumberOutOfRangeCodeFix>(
        $"Go([|{before}|]); void Go([NumberConstraint({bounds})] {type} value) {{ }}",
        $"Go({after}); void Go([NumberConstraint({bounds})] {type} value) {{ }}");

    [Theory]
    [InlineData("Minimum = 1.5", "int", "1")]
    [InlineData("Maximum = 1.5", "sbyte", "2")]
    [InlineData("Maximum = 1.5", "ulong", "2")]
    [InlineData("Minimum = 0, Maximum = 1, MultipleOf = 2", "int", "1")]
    public Task Is_not_mended(string bounds, string type, string value) => OffersNothingAsync<NumberOutOfRangeCodeFix>(
        $"Go([|{value}|]); void Go([NumberConstraint({bounds})] {type} value) {{ }}");
}
