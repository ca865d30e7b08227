using System.Text.Json;

namespace LongRun.SpecCompiler.Tests;

/// <summary>What judges requests at run time: the statements, and the judges they use.</summary>
public sealed class RequestCheckTests
{
    private const string Send = "/things:\n  post:\n    operationId: sendThing\n    requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/sent' } } } }\n    responses: { '204': { description: Done. } }";

    [Theory]
    [InlineData("type: string, minLength: 1", "check_.Text(nameof(It), It, Rules_.It);", "TextRule It = new(minLength: 1);")]
    [InlineData("type: string, pattern: '^\"\\d$'", "check_.Text(nameof(It), It, Rules_.It);", "TextRule It = new(pattern: \"^\\\"\\\\d$\");")]
    [InlineData("type: integer, format: int64, minimum: 1, maximum: 50", "check_.Number(nameof(It), It, Rules_.It);", "NumberRule It = new(minimum: 1, maximum: 50);")]
    [InlineData("type: number, maximum: 1, exclusiveMaximum: true, multipleOf: 0.5", "check_.Number(nameof(It), It, Rules_.It);", "NumberRule It = new(maximum: 1, maximumIsExclusive: true, multipleOf: 0.5);")]
    [InlineData("type: number, x-duration: { min: PT4S, max: PT2H }", "check_.Duration(nameof(It), It, Rules_.It);", "DurationRule It = new(minSeconds: 4, maxSeconds: 7200);")]
    [InlineData("type: string, format: duration, x-duration: { max: PT2H }", "check_.Duration(nameof(It), It, Rules_.It);", "DurationRule It = new(maxSeconds: 7200);")]
    [InlineData("type: array, items: { type: boolean }, maxItems: 3, uniqueItems: true", "check_.Items(nameof(It), It, Rules_.It);", "ItemsRule It = new(maxItems: 3, uniqueItems: true);")]
    [InlineData("type: string, format: uri, maxLength: 99, x-url: { hosts: [a.test], id: x }", "check_.Url(nameof(It), It, Rules_.It);|check_.Text(nameof(It), It, Rules_.ItText);", "UrlRule It = new(hosts: new[] { \"a.test\" }, idPattern: \"x\");|TextRule ItText = new(maxLength: 99);")]
    [InlineData("type: array, minItems: 1, items: { type: string, minLength: 2 }", "check_.Items(nameof(It), It, Rules_.It);|check_.Each(nameof(It), It, static (check_, item_) => check_.Text(\"\", item_, Rules_.ItItem));", "ItemsRule It = new(minItems: 1);|TextRule ItItem = new(minLength: 2);")]
    [InlineData("type: array, items: { type: array, maxItems: 2, items: { $ref: '#/components/schemas/part' } }", "check_.Each(nameof(It), It, static (check_, item_) => { check_.Items(\"\", item_, Rules_.ItItem); check_.Each(\"\", item_, static (check_, item_) => check_.Object(\"\", item_)); });", "ItemsRule ItItem = new(maxItems: 2);")]
    [InlineData("type: object, additionalProperties: { type: number, minimum: 0 }", "check_.EachValue(nameof(It), It, static (check_, item_) => check_.Number(\"\", item_, Rules_.ItItem));", "NumberRule ItItem = new(minimum: 0);")]
    [InlineData("$ref: '#/components/schemas/part'", "check_.Object(nameof(It), It);", "")]
    [InlineData("$ref: '#/components/schemas/percent'", "check_.Number(nameof(It), It, Rules_.It);", "NumberRule It = new(minimum: 0, maximum: 100);")]
    [InlineData("$ref: '#/components/schemas/kind'", "", "")]
    [InlineData("type: string, enum: [a], minLength: 1", "", "")]
    [InlineData("type: string, format: date-time, minLength: 1", "", "")]
    [InlineData("type: string, format: uuid, pattern: x", "", "")]
    [InlineData("type: string, minimum: 1, minItems: 2", "", "")]
    [InlineData("type: boolean, minLength: 1", "", "")]
    [InlineData("{ }", "", "")]
    public void A_member_is_judged_by_its_attributes(string schema, string checks, string rules)
    {
        string written = schema == "{ }" ? schema : $"{{ {schema} }}";
        using SpecRun run = SpecRun.Succeed(Documents.Paths(Send, $"  sent: {{ type: object, properties: {{ it: {written} }} }}\n  part: {{ type: object, properties: {{ name: {{ type: string }} }} }}\n  percent: {{ type: number, minimum: 0, maximum: 100 }}"));

        Assert.Equal(checks, Texts(run.Schema("Sent"), "x-csharp-checks"));
        Assert.Equal(rules, Texts(run.Schema("Sent"), "x-csharp-rules"));
    }

    [Fact]
    public void Only_what_a_request_can_hold_is_judged()
    {
        using SpecRun run = SpecRun.Succeed(Documents.Paths(
            """
            /things:
              post:
                operationId: sendThing
                requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/sent' } } } }
                responses: { '200': { description: Done., content: { application/json: { schema: { $ref: '#/components/schemas/answer' } } } } }
            """,
            """
              sent: { type: object, properties: { parts: { type: object, additionalProperties: { type: array, items: { $ref: '#/components/schemas/part' } } } } }
              part: { type: object, properties: { whole: { $ref: '#/components/schemas/sent' }, size: { type: integer, minimum: 1 } } }
              answer: { type: object, properties: { size: { type: integer, minimum: 1 } } }
            """));

        Assert.True(run.Schema("Sent").TryGetProperty("x-csharp-sent", out _));
        Assert.True(run.Schema("Part").TryGetProperty("x-csharp-sent", out _));
        Assert.False(run.Schema("Answer").TryGetProperty("x-csharp-sent", out _));
        Assert.False(run.Schema("Answer").TryGetProperty("x-csharp-checks", out _));
    }

    [Fact]
    public void Parameters_and_body_are_judged_together()
    {
        using SpecRun run = SpecRun.Succeed(Documents.Paths(
            """
            /things/{class}:
              post:
                operationId: send_thing
                parameters:
                  - { name: class, in: path, required: true, schema: { type: string, minLength: 1 } }
                  - { name: page_limit, in: query, schema: { type: integer, maximum: 50 } }
                  - { name: kinds, in: query, schema: { type: array, minItems: 1, items: { $ref: '#/components/schemas/kind' } } }
                  - { name: X-Wait, in: header, schema: { type: number, x-duration: { max: PT1M } } }
                  - { name: free, in: query, schema: { type: string } }
                requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/thing' } } } }
                responses: { '204': { description: Done. } }
            """));

        Assert.Equal(
            "check_.Text(nameof(@class), @class, Rules_.SendThingClass);"
            + "|check_.Number(nameof(pageLimit), pageLimit, Rules_.SendThingPageLimit);"
            + "|check_.Items(nameof(kinds), kinds, Rules_.SendThingKinds);"
            + "|check_.Duration(nameof(xWait), xWait, Rules_.SendThingXWait);"
            + "|check_.Object(\"\", request);",
            Texts(run.Operation("/things/{class}", "post"), "x-csharp-checks"));
        Assert.Equal(
            "TextRule SendThingClass = new(minLength: 1);|NumberRule SendThingPageLimit = new(maximum: 50);|ItemsRule SendThingKinds = new(minItems: 1);|DurationRule SendThingXWait = new(maxSeconds: 60);",
            Texts(run.Lowered, "x-csharp-rules"));
    }

    [Theory]
    [InlineData("type: array, minItems: 1, items: { type: object, properties: { size: { type: integer, minimum: 1 } } }", "ItemsConstraint(MinItems = 1)", "check_.Items(nameof(request), request, Rules_.SendThing);|check_.Each(nameof(request), request, static (check_, item_) => check_.Object(\"\", item_));")]
    [InlineData("type: integer, minimum: 1", "NumberConstraint(Minimum = 1)", "check_.Number(nameof(request), request, Rules_.SendThing);")]
    [InlineData("type: boolean", "", "")]
    public void A_body_that_is_no_object_carries_attributes_and_is_judged_by_its_name(string schema, string attributes, string checks)
    {
        using SpecRun run = SpecRun.Succeed(Documents.Paths(Send.Replace("$ref: '#/components/schemas/sent'", schema, StringComparison.Ordinal)));
        JsonElement operation = run.Operation("/things", "post");

        Assert.Equal(attributes, Texts(operation, "x-csharp-body-attributes").Replace("global::LongRun.Annotations.", "", StringComparison.Ordinal));
        Assert.Equal(checks, Texts(operation, "x-csharp-checks"));
    }

    [Fact]
    public void A_form_is_judged_like_any_other_body_and_its_file_is_not()
    {
        using SpecRun run = SpecRun.Succeed(Documents.Paths(Send
            .Replace("application/json", "multipart/form-data", StringComparison.Ordinal)
            .Replace("$ref: '#/components/schemas/sent'", "type: object, properties: { file: { type: string, format: binary, maxLength: 9 }, name: { type: string, minLength: 1 } }", StringComparison.Ordinal)));

        Assert.Equal("check_.Object(\"\", request);", Texts(run.Operation("/things", "post"), "x-csharp-checks"));
        Assert.Equal("check_.Text(nameof(Name), Name, Rules_.Name);", Texts(run.Schema("SendThingRequest"), "x-csharp-checks"));
    }

    [Fact]
    public void Names_that_the_checks_need_are_not_taken_by_the_document()
    {
        using SpecRun run = SpecRun.Succeed(Documents.Paths(
            Send + "\n/others:\n  get:\n    operationId: get\n    parameters: [{ name: type, in: query, schema: { type: string, minLength: 1 } }, { name: t_ype, in: query, schema: { type: string, maxLength: 1 } }]\n    responses: { '204': { description: Done. } }",
            "  sent: { type: object, properties: { validate: { type: string, minLength: 1 }, check_: { type: string, minLength: 1 }, rules_: { type: string, minLength: 1 }, ids: { type: array, items: { type: string, minLength: 1 } }, idsItem: { type: string, maxLength: 5 } } }"));

        Assert.Equal("ValidateValue", run.Member("Sent", "validate"));
        Assert.Equal(
            "TextRule ValidateValue = new(minLength: 1);|TextRule Check = new(minLength: 1);|TextRule Rules = new(minLength: 1);|TextRule IdsItem = new(minLength: 1);|TextRule IdsItemText = new(maxLength: 5);",
            Texts(run.Schema("Sent"), "x-csharp-rules"));
        Assert.Equal("TextRule GetTypeText = new(minLength: 1);|TextRule GetTYpe = new(maxLength: 1);", Texts(run.Lowered, "x-csharp-rules"));
    }

    [Fact]
    public void A_schema_that_is_a_part_of_itself_ends()
    {
        using SpecRun run = SpecRun.Succeed(Documents.Paths(Send, "  sent: { type: object, properties: { it: { $ref: '#/components/schemas/sent' }, all: { type: array, items: { $ref: '#/components/schemas/sent' } } } }"));

        Assert.Equal("check_.Object(nameof(It), It);|check_.Each(nameof(All), All, static (check_, item_) => check_.Object(\"\", item_));", Texts(run.Schema("Sent"), "x-csharp-checks"));
    }

    private static string Texts(JsonElement node, string key) => node.TryGetProperty(key, out JsonElement list)
        ? string.Join('|', list.EnumerateArray().Select(static item => item.GetString()!.Replace("internal static readonly global::LongRun.Constraints.", "", StringComparison.Ordinal)))
        : "";
}
