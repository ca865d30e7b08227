using System.Globalization;

namespace LongRun.Analyzers.Tests.Differential;

/// <summary>URLs as people write them, as attackers do, and as nobody does.</summary>
internal static class GeneratedUrls
{
    private static readonly string[] Schemes = ["https", "https", "https", "https", "http", "http", "HTTPS", "HtTp", "ftp", "file", "gopher", "ws", "data", "javascript", "x-a.b+c", "1http", "ht tp", "", "hťtps"];

    private static readonly string[] Separators = ["://", "://", "://", "://", "://", "://", "://", "://", ":", ":/", ":///", "//", ":\\\\", "", "：//"];

    private static readonly string[] Users = ["", "", "", "", "", "", "", "user@", "user:secret@", "a@b@", "www.youtube.com@", "youtube.com:443@", "%40@", "@", ":@", "us er@", "ü@", "a:b:c@", "[x]@", "evil.example%2F@"];

    private static readonly string[] Hosts =
    [
        "youtube.com", "www.youtube.com", "m.youtube.com", "youtu.be", "www.youtube-nocookie.com", "WWW.YouTube.COM", "www.youtube.com.", "youtube.com..",
        "youtube.com.evil.example", "evilyoutube.com", "www.youtu.be", "youtube.example", "yоutube.com", "youtübe.com", "ｗｗｗ.ｙｏｕｔｕｂｅ.com", "youtu。be", "youtu．be", "www.you%74ube.com", "you\u00adtube.com", "you\u200btube.com",
        "bücher.example", "BÜCHER.example", "www.Bücher.example", "bu\u0308cher.example", "xn--bcher-kva.example", "XN--BCHER-KVA.example", "www.xn--bcher-kva.example", "bucher.example", "xn--.example", "xn--a.example", "xn--bcher-kv.example", "xn--ls8h.example",
        "straße.example", "faß.de", "пример.рф", "例え.テスト", "مثال.إختبار", "א.example", "1א.example", "💧.example", "☃.net", "İ.example", "ı.example", "ſ.example", "\u212a.example", "a\u0301.example", "\u0301a.example", "a\u200d.example", "\u202eexample.com", "\ufeffexample.com", "\ud800.example", "\udc00\ud800.example", "a\u0000b.example", "ab--cd.example", "ü-.example", "-ü.example",
        "localhost", "a", "a.b.c.d.e.f", "a_b.example", "_dmarc.example", "-a.example", "a-.example", "a--b.example", "-", "--", "_", "a..b", ".example", ".", "..", "", " ", "ex ample.com", "example.com\t", "exa<mple.com", "exa|mple.com", "exa^mple.com", "exa`mple.com", "exa{mple}.com", "exa*mple.com", "*.example", "exa!mple.com", "exa'mple.com", "exa,mple.com", "exa;mple.com", "exa=mple.com", "exa+mple.com", "exa~mple.com", "exa$mple.com", "exa&mple.com", "exa(mple).com",
        "127.0.0.1", "127.0.0.1.", "127.1", "127.0.1", "127.0.0.01", "0127.0.0.1", "0x7f.0.0.1", "0x7f000001", "2130706433", "0", "1", "4294967296", "256.1.1.1", "1.2.3.4.5", "1.2.3.256", "1.2.3", "1.2.3.4a", "a.1", "a.0x1", "1.a", "0x", "a.0x", "999999999999", "１２７.0.0.1", "127。0。0。1",
        "[::1]", "[2001:db8::1]", "[2001:DB8::1]", "[2001:0db8:0:0:0:0:0:1]", "[::]", "[::ffff:1.2.3.4]", "[::ffff:1.2.3.400]", "[fe80::1%25eth0]", "[fe80::1%eth0]", "[1::2::3]", "[1:2:3:4:5:6:7:8]", "[1:2:3:4:5:6:7:8:9]", "[1:2:3:4:5:6:7]", "[12345::]", "[g::1]", "[::1", "::1", "[]", "[:]", "[:::]", "[1.2.3.4]", "[v1.a:b]", "[::1]x", "x[::1]", "[[::1]]", "[::1/64]", "[::1.2.3]", "[ ::1]",
    ];

    private static readonly string[] Ports = ["", "", "", "", "", "", "", "", ":443", ":80", ":8080", ":", ":65535", ":65536", ":0", ":00443", ":0000000000443", ":-1", ":+80", ":abc", ": 80", ":8 0", ":٨٠", ":99999999999", ":80:80", ":1.5", ":0x50"];

    private static readonly string[] Paths =
    [
        "/watch?v=dQw4w9WgXcQ", "/watch?v=dQw4w9WgXcQ", "/watch/?app=desktop&v=dQw4w9WgXcQ&t=1s", "/dQw4w9WgXcQ", "/dQw4w9WgXcQ", "/shorts/dQw4w9WgXcQ", "/embed/dQw4w9WgXcQ?start=1", "/watch?v=short", "/watch?V=dQw4w9WgXcQ", "/%77atch?%76=dQw4w9WgXc%51", "/watch?v=%ZZw4w9WgXcQ", "/watch?v=dQw4w9WgXcQ%0A", "/watch?v=first&v=dQw4w9WgXcQ",
        "", "/", "//", "/playlist?list=PL1", "/@someone", "/results?search_query=a+b", "/a/../watch?v=dQw4w9WgXcQ", "/../../../", "/./", "/%2e%2e/x", "/a%2Fb", "?v=dQw4w9WgXcQ", "#v", "?", "/?", "/#", "/watch#v=dQw4w9WgXcQ", "/a b", "/a\tb", "/a\nb", "/a\0b", "/a\u007fb", "/a\u0085b", "/a\u00a0b", "/a\u2028b", "/é", "/💧", "/\ud83d", "/\udca7", "/%", "/%4", "/%zz", "/%C3%28", "/a\\b", "/<b>", "/\"", "/{id}", "/|", "/^", "/[x]", "/a;b=c", "/:80", "/a@b", "/https://youtu.be/dQw4w9WgXcQ", "/\u202e", "/＂", "?q=\ud800", "#\ud800", "?💧", "#é", "/watch?v=ｄQw4w9WgXcQ",
    ];

    private const string NastyCharacters = " \t\n\r\0\u001b\u007f\u0085\u00a0\u00ad\u061c\u200b\u200d\u200e\u2028\u2029\u202e\u3000\u3002\ufeff\ufffe\uffff\ud800\udfff\ue000éßſKİ٣१１．／？＃＠：\\\"<>{}|^`%[]@:/?#&=+*!$'(),;~._-aZ0";

    internal static string Next(Random random)
    {
        string url = random.NextDouble() switch
        {
            // An address of a video, and one that is hardly another.
            < 0.2 => random.OneOf("https://www.youtube.com/watch?v=", "https://youtu.be/", "http://m.youtube.com/watch?app=desktop&v=", "https://www.youtube.com/shorts/") + Id(random),
            < 0.24 => "https://" + RandomHost(random) + random.OneOf(Paths),
            < 0.26 => random.OneOf("https://a.example/", "https://www.youtube.com/watch?v=", "https://" + new string('a', 300) + ".", "https://u@") + new string(random.OneOf('a', 'é', '%'), random.OneOf(54, 61, 255, 2000, 65490, 65519, 70000)),
            < 0.3 => Garbage(random, random.Next(0, 12)),
            _ => random.OneOf(Schemes) + random.OneOf(Separators) + random.OneOf(Users) + random.OneOf(Hosts) + random.OneOf(Ports) + random.OneOf(Paths),
        };
        return random.Chance(0.3) ? Mutate(random, url) : url;
    }

    private static string Id(Random random) =>
        new([.. Enumerable.Range(0, random.Chance(0.8) ? 11 : random.Next(13)).Select(_ => random.OneOf("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".ToCharArray()))]);

    // Labels of all lengths around the longest, from letters that are allowed, odd, or of several scripts.
    private static string RandomHost(Random random)
    {
        string alphabet = random.OneOf("abcxyz0123456789-", "abc-_", "ab１", "ab\ufe0f", "0123456789", "0123456789abcdefx", "äöüßçñ", "абв", "אבג1", "一二三", "aäא一-");
        IEnumerable<string> labels = Enumerable.Range(0, random.OneOf(1, 2, 2, 3, 4, 5, 40)).Select(_ =>
            new string([.. Enumerable.Range(0, random.OneOf(1, 2, 3, 5, 20, 57, 59, 62, 63, 64)).Select(_ => alphabet[random.Next(alphabet.Length)])]));
        return string.Join(random.Chance(0.95) ? "." : "。", labels) + (random.Chance(0.1) ? "." : "");
    }

    private static string Garbage(Random random, int length) =>
        new([.. Enumerable.Range(0, length).Select(_ => random.Chance(0.8) ? NastyCharacters[random.Next(NastyCharacters.Length)] : (char)random.Next(char.MaxValue + 1))]);

    private static string Mutate(Random random, string url)
    {
        int at = random.Next(Math.Min(url.Length, 60) + 1);
        return random.Next(5) switch
        {
            0 => url.Insert(at, Garbage(random, 1)),
            1 when at < url.Length => url.Remove(at, 1),
            2 when at < url.Length => url[..at] + char.ToString(url[at]).ToUpper(CultureInfo.InvariantCulture) + url[(at + 1)..],
            3 when at < url.Length => url[..at] + Garbage(random, 1) + url[(at + 1)..],
            4 => random.OneOf(" " + url, url + " ", url + "\n", url[..at]),
            _ => url,
        };
    }
}
