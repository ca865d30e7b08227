using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using LongRun.Serialization;

namespace LongRun.Tests.Serialization;

public sealed partial class Rfc3339DateTimeOffsetConverterTests
{
    [Theory]
    [InlineData("2023-10-11T05:20:05Z", "2023-10-11T05:20:05.0000000+00:00")]
    [InlineData("2023-10-11T05:25:47.66Z", "2023-10-11T05:25:47.6600000+00:00")]
    [InlineData("2023-10-11T05:20:05.975Z", "2023-10-11T05:20:05.9750000+00:00")]
    [InlineData("2022-08-01T17:22:18.372553+09:00", "2022-08-01T17:22:18.3725530+09:00")]
    [InlineData("2022-08-01T17:22:18.372553+0900", "2022-08-01T17:22:18.3725530+09:00")]
    [InlineData("2022-08-01T17:22:18.1-05:30", "2022-08-01T17:22:18.1000000-05:30")]
    [InlineData("2022-08-01T17:22:18.123456789Z", "2022-08-01T17:22:18.1234567+00:00")]
    [InlineData("2022-08-01T17:22:18.123456789012345678901Z", "2022-08-01T17:22:18.1234567+00:00")]
    [InlineData("2022-08-01t17:22:18z", "2022-08-01T17:22:18.0000000+00:00")]
    [InlineData("2022-08-01 17:22:18Z", "2022-08-01T17:22:18.0000000+00:00")]
    [InlineData("2022-08-01T17:22:18", "2022-08-01T17:22:18.0000000+00:00")]
    [InlineData("2022-08-01T17:22:18.5", "2022-08-01T17:22:18.5000000+00:00")]
    public void A_time_is_read_with_any_fraction_and_offset(string text, string expected)
    {
        Times times = JsonSerializer.Deserialize($$"""{"At":"{{text}}"}""", TimesContext.Default.Times)!;

        Assert.Equal(expected, times.At!.Value.ToString("o", CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("\"\"")]
    [InlineData("\"yesterday\"")]
    [InlineData("\"2022-13-01T00:00:00Z\"")]
    [InlineData("1718777276")]
    [InlineData("true")]
    public void What_is_no_time_is_an_error_that_names_it(string json)
    {
        JsonException exception = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize($$"""{"At":{{json}}}""", TimesContext.Default.Times));

        Assert.Contains("RFC 3339", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_time_is_null()
    {
        Assert.Null(JsonSerializer.Deserialize("""{"At":null}""", TimesContext.Default.Times)!.At);
    }

    [Fact]
    public void A_time_is_written_so_that_it_reads_back()
    {
        var time = new DateTimeOffset(2024, 2, 29, 23, 59, 59, TimeSpan.FromHours(-3)).AddTicks(1);
        string json = JsonSerializer.Serialize(new Times { At = time }, TimesContext.Default.Times);

        Assert.Equal(time, JsonSerializer.Deserialize(json, TimesContext.Default.Times)!.At);
    }

    internal sealed class Times
    {
        public DateTimeOffset? At { get; set; }
    }

    [JsonSourceGenerationOptions(Converters = [typeof(Rfc3339DateTimeOffsetConverter)])]
    [JsonSerializable(typeof(Times))]
    internal sealed partial class TimesContext : JsonSerializerContext;
}
