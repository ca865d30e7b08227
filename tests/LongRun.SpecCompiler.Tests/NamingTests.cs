using LongRun.SpecCompiler.Naming;

namespace LongRun.SpecCompiler.Tests;

public sealed class NamingTests
{
    [Theory]
    [InlineData("_id", "Id")]
    [InlineData("index_id", "IndexId")]
    [InlineData("indexId", "IndexId")]
    [InlineData("created_at[gte]", "CreatedAtGte")]
    [InlineData("X-Rate-Limit", "XRateLimit")]
    [InlineData("index.task.ready", "IndexTaskReady")]
    [InlineData("extremely low", "ExtremelyLow")]
    [InlineData("3d", "_3d")]
    [InlineData("", "Value")]
    [InlineData("***", "Value")]
    [InlineData("größe", "Größe")]
    [InlineData("IN_PROGRESS", "InProgress")]
    [InlineData("HTTPError", "HTTPError")]
    [InlineData("marengo2.6", "Marengo2_6")]
    public void Names_become_Pascal_case(string name, string expected) => Assert.Equal(expected, CSharpNames.Pascal(name));

    [Theory]
    [InlineData("task_id", "taskId")]
    [InlineData("_id", "id")]
    [InlineData("X-Trace", "xTrace")]
    [InlineData("IDCard", "idCard")]
    [InlineData("class", "class")]
    public void Names_become_camel_case(string name, string expected) => Assert.Equal(expected, CSharpNames.Camel(name));

    [Fact]
    public void Members_differ_from_each_other_from_their_type_and_from_what_objects_have() => Assert.Equal(
        ["Id", "Id2", "Id3", "ItemValue", "EqualsValue", "GetTypeValue", "AdditionalPropertiesValue", "Value", "Value2"],
        CSharpNames.Members("Item", ["id", "_id", "ID_", "item", "equals", "get_type", "additional_properties", "", "-"]).Values);

    [Fact]
    public void Literals_are_escaped() =>
        Assert.Equal("\"a\\\"b\\\\c\\u000a\\u0085\\u2028é\"", CSharpNames.Literal("a\"b\\c\n\u0085\u2028é"));

    [Theory]
    [InlineData("getJobs", "getJob")]
    [InlineData("GETJOB", "getJob")]
    [InlineData("lstJobs", "listJobs")]
    [InlineData("createJob", null)]
    public void The_nearest_name_is_found_only_if_it_is_near(string name, string? nearest) =>
        Assert.Equal(nearest, NearestName.Find(name, ["getJob", "listJobs"]));

    [Fact]
    public void Schemas_that_become_the_same_type_get_different_names()
    {
        using SpecRun run = SpecRun.Succeed(Documents.Schemas(
            """
            task: { type: object, properties: { task: { $ref: '#/components/schemas/my_item' } } }
            my_item: { type: object, properties: { a: { type: string } } }
            myItem: { type: object, properties: { b: { type: string } } }
            AcmeClient: { type: object, properties: { c: { type: string } } }
            string: { type: object, properties: { d: { type: string } } }
            """));
        Assert.Equal(
            ["TaskValue", "MyItem", "MyItem2", "AcmeClientValue", "StringValue"],
            run.Lowered.GetProperty("components").GetProperty("schemas").EnumerateObject().Select(static schema => schema.Name));
        Assert.Equal("#/components/schemas/MyItem", run.Property("TaskValue", "task").GetProperty("$ref").GetString());
    }

    [Fact]
    public void Enumeration_values_have_different_names_and_no_null()
    {
        using SpecRun run = SpecRun.Succeed(Documents.Schemas(
            """
            closed: { type: string, nullable: true, enum: [a-b, a_b, null, '', 'true'] }
            open: { type: string, x-extensible-enum: [value, names, open, isKnown] }
            """));
        Assert.Equal("""["AB","AB2","ValueValue","True"]""", Compact(run.Schema("Closed").GetProperty("x-enumNames")));
        Assert.Equal("""["a-b","a_b","","true"]""", Compact(run.Schema("Closed").GetProperty("enum")));
        Assert.Equal("""["ValueValue","NamesValue","OpenValue","IsKnownValue"]""", Compact(run.Schema("Open").GetProperty("x-enumNames")));
    }

    [Fact]
    public void Numbers_stay_numbers_and_an_open_set_that_lists_nothing_is_a_text()
    {
        using SpecRun run = SpecRun.Succeed(Documents.Schemas(
            """
            thing: { type: object, properties: { level: { type: integer, enum: [1, 2] }, mood: { type: string, x-extensible-enum: [] } } }
            """));
        Assert.False(run.Property("Thing", "level").TryGetProperty("enum", out _));
        Assert.False(run.Property("Thing", "mood").TryGetProperty("$ref", out _));
    }

    [Fact]
    public void The_authors_own_steering_of_NSwag_is_overridden()
    {
        using SpecRun run = SpecRun.Succeed(Documents.Paths(
            """
            /things/{thing_id}:
              get:
                operationId: get_thing
                parameters:
                  - { name: thing_id, in: path, required: true, x-originalName: evil, x-position: 7, x-csharp-attributes: ['Evil'], schema: { type: string } }
                responses: { '200': { description: It., content: { application/json: { schema: { $ref: '#/components/schemas/thing' } } } } }
            """));
        System.Text.Json.JsonElement parameter = run.Operation("/things/{thing_id}", "get").GetProperty("parameters")[0];
        Assert.Equal("thingId", parameter.GetProperty("x-originalName").GetString());
        Assert.False(parameter.TryGetProperty("x-position", out _));
        Assert.Equal("", SpecRun.Joined(parameter));
    }

    private static string Compact(System.Text.Json.JsonElement element) => System.Text.Json.JsonSerializer.Serialize(element);
}
