using LongRun.Http;

namespace LongRun.Tests.Http;

public sealed class RequestUriTests
{
    [Fact]
    public void A_segment_is_escaped()
    {
        var uri = new RequestUri("tasks/");
        uri.AppendSegment("a/b?c#d é", "taskId");

        Assert.Equal("tasks/a%2Fb%3Fc%23d%20%C3%A9", uri.ToStringAndClear());
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    public void A_segment_that_would_name_another_resource_is_refused(string id)
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(() =>
        {
            var uri = new RequestUri("tasks/");
            uri.AppendSegment(id, "taskId");
        });

        Assert.Equal("taskId", exception.ParamName);
    }

    [Fact]
    public void A_segment_that_is_null_is_refused()
    {
        Assert.Throws<ArgumentNullException>("taskId", () =>
        {
            var uri = new RequestUri("tasks/");
            uri.AppendSegment<string?>(null, "taskId");
        });
    }

    [Fact]
    public void Query_parameters_are_joined_and_null_ones_left_out()
    {
        var uri = new RequestUri("tasks");
        uri.AppendQuery<int?>("page", 2);
        uri.AppendQuery<string>("filename", null);
        uri.AppendQuery("created_at[gte]", "a&b=c");

        Assert.Equal("tasks?page=2&created_at%5Bgte%5D=a%26b%3Dc", uri.ToStringAndClear());
    }

    [Fact]
    public void Values_are_written_as_the_wire_wants_them()
    {
        var uri = new RequestUri("x");
        uri.AppendQuery<bool?>("flag", true);
        uri.AppendQuery<double?>("number", 1234.5);
        uri.AppendQuery<DateTimeOffset?>("time", new DateTimeOffset(2024, 1, 9, 11, 11, 20, 463, TimeSpan.FromHours(9)));
        uri.AppendQuery("uri", new Uri("https://example.com/a%20b?c=d"));

        Assert.Equal(
            "x?flag=true&number=1234.5&time=2024-01-09T11%3A11%3A20.463%2B09%3A00&uri=https%3A%2F%2Fexample.com%2Fa%2520b%3Fc%3Dd",
            uri.ToStringAndClear());
    }

    [Fact]
    public void A_list_is_repeated_or_joined()
    {
        var uri = new RequestUri("x");
        uri.AppendQueryEach("each", ["a", "b,c"]);
        uri.AppendQueryJoined("joined", ["a", "b,c"]);
        uri.AppendQueryEach<string>("none", null);
        uri.AppendQueryJoined<string>("empty", []);

        Assert.Equal("x?each=a&each=b%2Cc&joined=a,b%2Cc", uri.ToStringAndClear());
    }
}
