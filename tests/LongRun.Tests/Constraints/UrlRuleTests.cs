using LongRun.Constraints;

namespace LongRun.Tests.Constraints;

public sealed class UrlRuleTests
{
    private const string Id = "dQw4w9WgXcQ";

    private static readonly UrlRule YouTube = new(
        "YouTube",
        ["https", "http"],
        ["youtube.com", "*.youtube.com", "youtu.be", "youtube-nocookie.com", "*.youtube-nocookie.com"],
        ["youtu.be/{id}", "*/watch?v={id}", "*/shorts/{id}", "*/embed/{id}", "*/live/{id}", "*/v/{id}"],
        "^[A-Za-z0-9_-]{11}$");

    [Theory]
    [InlineData("https://www.youtube.com/watch?v=dQw4w9WgXcQ")]
    [InlineData("http://youtube.com/watch?v=dQw4w9WgXcQ")]
    [InlineData("https://m.youtube.com/watch?app=desktop&v=dQw4w9WgXcQ&t=10s")]
    [InlineData("https://www.youtube.com/watch/?v=dQw4w9WgXcQ")]
    [InlineData("https://www.youtube.com/watch?v=dQw4w9WgXcQ#t=1m")]
    [InlineData("https://www.youtube.com/watch?&&v=dQw4w9WgXcQ&")]
    [InlineData("HTTPS://WWW.YOUTUBE.COM/watch?v=dQw4w9WgXcQ")]
    [InlineData("https://www.youtube.com./watch?v=dQw4w9WgXcQ")]
    [InlineData("https://www.youtube.com:443/watch?v=dQw4w9WgXcQ")]
    [InlineData("http://www.youtube.com:80/watch?v=dQw4w9WgXcQ")]
    [InlineData("https://www.youtube.com:/watch?v=dQw4w9WgXcQ")]
    [InlineData("https://someone@www.youtube.com/watch?v=dQw4w9WgXcQ")]
    [InlineData("https://www.youtube.com/%77atch?%76=dQw4w9WgXc%51")]
    [InlineData("https://www.youtube.com/a/../watch?v=dQw4w9WgXcQ")]
    [InlineData("https://www.youtube.com/./watch?v=dQw4w9WgXcQ")]
    [InlineData("https://youtu.be/dQw4w9WgXcQ")]
    [InlineData("https://youtu.be/dQw4w9WgXcQ/?si=x")]
    [InlineData("https://youtu.be/watch?v=dQw4w9WgXcQ")]
    [InlineData("https://youtube.com/shorts/dQw4w9WgXcQ?feature=share")]
    [InlineData("https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ")]
    [InlineData("https://www.youtube.com/live/dQw4w9WgXcQ")]
    [InlineData("https://www.youtube.com/v/dQw4w9WgXcQ")]
    [InlineData("https://ｗｗｗ.ｙｏｕｔｕｂｅ.com/watch?v=dQw4w9WgXcQ")]
    public void Address_of_one_video_is_accepted_with_its_id(string url)
    {
        UrlVerdict verdict = YouTube.Judge(url);

        Assert.Equal(UrlVerdictKind.Accepted, verdict.Kind);
        Assert.Equal(Id, verdict.Id);
        Assert.Equal("", verdict.Message);
        Assert.True(verdict is { IsAccepted: true, IsAdvice: false, IsViolation: false });
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("www.youtube.com/watch?v=dQw4w9WgXcQ")]
    [InlineData("//www.youtube.com/watch?v=dQw4w9WgXcQ")]
    [InlineData("/watch?v=dQw4w9WgXcQ")]
    [InlineData("https:www.youtube.com/watch?v=dQw4w9WgXcQ")]
    [InlineData("https:/www.youtube.com/watch?v=dQw4w9WgXcQ")]
    [InlineData("https://")]
    [InlineData("https:///watch?v=dQw4w9WgXcQ")]
    [InlineData("https://?v=dQw4w9WgXcQ")]
    [InlineData("https://someone@/watch")]
    [InlineData("://www.youtube.com")]
    [InlineData("1https://www.youtube.com")]
    [InlineData("javascript:alert(1)")]
    [InlineData("localhost:8080/x")]
    [InlineData(" https://www.youtube.com/watch?v=dQw4w9WgXcQ")]
    [InlineData("https://www.youtube.com/watch?v=dQw4w9WgXcQ\n")]
    [InlineData("https://www.you tube.com/watch?v=dQw4w9WgXcQ")]
    [InlineData("https://www.youtube.com\\@evil.example/watch?v=dQw4w9WgXcQ")]
    [InlineData("https://www..youtube.com/watch?v=dQw4w9WgXcQ")]
    [InlineData("https://.youtube.com/watch?v=dQw4w9WgXcQ")]
    [InlineData("https://www.you%74ube.com/watch?v=dQw4w9WgXcQ")]
    [InlineData("https://www.youtube.com:https/watch?v=dQw4w9WgXcQ")]
    [InlineData("https://www.youtube.com:65536/watch?v=dQw4w9WgXcQ")]
    [InlineData("https://[::1/watch?v=dQw4w9WgXcQ")]
    [InlineData("https://[]/watch?v=dQw4w9WgXcQ")]
    [InlineData("https://[:]/")]
    [InlineData("https://[:::]/")]
    [InlineData("https://[1:2:3:4:5:6:7]/")]
    [InlineData("https://[1:2:3:4:5:6:7::8]/")]
    [InlineData("https://[1::2::3]/")]
    [InlineData("https://[12345::]/")]
    [InlineData("https://[g::]/")]
    [InlineData("https://[::1.2.3]/")]
    [InlineData("https://[::1.2.3.256]/")]
    [InlineData("https://[::1.2.3.0004]/")]
    [InlineData("https://[::1.2..4]/")]
    [InlineData("https://[1.2.3.4::]/")]
    [InlineData("https://[::1/64]/")]
    [InlineData("https://[fe80::1%25eth0]/")]
    [InlineData("https://[v1.a:b]/")]
    [InlineData("https://[1.2.3.4]/")]
    [InlineData("https://[::1]x/")]
    [InlineData("https://127.1/")]
    [InlineData("https://127.0.0.01/")]
    [InlineData("https://0x7f.0.0.1/")]
    [InlineData("https://2130706433/")]
    [InlineData("https://256.0.0.1/")]
    [InlineData("https://1.2.3.4.5/")]
    [InlineData("https://www.youtube.1/")]
    [InlineData("https://_dmarc.example/")]
    [InlineData("https://-a.example/")]
    [InlineData("https://you\u00adtube.com/watch?v=dQw4w9WgXcQ")]
    [InlineData("https://bücher\u202e.example/")]
    [InlineData("gopher://c:/x")]
    [InlineData("https://youtu。be/dQw4w9WgXcQ")]
    [InlineData("https://youtu．be/dQw4w9WgXcQ")]
    [InlineData("https://a@b@www.youtube.com/")]
    [InlineData("https://a@www.youtube.com@evil.example/")]
    [InlineData("file://someone@server.example/x")]
    [InlineData("file://server.example:80/x")]
    [InlineData("mailto://server.example/")]
    [InlineData("x://server.example/")]
    public void Text_that_is_no_absolute_url_is_a_violation(string? url)
    {
        UrlVerdict verdict = YouTube.Judge(url);

        Assert.Equal(UrlVerdictKind.NotAUrl, verdict.Kind);
        Assert.True(verdict.IsViolation);
        Assert.Null(verdict.Id);
        Assert.NotEmpty(verdict.Message);
    }

    [Theory]
    [InlineData("ftp://www.youtube.com/watch?v=dQw4w9WgXcQ")]
    [InlineData("file://youtube.com/watch?v=dQw4w9WgXcQ")]
    public void Wrong_scheme_is_a_violation(string url)
    {
        UrlVerdict verdict = YouTube.Judge(url);

        Assert.Equal(UrlVerdictKind.WrongScheme, verdict.Kind);
        Assert.EndsWith("is not accepted in a YouTube URL; accepted: https, http.", verdict.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://vimeo.com/1084537", "vimeo.com")]
    [InlineData("https://youtube.com.evil.example/watch?v=dQw4w9WgXcQ", "youtube.com.evil.example")]
    [InlineData("https://evilyoutube.com/watch?v=dQw4w9WgXcQ", "evilyoutube.com")]
    [InlineData("https://www.youtube.com@evil.example/watch?v=dQw4w9WgXcQ", "evil.example")]
    [InlineData("https://www.youtube.com:443@evil.example/watch?v=dQw4w9WgXcQ", "evil.example")]
    [InlineData("https://www.youtu.be/dQw4w9WgXcQ", "www.youtu.be")]
    [InlineData("https://youtübe.com/watch?v=dQw4w9WgXcQ", "xn--youtbe-6ya.com")]
    [InlineData("https://evil.example/https://www.youtube.com/watch?v=dQw4w9WgXcQ", "evil.example")]
    [InlineData("https://evil.example?www.youtube.com/watch?v=dQw4w9WgXcQ", "evil.example")]
    [InlineData("https://evil.example#www.youtube.com/watch?v=dQw4w9WgXcQ", "evil.example")]
    [InlineData("https://127.0.0.1/watch?v=dQw4w9WgXcQ", "127.0.0.1")]
    [InlineData("https://[::1]:443/watch?v=dQw4w9WgXcQ", "[::1]")]
    [InlineData("https://[2001:DB8::1.2.3.4]/", "[2001:db8::102:304]")]
    [InlineData("https://[1:0:0:2:0:0:0:3]/", "[1:0:0:2::3]")]
    [InlineData("https://[1:0:2:3:4:5:6:7]/", "[1:0:2:3:4:5:6:7]")]
    [InlineData("https://[0:0:0:0:0:0:0:0]/", "[::]")]
    [InlineData("https://[1::]/", "[1::]")]
    [InlineData("https://you_tube.com-/", "you_tube.com-")]
    public void Wrong_host_is_a_violation(string url, string host)
    {
        UrlVerdict verdict = YouTube.Judge(url);

        Assert.Equal((UrlVerdictKind.WrongHost, host), (verdict.Kind, verdict.Host));
        Assert.StartsWith($"'{host}' is not a YouTube host; accepted: youtube.com, ", verdict.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://www.youtube.com")]
    [InlineData("https://www.youtube.com/")]
    [InlineData("https://www.youtube.com/watch")]
    [InlineData("https://www.youtube.com/watch?v=")]
    [InlineData("https://www.youtube.com/watch?V=dQw4w9WgXcQ")]
    [InlineData("https://www.youtube.com/Watch?v=dQw4w9WgXcQ")]
    [InlineData("https://www.youtube.com/watch#v=dQw4w9WgXcQ")]
    [InlineData("https://www.youtube.com/watch%3Fv=dQw4w9WgXcQ")]
    [InlineData("https://www.youtube.com/watch?x=1%26v=dQw4w9WgXcQ")]
    [InlineData("https://www.youtube.com//watch?v=dQw4w9WgXcQ")]
    [InlineData("https://www.youtube.com/shorts%2FdQw4w9WgXcQ")]
    [InlineData("https://www.youtube.com/playlist?list=PL1234567890")]
    [InlineData("https://www.youtube.com/@someone")]
    [InlineData("https://www.youtube.com/results?search_query=x")]
    [InlineData("https://www.youtube.com:8443/watch?v=dQw4w9WgXcQ")]
    [InlineData("https://youtu.be/")]
    public void Right_host_with_another_form_is_advice(string url)
    {
        UrlVerdict verdict = YouTube.Judge(url);

        Assert.Equal(UrlVerdictKind.UnknownForm, verdict.Kind);
        Assert.True(verdict is { IsAdvice: true, IsViolation: false, IsAccepted: false });
        Assert.Contains("one YouTube item", verdict.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://www.youtube.com/watch?v=short")]
    [InlineData("https://www.youtube.com/watch?v=dQw4w9WgXcQQ")]
    [InlineData("https://www.youtube.com/watch?v=dQw4w9WgXc!")]
    [InlineData("https://www.youtube.com/watch?v=dQw4w9WgXcQ%0A")]
    [InlineData("https://www.youtube.com/watch?v=first&v=dQw4w9WgXcQ")]
    [InlineData("https://youtu.be/%zzw4w9WgXcQ")]
    public void Id_that_does_not_look_like_one_is_advice(string url)
    {
        UrlVerdict verdict = YouTube.Judge(url);

        Assert.Equal(UrlVerdictKind.UnlikelyId, verdict.Kind);
        Assert.True(verdict.IsAdvice);
        Assert.Null(verdict.Id);
    }

    [Fact]
    public void Text_that_is_longer_than_any_url_is_none()
    {
        const int Longest = 65519;
        string url = "https://youtu.be/" + new string('a', Longest);

        Assert.Equal(UrlVerdictKind.UnlikelyId, YouTube.Judge(url[..Longest]).Kind);
        Assert.Equal(UrlVerdictKind.NotAUrl, YouTube.Judge(url[..(Longest + 1)]).Kind);
    }

    [Fact]
    public void Label_of_another_alphabet_is_as_long_as_the_platform_takes_it()
    {
        var rule = new UrlRule();

        Assert.True(rule.Judge("https://" + new string('б', 29) + ".example/").IsAccepted);
        Assert.False(rule.Judge("https://" + new string('б', 30) + ".example/").IsAccepted);
        Assert.True(rule.Judge("https://" + new string('a', 57) + "１.example/").IsAccepted);
        Assert.False(rule.Judge("https://" + new string('a', 58) + "１.example/").IsAccepted);
        Assert.True(rule.Judge("https://" + new string('a', 63) + ".example/").IsAccepted);
    }

    [Fact]
    public void Addresses_are_compared_however_they_are_written()
    {
        var rule = new UrlRule(hosts: ["[2001:db8::1]", "127.0.0.1"]);

        Assert.True(rule.Judge("https://[2001:0DB8:0:0::0:1]/").IsAccepted);
        Assert.True(rule.Judge("https://[2001:db8:0:0:0:0:0.0.0.1]:80/").IsAccepted);
        Assert.True(rule.Judge("https://127.0.0.1./").IsAccepted);
        Assert.True(rule.Judge("https://１２７.0.0.1/").IsAccepted);
        Assert.False(rule.Judge("https://[2001:db8::2]/").IsAccepted);
    }

    [Fact]
    public void Rule_without_limits_accepts_every_url()
    {
        var rule = new UrlRule(null, null, null, null, null);

        Assert.True(rule.Judge("gopher://somewhere.example/x").IsAccepted);
        Assert.True(rule.Judge("https://[2001:db8::1]:8080/").IsAccepted);
        Assert.False(rule.Judge("somewhere").IsAccepted);
    }

    [Theory]
    [InlineData("youtube.com/watch?v=", UrlVerdictKind.NotAUrl)]
    [InlineData("/watch?v=", UrlVerdictKind.NotAUrl)]
    [InlineData("https:/youtu.be/", UrlVerdictKind.NotAUrl)]
    [InlineData("1https", UrlVerdictKind.NotAUrl)]
    [InlineData("://", UrlVerdictKind.NotAUrl)]
    [InlineData("https:///", UrlVerdictKind.NotAUrl)]
    [InlineData("https://youtu.be/a b", UrlVerdictKind.NotAUrl)]
    [InlineData("ftp://youtu.be/", UrlVerdictKind.WrongScheme)]
    [InlineData("https://vimeo.com/", UrlVerdictKind.WrongHost)]
    [InlineData("https://youtu.be@vimeo.com/", UrlVerdictKind.WrongHost)]
    [InlineData("https://youtu.be/", UrlVerdictKind.Accepted)]
    [InlineData("https://www.youtube.com/playlist?list=", UrlVerdictKind.Accepted)]
    [InlineData("https://vimeo.com", UrlVerdictKind.Accepted)]
    [InlineData("https://vimeo.com?v=", UrlVerdictKind.Accepted)]
    [InlineData("ftp://", UrlVerdictKind.Accepted)]
    [InlineData("https:/", UrlVerdictKind.Accepted)]
    [InlineData("https:", UrlVerdictKind.Accepted)]
    [InlineData("https", UrlVerdictKind.Accepted)]
    [InlineData("youtu", UrlVerdictKind.Accepted)]
    [InlineData("", UrlVerdictKind.Accepted)]
    public void Beginning_is_judged_by_what_nothing_after_it_can_mend(string head, UrlVerdictKind kind) =>
        Assert.Equal(kind, YouTube.JudgeHead(head).Kind);

    [Fact]
    public void Whoever_takes_the_url_is_named_in_a_sentence()
    {
        Assert.Equal("'vimeo.com' is not a YouTube host; Request.Url accepts youtube.com, youtu.be and youtube-nocookie.com.", YouTube.Judge("https://vimeo.com/1", "Request.Url").Message);
        Assert.Equal("'ftp' is not accepted in a YouTube URL; Request.Url accepts https and http.", YouTube.JudgeHead("ftp://youtu.be/", "Request.Url").Message);
        Assert.Equal("The URL is empty.", YouTube.Judge(null, "Request.Url").Message);
        Assert.EndsWith("it may be refused. One looks like youtu.be/{id}.", YouTube.Judge("https://www.youtube.com/@someone").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Messages_stay_on_one_line()
    {
        Assert.Equal("'a\\nb\\t\\u0000' has white space inside.", YouTube.Judge("a\nb\t\0").Message);
        Assert.Equal("'\ud83d\ude00 \\ud83d' has white space inside.", YouTube.Judge("\ud83d\ude00 \ud83d").Message);
    }

    [Fact]
    public void Messages_leave_out_the_end_of_a_long_url() =>
        Assert.StartsWith($"'https://youtu.be/{new string('x', 200 - "https://youtu.be/".Length)}…' does not look like", YouTube.Judge("https://youtu.be/" + new string('x', 10_000) + "/y").Message, StringComparison.Ordinal);

    [Fact]
    public void Messages_do_without_the_provider()
    {
        var rule = new UrlRule(null, ["https"], ["a.example"], ["*/{id}"], "^[0-9]+$");

        Assert.Equal("'http' is not accepted in a URL; accepted: https.", rule.Judge("http://a.example/1").Message);
        Assert.Equal("'b.example' is not a host; accepted: a.example.", rule.Judge("https://b.example/1").Message);
        Assert.Equal("'x' in 'https://a.example/x' does not look like an id; it may be refused.", rule.Judge("https://a.example/x").Message);
    }

    [Fact]
    public void Hosts_of_the_rule_may_be_written_in_any_form()
    {
        var rule = new UrlRule(null, null, ["BÜCHER.example", "*.xn--bcher-kva.example"], null, null);

        Assert.True(rule.Judge("https://bücher.example/").IsAccepted);
        Assert.True(rule.Judge("https://xn--bcher-kva.example/").IsAccepted);
        Assert.True(rule.Judge("https://www.Bücher.example/").IsAccepted);
        Assert.False(rule.Judge("https://bucher.example/").IsAccepted);
    }

    [Fact]
    public void Hole_may_have_text_around_it()
    {
        var rule = new UrlRule(null, null, null, ["a.example/v-{id}.html?kind=video"], null);

        Assert.Equal("42", rule.Judge("https://a.example/v-42.html?x=1&kind=video").Id);
        Assert.False(rule.Judge("https://a.example/v-.html?kind=video").IsAccepted);
        Assert.False(rule.Judge("https://a.example/v-42.html?kind=audio").IsAccepted);
        Assert.False(rule.Judge("https://b.example/v-42.html?kind=video").IsAccepted);
    }

    [Theory]
    [InlineData("(")]
    [InlineData("^(a+)+$")]
    public void Pattern_that_cannot_be_used_accepts_every_id(string pattern)
    {
        var rule = new UrlRule(null, null, null, ["*/{id}"], pattern);

        Assert.True(rule.Judge("https://a.example/" + new string('a', 40) + "!").IsAccepted);
    }
}
