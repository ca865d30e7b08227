using LongRun.CodeFixes.Constraints;

namespace LongRun.Analyzers.Tests.Constraints;

/// <content>What a mended URL looks like, in each form of writing one.</content>
public sealed partial class WrongUrlPlaceTests
{
    [Theory]
    [InlineData("\"http://youtu.be/dQw4w9WgXcQ\"", "\"https://youtu.be/dQw4w9WgXcQ\"")]
    [InlineData("\"HTTP://youtu.be/dQw4w9WgXcQ\"", "\"https://youtu.be/dQw4w9WgXcQ\"")]
    [InlineData("@\"http://youtu.be/dQw4w9WgXcQ\"", "@\"https://youtu.be/dQw4w9WgXcQ\"")]
    [InlineData("\"http:\\u002f/youtu.be/dQw4w9WgXcQ\"", "\"https://youtu.be/dQw4w9WgXcQ\"")]
    [InlineData("(\"http://youtu.be/\") + text", "(\"https://youtu.be/\") + text")]
    [InlineData("\"http\" + \"://youtu.be/\" + text", "\"https\" + \"://youtu.be/\" + text")]
    [InlineData("$\"http://youtu.be/{text}\"", "$\"https://youtu.be/{text}\"")]
    [InlineData("$\"http://youtu.be/dQw4w9WgXc\" + 'Q'", "$\"https://youtu.be/dQw4w9WgXc\" + 'Q'")]
    [InlineData("\"https://www.yuo\" + \"tube.com/watch?v=\" + text", "\"https://www.you\" + \"tube.com/watch?v=\" + text")]
    [InlineData("\"https://yuotube.com/watch?v=dQw4w9WgXcQ\"", "\"https://youtube.com/watch?v=dQw4w9WgXcQ\"")]
    [InlineData("\"https://m.eu.yuotube.com/watch?v=dQw4w9WgXcQ\"", "\"https://m.eu.youtube.com/watch?v=dQw4w9WgXcQ\"")]
    [InlineData("\"https://YUOTUBE.com/watch?v=dQw4w9WgXcQ\"", "\"https://youtube.com/watch?v=dQw4w9WgXcQ\"")]
    public Task Is_mended(string before, string after) => MendsAsync<WrongUrlPlaceCodeFix>($"await api.ImportAsync([|{before}|]);", $"await api.ImportAsync({after});");

    [Theory]
    [InlineData("\"https://www.yu\" + \"otube.com/watch?v=\" + text")]
    [InlineData("\"http://vimeo.com/1\"")]
    [InlineData("\"ftp://youtu.be/dQw4w9WgXcQ\"")]
    [InlineData("\"http\\u003a//youtu.be/\" + \"dQw4w9WgXcQ\"")]
    public Task Is_not_mended(string url) => OffersNothingAsync<WrongUrlPlaceCodeFix>($"await api.ImportAsync([|{url}|]);");

    [Theory]
    [InlineData("new Uri(\"http://youtube.com/watch?v=dQw4w9WgXcQ\", UriKind.Absolute)", "new Uri(\"https://youtube.com/watch?v=dQw4w9WgXcQ\", UriKind.Absolute)")]
    [InlineData("new(\"http://youtube.com/watch?v=dQw4w9WgXcQ\")", "new(\"https://youtube.com/watch?v=dQw4w9WgXcQ\")")]
    public Task Of_a_uri_is_mended(string before, string after) => MendsAsync<WrongUrlPlaceCodeFix>(
        $"Show([|{before}|]); void Show([UrlConstraint(Schemes = new[] {{ \"https\" }}, Hosts = new[] {{ \"youtube.com\" }})] Uri url) {{ }}",
        $"Show({after}); void Show([UrlConstraint(Schemes = new[] {{ \"https\" }}, Hosts = new[] {{ \"youtube.com\" }})] Uri url) {{ }}");

    [Fact]
    public Task The_other_scheme_may_be_the_right_one() => MendsAsync<WrongUrlPlaceCodeFix>(
        """Show([|"https://a.example/"|]); void Show([UrlConstraint(Schemes = new[] { "http" })] string url) { }""",
        """Show("http://a.example/"); void Show([UrlConstraint(Schemes = new[] { "http" })] string url) { }""");
}
