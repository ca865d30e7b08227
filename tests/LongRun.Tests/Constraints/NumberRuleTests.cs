using LongRun.Constraints;

namespace LongRun.Tests.Constraints;

public sealed class NumberRuleTests
{
    private static readonly NumberRule Page = new(1, 50);

    private static readonly NumberRule Share = new(0, 1, minimumIsExclusive: true, maximumIsExclusive: true);

    [Theory]
    [InlineData(1)]
    [InlineData(25.5)]
    [InlineData(50)]
    public void Both_bounds_and_what_is_between_them_fit(double number) => Assert.Null(Page.Judge(number, "PageLimit"));

    [Theory]
    [InlineData(0, "0 is less than PageLimit accepts (1 to 50).")]
    [InlineData(-1e300, "-1E+300 is less than PageLimit accepts (1 to 50).")]
    [InlineData(double.NegativeInfinity, "-Infinity is less than PageLimit accepts (1 to 50).")]
    [InlineData(50.000000000000007, "50.00000000000001 is more than PageLimit accepts (1 to 50).")]
    [InlineData(51, "51 is more than PageLimit accepts (1 to 50).")]
    [InlineData(double.PositiveInfinity, "Infinity is more than PageLimit accepts (1 to 50).")]
    [InlineData(double.NaN, "NaN is no number; PageLimit accepts 1 to 50.")]
    public void What_is_outside_is_said_with_the_range(double number, string message) => Assert.Equal(message, Page.Judge(number, "PageLimit"));

    [Theory]
    [InlineData(0, "0 is less than Threshold accepts (more than 0 and less than 1).")]
    [InlineData(-0.0, "-0 is less than Threshold accepts (more than 0 and less than 1).")]
    [InlineData(1, "1 is more than Threshold accepts (more than 0 and less than 1).")]
    [InlineData(double.Epsilon, null)]
    [InlineData(0.9999999999999999, null)]
    public void An_exclusive_bound_is_refused_itself(double number, string? message) => Assert.Equal(message, Share.Judge(number, "Threshold"));

    [Theory]
    [InlineData(0.1, 0.3, true)]
    [InlineData(0.1, 0.35, false)]
    [InlineData(0.25, -1.75, true)]
    [InlineData(5, 10, true)]
    [InlineData(5, 11, false)]
    [InlineData(5, 0, true)]
    [InlineData(5, -0.0, true)]
    [InlineData(0.01, 1.1, true)]
    [InlineData(3, 1e14, false)]
    public void Multiples_are_told_in_decimals(double multipleOf, double number, bool fits) =>
        Assert.Equal(fits ? null : FormattableString.Invariant($"{number} is not a multiple of {multipleOf}, which Step asks for."), new NumberRule(multipleOf: multipleOf).Judge(number, "Step"));

    [Theory]
    [InlineData(7, 1e16)]
    [InlineData(7, double.MaxValue)]
    [InlineData(1e-13, 0.5)]
    [InlineData(1e16, 3)]
    [InlineData(-5, 3)]
    [InlineData(double.NaN, 3)]
    public void Where_decimals_cannot_tell_nothing_is_said(double multipleOf, double number) =>
        Assert.Null(new NumberRule(multipleOf: multipleOf).Judge(number, "Step"));

    [Theory]
    [InlineData(0.1f, true)]
    [InlineData(0.3f, true)]
    [InlineData(0.15f, false)]
    public void A_single_precision_number_means_what_is_written(float number, bool fits)
    {
        Assert.Equal(fits, new NumberRule(multipleOf: 0.1).Judge(number, "Step") is null);
        Assert.Equal(number <= 0.1f, new NumberRule(maximum: 0.1).Judge(number, "Step") is null);
    }

    [Fact]
    public void A_single_precision_number_keeps_its_last_digit()
    {
        Assert.Equal("1.0000001 is more than Step accepts (at most 1).", new NumberRule(maximum: 1).Judge(MathF.BitIncrement(1f), "Step"));
        Assert.NotNull(Page.Judge(float.NaN, "PageLimit"));
        Assert.NotNull(Page.Judge(float.PositiveInfinity, "PageLimit"));
        Assert.NotNull(Page.Judge(float.MaxValue, "PageLimit"));
    }

    [Theory]
    [InlineData(0, true, 1d)]
    [InlineData(99, true, 50d)]
    [InlineData(double.NegativeInfinity, true, null)]
    [InlineData(double.NaN, true, null)]
    [InlineData(1e16, true, null)]
    public void The_nearest_accepted_number_is_the_bound(double number, bool isWhole, double? nearest) => Assert.Equal(nearest, Page.Nearest(number, isWhole));

    [Theory]
    [InlineData(7, 5d)]
    [InlineData(8, 10d)]
    [InlineData(7.5, null)]
    [InlineData(-1, 0d)]
    [InlineData(104, 100d)]
    public void The_nearest_multiple_is_given_where_there_is_one(double number, double? nearest) =>
        Assert.Equal(nearest, new NumberRule(0, 100, multipleOf: 5).Nearest(number, isWhole: true));

    [Theory]
    [InlineData(0, true, 1d)]
    [InlineData(10, true, 9d)]
    [InlineData(0, false, null)]
    public void Beside_an_exclusive_bound_only_whole_numbers_have_a_nearest(double number, bool isWhole, double? nearest) =>
        Assert.Equal(nearest, new NumberRule(0, 10, minimumIsExclusive: true, maximumIsExclusive: true).Nearest(number, isWhole));

    [Fact]
    public void Without_limits_every_number_fits()
    {
        Assert.Null(new NumberRule().Judge(double.MinValue, "Any"));
        Assert.Equal("NaN is no number; Any accepts anything.", new NumberRule().Judge(double.NaN, "Any"));
    }
}
