using System.Text.Json;

namespace LongRun.SpecCompiler.Tests;

/// <summary>What a server can send is open: a value of tomorrow must not make an answer unreadable that was paid for.</summary>
public sealed class OpenAnswerTests
{
    private const string Document = """
        openapi: 3.1.0
        info: { title: Open, version: '1' }
        servers: [{ url: https://open.test }]
        paths:
          /things:
            get:
              operationId: listThings
              parameters:
                - { name: order, in: query, schema: { $ref: '#/components/schemas/order' } }
                - { name: kind, in: query, schema: { $ref: '#/components/schemas/kind' } }
                - { name: kinds, in: query, schema: { type: array, items: { $ref: '#/components/schemas/kind' } } }
              responses:
                '200': { description: All., content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/thing' } } } } }
                '400': { description: Bad., content: { application/json: { schema: { $ref: '#/components/schemas/problem' } } } }
            post:
              operationId: createThing
              requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/new_thing' } } } }
              responses: { '204': { description: Made. } }
        webhooks:
          thing.made:
            post:
              requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/event' } } } }
              responses: { '200': { description: Thanks. } }
        components:
          schemas:
            order: { type: string, enum: [up, down] }
            kind: { type: string, enum: [a, b] }
            thing: { type: object, required: [of], properties: { kind: { $ref: '#/components/schemas/kind' }, size: { type: string, enum: [s, l] }, of: { const: thing } } }
            new_thing: { type: object, properties: { kind: { $ref: '#/components/schemas/kind' }, speed: { type: string, enum: [slow, fast] } } }
            event: { type: object, properties: { type: { type: string, enum: [made] } } }
            problem: { type: object, properties: { code: { type: string, enum: [x, y] } } }

        """;

    [Theory]
    [InlineData("Kind", true)]
    [InlineData("ThingSize", true)]
    [InlineData("ThingOf", true)]
    [InlineData("EventType", true)]
    [InlineData("Order", false)]
    [InlineData("NewThingSpeed", false)]
    public void An_enumeration_is_open_where_a_server_can_send_it(string schema, bool isOpen)
    {
        using SpecRun run = SpecRun.Succeed(Document);
        Assert.Equal(isOpen, run.Schema(schema).TryGetProperty("x-csharp-open", out _));
    }

    [Fact]
    public void A_parameter_of_an_open_one_is_written_as_text()
    {
        using SpecRun run = SpecRun.Succeed(Document);
        JsonElement parameters = run.Operation("/things", "get").GetProperty("parameters");
        Assert.Equal([true, false, false], parameters.EnumerateArray().Select(static p => p.TryGetProperty("x-csharp-closed-enum", out _)));
    }

    [Fact]
    public void What_can_be_nothing_else_needs_no_writing_all_the_same()
    {
        using SpecRun run = SpecRun.Succeed(Document);
        Assert.Equal("ThingOf.Thing", run.Property("Thing", "of").GetProperty("x-csharp-constant").GetString());
    }
}
