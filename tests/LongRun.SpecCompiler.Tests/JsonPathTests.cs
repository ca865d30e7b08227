using System.Text.Json.Nodes;
using LongRun.SpecCompiler.Diagnostics;
using LongRun.SpecCompiler.Output;
using LongRun.SpecCompiler.Overlays.JsonPaths;
using LongRun.SpecCompiler.Reading;

namespace LongRun.SpecCompiler.Tests;

/// <summary>The examples of RFC 9535, section by section, and what is no query.</summary>
public sealed class JsonPathTests
{
    private const string Bookstore = """
        { "store": {
            "book": [
              { "category": "reference", "author": "Nigel Rees", "title": "Sayings of the Century", "price": 8.95 },
              { "category": "fiction", "author": "Evelyn Waugh", "title": "Sword of Honour", "price": 12.99 },
              { "category": "fiction", "author": "Herman Melville", "title": "Moby Dick", "isbn": "0-553-21311-3", "price": 8.99 },
              { "category": "fiction", "author": "J. R. R. Tolkien", "title": "The Lord of the Rings", "isbn": "0-395-19395-8", "price": 22.99 }
            ],
            "bicycle": { "color": "red", "price": 399 } } }
        """;

    private const string Letters = """{ "l": ["a", "b", "c", "d", "e", "f", "g"] }""";
    private const string Filtered = """
        { "a": [3, 5, 1, 2, 4, 6, { "b": "j" }, { "b": "k" }, { "b": {} }, { "b": "kilo" }],
          "o": { "p": 1, "q": 2, "r": 3, "s": 5, "t": { "u": 6 } }, "e": "f" }
        """;

    [Theory]
    [InlineData("$.store.book[*].author", """["Nigel Rees","Evelyn Waugh","Herman Melville","J. R. R. Tolkien"]""")]
    [InlineData("$..author", """["Nigel Rees","Evelyn Waugh","Herman Melville","J. R. R. Tolkien"]""")]
    [InlineData("$.store..price", "[8.95,12.99,8.99,22.99,399]")]
    [InlineData("$..book[2].author", """["Herman Melville"]""")]
    [InlineData("$..book[2].publisher", "[]")]
    [InlineData("$..book[-1].title", """["The Lord of the Rings"]""")]
    [InlineData("$..book[0,1].title", """["Sayings of the Century","Sword of Honour"]""")]
    [InlineData("$..book[:2].title", """["Sayings of the Century","Sword of Honour"]""")]
    [InlineData("$..book[?@.isbn].title", """["Moby Dick","The Lord of the Rings"]""")]
    [InlineData("$..book[?@.price<10].title", """["Sayings of the Century","Moby Dick"]""")]
    public void The_bookstore(string path, string expected) => Assert.Equal(expected, Select(Bookstore, path));

    [Fact]
    public void Every_value_of_the_bookstore()
    {
        Assert.Equal(2, JsonPath.Parse("$.store.*").Select(Read(Bookstore)).Count);
        Assert.Equal(27, JsonPath.Parse("$..*").Select(Read(Bookstore)).Count);
    }

    [Theory]
    [InlineData("""{ "k": "v" }""", "$", """[{"k":"v"}]""")]
    [InlineData("""{ "o": { "j j": { "k.k": 3 } }, "'": { "@": 2 } }""", "$.o['j j']", """[{"k.k":3}]""")]
    [InlineData("""{ "o": { "j j": { "k.k": 3 } }, "'": { "@": 2 } }""", "$.o['j j']['k.k']", "[3]")]
    [InlineData("""{ "o": { "j j": { "k.k": 3 } }, "'": { "@": 2 } }""", """$.o["j j"]["k.k"]""", "[3]")]
    [InlineData("""{ "o": { "j j": { "k.k": 3 } }, "'": { "@": 2 } }""", """$["'"]["@"]""", "[2]")]
    [InlineData("""{ "☺/\"": 1 }""", """$["\u263a\/\""]""", "[1]")]
    [InlineData("""{ "😀'": 1 }""", """$['\uD83D\uDE00\'']""", "[1]")]
    [InlineData("""{ "größe_2": 1 }""", "$.größe_2", "[1]")]
    [InlineData("""{ "o": { "j": 1, "k": 2 }, "a": [5, 3] }""", "$[*]", """[{"j":1,"k":2},[5,3]]""")]
    [InlineData("""{ "o": { "j": 1, "k": 2 }, "a": [5, 3] }""", "$.o[*]", "[1,2]")]
    [InlineData("""{ "o": { "j": 1, "k": 2 }, "a": [5, 3] }""", "$.o[*, *]", "[1,2,1,2]")]
    [InlineData("""{ "o": { "j": 1, "k": 2 }, "a": [5, 3] }""", "$.a[*]", "[5,3]")]
    [InlineData(Letters, "$.l[1]", """["b"]""")]
    [InlineData(Letters, "$.l[-2]", """["f"]""")]
    [InlineData(Letters, "$.l[9, -9]", "[]")]
    [InlineData(Letters, "$.l[1:3]", """["b","c"]""")]
    [InlineData(Letters, "$.l[5:]", """["f","g"]""")]
    [InlineData(Letters, "$.l[1:5:2]", """["b","d"]""")]
    [InlineData(Letters, "$.l[5:1:-2]", """["f","d"]""")]
    [InlineData(Letters, "$.l[::-1]", """["g","f","e","d","c","b","a"]""")]
    [InlineData(Letters, "$.l[ -3 : : ]", """["e","f","g"]""")]
    [InlineData(Letters, "$.l[::0]", "[]")]
    [InlineData(Letters, "$.l[-99:99:9007199254740991]", """["a"]""")]
    [InlineData(Letters, "$.l[0, 3]", """["a","d"]""")]
    [InlineData(Letters, "$.l[0:2, 5]", """["a","b","f"]""")]
    [InlineData(Letters, "$.l[0, 0]", """["a","a"]""")]
    [InlineData(Letters, "$ .l [ 'x' , 0 ]", """["a"]""")]
    public void Selectors(string document, string path, string expected) => Assert.Equal(expected, Select(document, path));

    [Theory]
    [InlineData("$..j", "[1,4]")]
    [InlineData("$..[0]", """[5,{"j":4}]""")]
    [InlineData("$..o", """[{"j":1,"k":2}]""")]
    [InlineData("$.o..[*, *]", "[1,2,1,2]")]
    [InlineData("$.a..[0, 1]", """[5,3,{"j":4},{"k":6}]""")]
    [InlineData("$..[*]", """[{"j":1,"k":2},[5,3,[{"j":4},{"k":6}]],1,2,5,3,[{"j":4},{"k":6}],{"j":4},{"k":6},4,6]""")]
    [InlineData("$..*", """[{"j":1,"k":2},[5,3,[{"j":4},{"k":6}]],1,2,5,3,[{"j":4},{"k":6}],{"j":4},{"k":6},4,6]""")]
    public void Descendants(string path, string expected) =>
        Assert.Equal(expected, Select("""{ "o": { "j": 1, "k": 2 }, "a": [5, 3, [{ "j": 4 }, { "k": 6 }]] }""", path));

    [Theory]
    [InlineData("$.a", "[null]")]
    [InlineData("$.a[0]", "[]")]
    [InlineData("$.a.d", "[]")]
    [InlineData("$.b[0]", "[null]")]
    [InlineData("$.b[*]", "[null]")]
    [InlineData("$.b[?@]", "[null]")]
    [InlineData("$.b[?@==null]", "[null]")]
    [InlineData("$.c[?@.d==null]", "[]")]
    [InlineData("$.null", "[1]")]
    public void Null_is_a_value(string path, string expected) =>
        Assert.Equal(expected, Select("""{ "a": null, "b": [null], "c": [{}], "null": 1 }""", path));

    [Theory]
    [InlineData("$.absent1 == $.absent2", true)]
    [InlineData("$.absent1 <= $.absent2", true)]
    [InlineData("$.absent == 'g'", false)]
    [InlineData("$.absent1 != $.absent2", false)]
    [InlineData("$.absent != 'g'", true)]
    [InlineData("1 <= 2", true)]
    [InlineData("1 > 2", false)]
    [InlineData("13 == '13'", false)]
    [InlineData("'a' <= 'b'", true)]
    [InlineData("'a' > 'b'", false)]
    [InlineData("$.obj == $.arr", false)]
    [InlineData("$.obj != $.arr", true)]
    [InlineData("$.obj == $.obj", true)]
    [InlineData("$.obj != $.obj", false)]
    [InlineData("$.arr == $.arr", true)]
    [InlineData("$.arr != $.arr", false)]
    [InlineData("$.obj == 17", false)]
    [InlineData("$.obj != 17", true)]
    [InlineData("$.obj <= $.arr", false)]
    [InlineData("$.obj < $.arr", false)]
    [InlineData("$.obj <= $.obj", true)]
    [InlineData("$.arr <= $.arr", true)]
    [InlineData("1 <= $.arr", false)]
    [InlineData("1 >= $.arr", false)]
    [InlineData("1 > $.arr", false)]
    [InlineData("1 < $.arr", false)]
    [InlineData("true <= true", true)]
    [InlineData("true > true", false)]
    [InlineData("1.0e1 == 10", true)]
    [InlineData("'' < 'a'", true)]
    [InlineData("'ab' < 'a'", false)]
    [InlineData("'😀' > '￿'", true)]
    public void Comparisons(string comparison, bool holds) =>
        Assert.Equal(holds ? "[0]" : "[]", Select("""{ "obj": { "x": "y" }, "arr": [2, 3], "one": [0] }""", $"$.one[?{comparison}]"));

    [Theory]
    [InlineData("$.a[?@.b == 'kilo']", """[{"b":"kilo"}]""")]
    [InlineData("$.a[?(@.b == 'kilo')]", """[{"b":"kilo"}]""")]
    [InlineData("$.a[?@>3.5]", "[5,4,6]")]
    [InlineData("$.a[?@.b]", """[{"b":"j"},{"b":"k"},{"b":{}},{"b":"kilo"}]""")]
    [InlineData("$[?@[?@.b]].length", "[]")]
    [InlineData("$.o[?@<3, ?@<3]", "[1,2,1,2]")]
    [InlineData("""$.a[?@<2 || @.b == "k"]""", """[1,{"b":"k"}]""")]
    [InlineData("""$.a[?match(@.b, "[jk]")]""", """[{"b":"j"},{"b":"k"}]""")]
    [InlineData("""$.a[?search(@.b, "[jk]")]""", """[{"b":"j"},{"b":"k"},{"b":"kilo"}]""")]
    [InlineData("$.a[?match(@.b, '.')]", """[{"b":"j"},{"b":"k"}]""")]
    [InlineData("$.a[?match(@.b, '[')]", "[]")]
    [InlineData("$.o[?@>1 && @<4]", "[2,3]")]
    [InlineData("$.o[?@.u || @.x]", """[{"u":6}]""")]
    [InlineData("$.a[?@.b == $.x]", "[3,5,1,2,4,6]")]
    [InlineData("$.a[?!@.b]", "[3,5,1,2,4,6]")]
    [InlineData("$.a[?! (@.b || @ > 1)]", "[1]")]
    [InlineData("$.o[?@ == 1 || @ == 2 && @ == 3]", "[1]")]
    [InlineData("$.a[?length(@.b) == 4]", """[{"b":"kilo"}]""")]
    [InlineData("$.a[?length(@.b) == 0]", """[{"b":{}}]""")]
    [InlineData("$[?count(@.*) == 5]", """[{"p":1,"q":2,"r":3,"s":5,"t":{"u":6}}]""")]
    [InlineData("$[?value(@..u) == 6]", """[{"p":1,"q":2,"r":3,"s":5,"t":{"u":6}}]""")]
    [InlineData("$[?length(value($.e)) == 1 && @ == 'f']", """["f"]""")]
    public void Filters(string path, string expected) => Assert.Equal(expected, Select(Filtered, path));

    [Fact]
    public void Filters_that_keep_whole_values()
    {
        Assert.Equal(["a", "o"], JsonPath.Parse("$[?@.*]").Select(Read(Filtered)).Select(static place => place.Key));
        Assert.Equal(["a"], JsonPath.Parse("$[?@[?@.b]]").Select(Read(Filtered)).Select(static place => place.Key));
        Assert.Equal(10, JsonPath.Parse("$.a[?@ == @]").Select(Read(Filtered)).Count);
    }

    [Theory]
    [InlineData("", 0, "a query begins with '$'")]
    [InlineData("paths", 0, "a query begins with '$'")]
    [InlineData(" $", 0, "a query begins with '$'")]
    [InlineData("$.", 2, "a name or '*' is missing")]
    [InlineData("$..", 3, "a name or '*' is missing")]
    [InlineData("$ ", 1, "' ' continues nothing here; the next step begins with '.' or '['")]
    [InlineData("$.a]", 3, "']' continues nothing here; the next step begins with '.' or '['")]
    [InlineData("$.paths./tasks", 8, "'/' cannot begin a name; write it in brackets and quotes, as in ['/tasks']")]
    [InlineData("$.x-name", 3, "a name with '-' needs brackets and quotes, as in ['x-name']")]
    [InlineData("$['a", 2, "the text that begins here is not closed by '")]
    [InlineData("$['a'", 5, "a selector ends with ',' or ']'")]
    [InlineData("$[", 2, "the bracket is not closed")]
    [InlineData("$[a]", 2, "a selector is a name in quotes, '*', an index, a slice or a filter that begins with '?'")]
    [InlineData("$[01]", 2, "'01' is not how an index is written: no leading zeros, and no minus before 0")]
    [InlineData("$[-0]", 2, "'-0' is not how an index is written: no leading zeros, and no minus before 0")]
    [InlineData("$[-]", 2, "'-' is not followed by a number")]
    [InlineData("$[9007199254740992]", 2, "'9007199254740992' is too large for an index")]
    [InlineData("$['\\x']", 3, "there is no such escape in a text")]
    [InlineData("$['\\\"']", 3, "there is no such escape in a text")]
    [InlineData("$['\\u12g4']", 3, "'\\u' is followed by four hexadecimal digits")]
    [InlineData("$['\\ud800x']", 3, "the escape is half a character; a high surrogate is followed by a low one")]
    [InlineData("$['\t']", 3, "a control character in a text is written as an escape")]
    [InlineData("$[?length(@.*) < 3]", 10, "the query may lead to several places, and one value is needed here")]
    [InlineData("$[?count(1) == 1]", 9, "'count' takes a query, as in count(@.*)")]
    [InlineData("$[?match(@.timezone, 'Europe/.*') == true]", 3, "this is true or false and no value, so nothing can be compared with it")]
    [InlineData("$[?value(@..color)]", 18, "the value of a function is compared with something by ==, !=, <, <=, > or >=")]
    [InlineData("$[?bar(@.a)]", 3, "there is no function 'bar'; there are length, count, value, match, search")]
    [InlineData("$[?mach(@.a, 'b')]", 3, "there is no function 'mach'; there are length, count, value, match, search. Did you mean 'match'?")]
    [InlineData("$[?match(@.a)]", 3, "'match' takes 2 arguments, not 1")]
    [InlineData("$[?length()]", 3, "'length' takes 1 argument, not 0")]
    [InlineData("$[?@.a = 1]", 7, "a selector ends with ',' or ']'")]
    [InlineData("$[?1]", 4, "a literal is compared with something by ==, !=, <, <=, > or >=")]
    [InlineData("$[?@.* == 1]", 3, "the query may lead to several places, and one value is needed here")]
    [InlineData("$[?!@.a == 1]", 4, "'!' before a comparison needs parentheses around it")]
    [InlineData("$[?(@.a]", 7, "the parenthesis is not closed")]
    [InlineData("$[?@.a == 1.]", 10, "'1.' is not a number")]
    [InlineData("$[?@.a == x]", 10, "a filter is made of queries that begin with '@' or '$', literals, functions and comparisons")]
    public void What_is_no_query_is_refused_at_its_character(string path, int at, string message)
    {
        JsonPathException refused = Assert.Throws<JsonPathException>(() => JsonPath.Parse(path));
        Assert.Equal((at, message), (refused.At, refused.Message));
    }

    [Theory]
    [InlineData("(", "@)")]
    [InlineData("@[?", "@.a]")]
    [InlineData("length(", "@)")]
    public void Filters_nested_beyond_reason_are_refused(string open, string middle)
    {
        string path = $"$[?{string.Concat(Enumerable.Repeat(open, 10_000))}{middle}";
        Assert.Equal("the filter is nested more than 64 deep", Assert.Throws<JsonPathException>(() => JsonPath.Parse(path)).Message);
    }

    private static MapNode Read(string document)
    {
        var diagnostics = new DiagnosticBag();
        MapNode? root = DocumentReader.Read("document.json", new StringReader(document), diagnostics);
        Assert.Empty(diagnostics.All);
        return root!;
    }

    private static string Select(string document, string path)
    {
        var list = new ListNode(default);
        list.Items.AddRange(JsonPath.Parse(path).Select(Read(document)).Select(static place => place.Value));
        using var stream = new MemoryStream();
        JsonDocumentWriter.Write(list, stream);
        return JsonNode.Parse(stream.ToArray())!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }
}
