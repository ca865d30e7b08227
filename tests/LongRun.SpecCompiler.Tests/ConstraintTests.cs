namespace LongRun.SpecCompiler.Tests;

public sealed class ConstraintTests
{
    [Theory]
    [InlineData("type: integer, minimum: 1, maximum: 50", "NumberConstraint(Minimum = 1, Maximum = 50)")]
    [InlineData("type: number, minimum: 0.5, exclusiveMinimum: true, maximum: 1.5e3, multipleOf: 0.25", "NumberConstraint(Minimum = 0.5, Maximum = 1500, MinimumIsExclusive = true, MultipleOf = 0.25)")]
    [InlineData("type: string, minLength: 1, maxLength: 99999999999", "TextConstraint(MinLength = 1, MaxLength = 2147483647)")]
    [InlineData("type: string, pattern: '^\"\\d+\\\\$'", "TextConstraint(Pattern = \"^\\\"\\\\d+\\\\\\\\$\")")]
    [InlineData("type: array, items: { type: string }, minItems: 1, maxItems: 3, uniqueItems: true", "ItemsConstraint(MinItems = 1, MaxItems = 3, UniqueItems = true)")]
    [InlineData("type: number, minimum: 0, x-duration: { min: PT0.5S, max: PT1H30M, unit: seconds }", "DurationConstraint(MinSeconds = 0.5, MaxSeconds = 5400)")]
    [InlineData("type: string, x-available-when: succeeded", "AvailableWhenSucceeded")]
    [InlineData("type: string, format: uri, x-url: { provider: Tube, schemes: [https], hosts: ['*.tube.test'], forms: ['*/watch?v={id}'], id: '^\\w{3}$' }", "UrlConstraint(Provider = \"Tube\", Schemes = new[] { \"https\" }, Hosts = new[] { \"*.tube.test\" }, Forms = new[] { \"*/watch?v={id}\" }, IdPattern = \"^\\\\w{3}$\")")]
    [InlineData("allOf: [{ $ref: '#/components/schemas/percent' }], description: Share.", "NumberConstraint(Minimum = 0, Maximum = 100)")]
    [InlineData("type: string, x-extensible-enum: [a], minLength: 1", "")]
    [InlineData("type: string", "")]
    public void Limits_become_attributes(string schema, string expected)
    {
        using SpecRun run = SpecRun.Succeed(Documents.Schemas(
            $"thing: {{ type: object, properties: {{ it: {{ {schema} }} }} }}\npercent: {{ type: number, minimum: 0, maximum: 100 }}"));
        Assert.Equal(expected, run.Attributes("Thing", "it"));
    }

    [Fact]
    public void Numbers_are_written_the_same_in_every_culture()
    {
        System.Globalization.CultureInfo before = System.Globalization.CultureInfo.CurrentCulture;
        try
        {
            System.Globalization.CultureInfo.CurrentCulture = new System.Globalization.CultureInfo("de-DE");
            using SpecRun run = SpecRun.Succeed(Documents.Schemas("thing: { type: object, properties: { it: { type: number, minimum: -0.5, maximum: 1000.25 } } }"));
            Assert.Equal("NumberConstraint(Minimum = -0.5, Maximum = 1000.25)", run.Attributes("Thing", "it"));
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void An_empty_range_of_a_duration_is_reported() => SpecRun.Fails(
        Documents.Schemas("thing: { type: object, properties: { it: { type: number, x-duration: { §min: PT2H, max: PT4S } } } }"),
        "LRO3007",
        "The range is empty: 'min' is longer than 'max'.");

    [Fact]
    public void Media_requirements_are_attributes_of_the_client()
    {
        using SpecRun run = SpecRun.Succeed(Documents.Jobs + "\nx-media-requirements:\n  marengo: { duration: { min: PT4S, max: PT2H }, height: { min: 360 }, sizeBytes: { max: 2147483648 }, audio: { requiredWith: conversation } }\n");
        Assert.Equal(
            ["global::LongRun.Annotations.MediaRequirements(\"Marengo\", MinDurationSeconds = 4, MaxDurationSeconds = 7200, MinHeight = 360, MaxSizeBytes = 2147483648, AudioRequiredWith = \"conversation\", Source = \"API v1.2\")"],
            run.Lowered.GetProperty("x-csharp-client-attributes").EnumerateArray().Select(static item => item.GetString()));
    }
}
