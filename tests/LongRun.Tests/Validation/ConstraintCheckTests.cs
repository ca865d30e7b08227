using LongRun.Constraints;
using LongRun.Validation;

namespace LongRun.Tests.Validation;

public sealed class ConstraintCheckTests
{
    private static readonly NumberRule Number = new(1, 50);

    private static readonly DurationRule Duration = new(2, 10);

    private static readonly UrlRule Url = new("Tube", ["https"], ["tube.example"], ["*/watch/{id}"], "^[0-9]+$");

    [Fact]
    public void Nothing_is_found_where_everything_fits_or_is_null()
    {
        Assert.Empty(Found(check =>
        {
            check.Url("A", "https://tube.example/watch/1", Url);
            check.Url("A", (string?)null, Url);
            check.Url("A", (Uri?)null, Url);
            check.Text("B", (string?)null, new TextRule(1));
            check.Text("B", (Uri?)null, new TextRule(1));
            check.AllowedText("C", null, new AllowedTextsRule(["a"]));
            check.Number("D", (double?)null, Number);
            check.Number("D", (float?)null, Number);
            check.Number("D", (long?)null, Number);
            check.Number("D", (decimal?)null, Number);
            check.Duration("E", (TimeSpan?)null, Duration);
            check.Duration("E", (string?)null, Duration);
            check.Duration("E", (double?)null, Duration);
            check.Items<string>("F", null, new ItemsRule(1));
            check.Items("F", ["a", null, "b"], new ItemsRule(1, 3, true));
            check.Object("G", null);
            check.Each<string>("H", null, static (_, _) => Assert.Fail("There is none."));
            check.EachValue<string>("I", null, static (_, _) => Assert.Fail("There is none."));
        }));
    }

    [Fact]
    public void Every_kind_of_number_is_judged_and_kept_as_it_was_given()
    {
        IReadOnlyList<ConstraintViolation> found = Found(check =>
        {
            check.Number("Int", 51, Number);
            check.Number("Long", 51L, Number);
            check.Number("Float", 50.5f, Number);
            check.Number("Double", 0.5, Number);
            check.Number("Decimal", 50.1m, Number);
            check.Duration("Seconds", 1, Duration);
            check.Duration("Fraction", 1.5f, Duration);
            check.Duration("Exact", 11m, Duration);
            check.Duration("Double", double.NaN, Duration);
        });

        Assert.Equal(
            ["51 is more than Int accepts (1 to 50).", "51 is more than Long accepts (1 to 50).", "50.5 is more than Float accepts (1 to 50).", "0.5 is less than Double accepts (1 to 50).", "50.1 is more than Decimal accepts (1 to 50).", "1 s is shorter than Seconds accepts (2 s to 10 s).", "1.5 s is shorter than Fraction accepts (2 s to 10 s).", "11 s is longer than Exact accepts (2 s to 10 s).", "NaN is no duration; Double accepts 2 s to 10 s."],
            found.Select(static violation => violation.Message));
        Assert.Equal([51L, 51L, 50.5f, 0.5, 50.1m, 1L, 1.5f, 11m, double.NaN], found.Select(static violation => violation.Value));
    }

    [Fact]
    public void Durations_may_be_time_spans_and_texts()
    {
        IReadOnlyList<ConstraintViolation> found = Found(check =>
        {
            check.Duration("Span", TimeSpan.FromSeconds(11), Duration);
            check.Duration("Text", "PT1M", Duration);
            check.Duration("Span", Timeout.InfiniteTimeSpan, Duration);
            check.Duration("Text", "no duration", Duration);
        });

        Assert.Equal([TimeSpan.FromSeconds(11), "PT1M"], found.Select(static violation => violation.Value));
    }

    [Fact]
    public void A_broken_rule_of_a_url_counts_and_advice_does_not()
    {
        IReadOnlyList<ConstraintViolation> found = Found(check =>
        {
            check.Url("Form", new Uri("https://tube.example/list/1"), Url);
            check.Url("Id", "https://tube.example/watch/x", Url);
            check.Url("Host", new Uri("https://tube.example.evil.example/watch/1"), Url);
            check.Url("Scheme", "http://tube.example/watch/1", Url);
            check.Url("None", new Uri("watch/1", UriKind.Relative), Url);
        });

        Assert.Equal(["Host", "Scheme", "None"], found.Select(static violation => violation.Subject));
        Assert.Equal("'tube.example.evil.example' is not a Tube host; Host accepts tube.example.", found[0].Message);
    }

    [Fact]
    public void Texts_are_judged_by_length_and_by_list()
    {
        IReadOnlyList<ConstraintViolation> found = Found(check =>
        {
            check.Text("Name", "", new TextRule(1));
            check.Text("Address", new Uri("https://tube.example/"), new TextRule(maxLength: 10));
            check.AllowedText("Order", "Asc", new AllowedTextsRule(["asc", "desc"]));
        });

        Assert.Equal(["Name", "Address", "Order"], found.Select(static violation => violation.Subject));
        Assert.Equal("https://tube.example/", found[1].Value);
    }

    [Fact]
    public void Of_a_list_the_count_and_each_repeated_item_are_said()
    {
        IReadOnlyList<ConstraintViolation> found = Found(check => check.Items("Ids", new[] { "a", "b", "a", null, "a", null, "A" }, new ItemsRule(1, 3, uniqueItems: true)));

        Assert.Equal(
            ["Ids gets 7 items, and accepts 1 to 3.", "'a' occurs more than once; Ids accepts every item once.", "null occurs more than once; Ids accepts every item once."],
            found.Select(static violation => violation.Message));
        Assert.Equal("a", found[1].Value);
    }

    [Fact]
    public void Numbers_in_a_list_are_compared_as_numbers_and_written_alike_everywhere() =>
        Assert.Equal(
            ["'1.5' occurs more than once; Shares accepts every item once.", "'NaN' occurs more than once; Shares accepts every item once."],
            Found(check => check.Items("Shares", new[] { 1.5, double.NaN, 1.5, double.NaN, 2 }, new ItemsRule(uniqueItems: true))).Select(static violation => violation.Message));

    [Fact]
    public void What_a_request_holds_is_named_by_its_path()
    {
        var request = new Node(51)
        {
            Child = new Node(0),
            Children = [new Node(1), new Node(2) { Child = new Node(99) }],
            Named = { ["left"] = new Node(-1) },
            Rows = [[1, 2], [3, 52]],
        };

        IReadOnlyList<ConstraintViolation> found = ConstraintCheck.Of(request);

        Assert.Equal(["Size", "Child.Size", "Children[1].Child.Size", "Named['left'].Size", "Rows[1][1]"], found.Select(static violation => violation.Subject));
        Assert.Equal("99 is more than Children[1].Child.Size accepts (1 to 50).", found[2].Message);
    }

    [Fact]
    public void A_body_that_is_a_list_is_named_by_its_parameter()
    {
        Node[] request = [new Node(1), new Node(0)];

        Assert.Equal(["request[1].Size"], Found(check => check.Each(nameof(request), request, static (check, item) => check.Object("", item))).Select(static violation => violation.Subject));
    }

    [Fact]
    public void A_request_that_holds_itself_ends_where_the_serializer_would()
    {
        var request = new Node(0);
        request.Child = request;

        Assert.InRange(ConstraintCheck.Of(request).Count, 2, 65);
    }

    [Fact]
    public void Everything_found_is_thrown_at_once()
    {
        var check = new ConstraintCheck();
        check.ThrowIfViolated();
        check.Number("A", 0, Number);
        check.Number("B", 51, Number);

        ConstraintViolationException exception = Assert.Throws<ConstraintViolationException>(check.ThrowIfViolated);
        Assert.Equal(["A", "B"], exception.Violations.Select(static violation => violation.Subject));
        Assert.Equal("0 is less than A accepts (1 to 50). 51 is more than B accepts (1 to 50).", exception.Message);
    }

    [Fact]
    public void A_request_or_a_rule_has_to_be_given()
    {
        Assert.Throws<ArgumentNullException>(() => ConstraintCheck.Of(null!));
        Assert.Throws<ArgumentNullException>(() => Found(static check => check.Number("A", 1, null!)));
        Assert.Throws<ArgumentNullException>(() => Found(static check => check.Text("A", "", null!)));
        Assert.Throws<ArgumentNullException>(() => Found(static check => check.Items<int>("A", [], null!)));
    }

    private static IReadOnlyList<ConstraintViolation> Found(Action<ConstraintCheck> judge)
    {
        var check = new ConstraintCheck();
        judge(check);
        return check.Violations;
    }

    private sealed class Node(int size) : IConstrained
    {
        public Node? Child { get; set; }

        public IReadOnlyList<Node> Children { get; init; } = [];

        public Dictionary<string, Node> Named { get; } = [];

        public IReadOnlyList<IReadOnlyList<int>> Rows { get; init; } = [];

        public void Check(ConstraintCheck check)
        {
            check.Number("Size", size, Number);
            check.Object(nameof(Child), Child);
            check.Each(nameof(Children), Children, static (check, item) => check.Object("", item));
            check.EachValue(nameof(Named), Named, static (check, item) => check.Object("", item));
            check.Each(nameof(Rows), Rows, static (check, item) => check.Each("", item, static (check, item) => check.Number("", item, Number)));
        }
    }
}
