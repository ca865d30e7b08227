using System.Text.Json;

namespace LongRun.SpecCompiler.Tests;

/// <summary>References into other files and into the inside of other values.</summary>
public sealed class ReferenceTests
{
    [Fact]
    public void What_other_files_say_becomes_components_yaml_and_json_mixed()
    {
        using SpecRun run = Start(Get("/a", "a", "./parts/schemas.yaml#/components/schemas/job"));
        run.WriteBeside("parts/schemas.yaml", """
            components:
              schemas:
                job: { type: object, properties: { state: { $ref: 'more/state.json' }, owner: { $ref: '#/components/schemas/owner' }, first: { $ref: ../api.yaml#/components/schemas/thing } } }
                owner: { type: object, properties: { jobs: { type: array, items: { $ref: '#/components/schemas/job' } }, address: { $ref: 'more/address.json#/$defs/address' } } }
                nobody: { $ref: nowhere.yaml }
            """);
        run.WriteBeside("parts/more/state.json", """{ "type": "string", "enum": ["on", "off"] }""");
        run.WriteBeside("parts/more/address.json", """
            { "$defs": { "address": { "type": "object", "properties": { "city": { "type": "string", "maxLength": 9 }, "of": { "$ref": "../schemas.yaml#/components/schemas/owner" }, "zip": { "$ref": "#/definitions/zip%20code" } } } },
              "definitions": { "zip code": { "type": "object", "properties": { "code": { "type": "string" } } } } }
            """);
        Compile(run);

        Assert.Equal(["Kind", "Thing", "Job", "State", "Owner", "Address", "ZipCode"], Schemas(run));
        Assert.Equal(["#/components/schemas/State", "#/components/schemas/Owner", "#/components/schemas/Thing"], Referred(run, "Job"));
        Assert.Equal("#/components/schemas/Job", run.Property("Owner", "jobs").GetProperty("items").GetProperty("$ref").GetString());
        Assert.Equal("#/components/schemas/Owner", run.Property("Address", "of").GetProperty("$ref").GetString());
        Assert.Equal("TextConstraint(MaxLength = 9)", run.Attributes("Address", "city"));
        Assert.Equal(
            [run.Input, run.PathOf("parts/schemas.yaml"), run.PathOf("parts/more/state.json"), run.PathOf("parts/more/address.json")],
            File.ReadAllLines(run.InputsPath));
    }

    [Fact]
    public void Names_that_are_taken_get_the_name_of_their_file()
    {
        using SpecRun run = Start(
            Get("/a", "a", "x.yaml#/components/schemas/thing") + Get("/b", "b", "sub/x.yaml#/components/schemas/thing") + Get("/c", "c", "thing.yaml") + Get("/d", "d", "#/components/schemas/thing"));
        run.WriteBeside("x.yaml", Component("thing", "x"));
        run.WriteBeside("sub/x.yaml", Component("thing", "sub"));
        run.WriteBeside("thing.yaml", "type: object\nproperties: { whole: { type: string } }\n");
        Compile(run);

        Assert.Equal(["Kind", "Thing", "XThing", "XThing2", "Thing2"], Schemas(run));
        Assert.Equal(["x", "sub", "whole", "name"], new[] { "/a", "/b", "/c", "/d" }.Select(path => MembersOfAnswer(run, path)));
    }

    [Fact]
    public void A_component_that_is_only_a_reference_gives_its_name()
    {
        using SpecRun run = Start(Get("/a", "a", "#/components/schemas/User") + Get("/b", "b", "user.schema.yaml"), "User: { $ref: user.schema.yaml, description: Who. }");
        run.WriteBeside("user.schema.yaml", "$ref: real.json\n");
        run.WriteBeside("real.json", """{ "type": "object", "properties": { "id": { "type": "string" } } }""");
        Compile(run);

        Assert.Equal(["Kind", "Thing", "User"], Schemas(run));
        Assert.Equal("Who.", run.Schema("User").GetProperty("description").GetString());
        Assert.Equal(["id", "id"], new[] { "/a", "/b" }.Select(path => MembersOfAnswer(run, path)));
    }

    [Fact]
    public void Parameters_bodies_and_answers_are_brought_in_too()
    {
        using SpecRun run = Start("""
            /a/{id}:
              post:
                operationId: a
                parameters: [{ $ref: 'parts.yaml#/parameters/id' }, { $ref: 'page.yaml' }]
                requestBody: { $ref: 'parts.yaml#/bodies/send' }
                responses: { '200': { $ref: 'parts.yaml#/components/responses/done' } }

            """);
        run.WriteBeside("page.yaml", "{ name: page, in: query, schema: { type: integer, minimum: 1 } }\n");
        run.WriteBeside("parts.yaml", """
            parameters: { id: { name: id, in: path, required: true, schema: { type: string } } }
            bodies: { send: { content: { application/json: { schema: { $ref: '#/components/schemas/sent' } } } } }
            components:
              responses: { done: { description: Done., content: { application/json: { schema: { type: object, properties: { at: { type: string } } } } } } }
              schemas: { sent: { type: object, properties: { it: { type: string } } } }
            """);
        Compile(run);

        JsonElement operation = run.Operation("/a/{id}", "post");
        Assert.Equal(["id", "page"], operation.GetProperty("parameters").EnumerateArray().Select(static parameter => parameter.GetProperty("name").GetString()));
        Assert.Equal("it", Members(run, operation.GetProperty("requestBody")));
        Assert.Equal("at", MembersOfAnswer(run, "/a/{id}", "post"));
    }

    [Fact]
    public void Paths_that_are_only_references_are_written_in_place_and_overlays_find_their_operations()
    {
        using SpecRun run = Start("/a: { $ref: paths.yaml#/one }\n/b: { $ref: './paths.yaml#/one' }\n/c: { $ref: '#/paths/~1a' }\n/d: { $ref: more.json }");
        run.WriteBeside("paths.yaml", """
            one:
              get:
                operationId: one
                responses: { '200': { description: It., content: { application/json: { schema: { $ref: '#/schemas/one' } } } } }
            schemas: { one: { type: object, properties: { id: { type: string } } } }
            """);
        run.WriteBeside("more.json", """{ "get": { "operationId": "more", "responses": { "204": { "description": "Done." } } } }""");
        run.Overlays.Add(run.WriteBeside("o.yaml", "overlay: 1.0.0\nactions: [{ target: \"$.paths['/b'].get\", update: { operationId: two } }, { target: $.components.schemas.One.properties.id, update: { minLength: 1 } }]\n"));
        Compile(run);

        Assert.Equal("Two", run.Operation("/b", "get").GetProperty("x-csharp-name").GetString());
        Assert.Equal("More", run.Operation("/d", "get").GetProperty("x-csharp-name").GetString());
        Assert.Equal(["id", "id", "id"], new[] { "/a", "/b", "/c" }.Select(path => MembersOfAnswer(run, path)));
        Assert.Equal(["Kind", "Thing", "One"], Schemas(run));
        Assert.Equal("TextConstraint(MinLength = 1)", run.Attributes("One", "id"));
    }

    [Fact]
    public void What_lies_inside_another_value_becomes_a_component_and_both_places_mean_it()
    {
        const string inside = "#/paths/~1a/get/responses/200/content/application~1json/schema";
        using SpecRun run = Start($$"""
            /a: { get: { operationId: list_all, responses: { '200': { description: It., content: { application/json: { schema: { type: object, properties: { data: { type: array, items: { type: object, properties: { id: { type: string } } } } } } } } } } } }
            /b: { get: { operationId: b, responses: { '200': { description: It., content: { application/json: { schema: { $ref: '{{inside}}' } } } } } } }
            /c: { get: { operationId: c, responses: { '200': { description: It., content: { application/json: { schema: { $ref: '{{inside}}/properties/data/items' } } } } } } }
            /d: { get: { operationId: d, responses: { '200': { description: It., content: { application/json: { schema: { $ref: '#/components/schemas/tree/properties/node' } } } } } } }
            """, "tree: { type: object, properties: { node: { type: object, description: One., properties: { next: { $ref: '#/components/schemas/tree/properties/node' } } } } }");
        Compile(run);

        Assert.Equal(["data", "data", "id", "next"], new[] { "/a", "/b", "/c", "/d" }.Select(path => MembersOfAnswer(run, path)));
        Assert.Equal(["Kind", "ListAllResponse", "ListAllResponseDataItem", "Thing", "Tree", "TreeNode"], Schemas(run).Order(StringComparer.Ordinal));
        Assert.Equal("#/components/schemas/TreeNode", run.Property("Tree", "node").GetProperty("$ref").GetString());
        Assert.Equal("#/components/schemas/TreeNode", run.Property("TreeNode", "next").GetProperty("$ref").GetString());
        Assert.Equal("#/components/schemas/ListAllResponseDataItem", run.Property("ListAllResponse", "data").GetProperty("items").GetProperty("$ref").GetString());
    }

    [Fact]
    public void A_path_that_a_callback_refers_to_keeps_its_operations()
    {
        using SpecRun run = Start("/a: { get: { operationId: a, callbacks: { done: { '{$request.body#/url}': { $ref: '#/paths/~1a' } } }, responses: { '204': { description: Done. } } } }\n/b: { post: { $ref: '#/paths/~1a/get' } }");
        Compile(run);
        Assert.Equal("AA", run.Operation("/a", "get").GetProperty("x-csharp-name").GetString());
        Assert.Equal("AB", run.Operation("/b", "post").GetProperty("x-csharp-name").GetString());
    }

    [Fact]
    public void The_mapping_of_a_discriminator_refers_too()
    {
        using SpecRun run = Start(Get("/a", "a", "pets.yaml#/components/schemas/pet"));
        run.WriteBeside("pets.yaml", """
            components:
              schemas:
                pet:
                  oneOf: [{ $ref: '#/components/schemas/thing' }, { $ref: dog.yaml }]
                  discriminator: { propertyName: kind, mapping: { cat: thing, dog: dog.yaml } }
                thing: { type: object, required: [kind], properties: { kind: { type: string }, lives: { type: integer } } }
            """);
        run.WriteBeside("dog.yaml", "type: object\nrequired: [kind]\nproperties: { kind: { type: string }, barks: { type: boolean } }\n");
        Compile(run);
        Assert.Equal(["Kind", "Thing", "Pet", "PetsThing", "Dog"], Schemas(run).Take(5));
        Assert.Contains("cat", run.Schema("Pet").GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_wrong_in_another_file_is_reported_there()
    {
        using SpecRun run = Start(Get("/a", "a", "x.yaml#/components/schemas/it"));
        string other = run.WriteBeside("x.yaml", "components:\n  schemas:\n    it: { type: object, properties: { long: { type: number, x-duration: { min: PT2X } }, lost: { $ref: '#/components/schemas/itt' } } }\n");
        run.Compile();
        Assert.Equal([$"{other}(3,104): error LRO3001: '#/components/schemas/itt' leads nowhere. Did you mean '#/components/schemas/it'?"], Found(run));

        File.WriteAllText(other, File.ReadAllText(other).Replace("itt", "it", StringComparison.Ordinal));
        run.Compile();
        Assert.Equal([$"{other}(3,80): error LRO3007: 'PT2X' is not an ISO 8601 duration, such as PT30S or PT2H."], Found(run));

        File.WriteAllText(other, "components: { schemas: { it: { type: object }, it: {} } }\n");
        run.Compile();
        Assert.Equal([$"{other}(1,48): error LRO3001: 'it' is written twice in the same object; remove one."], Found(run));

        File.WriteAllText(other, "- a\n");
        run.Compile();
        Assert.Equal([$"{other}(1,1): error LRO3001: The document is not a part of an OpenAPI document: its root is not an object."], Found(run));
    }

    [Theory]
    [InlineData("thinks.yaml", "'thinks.yaml' leads nowhere: there is no file '§thinks.yaml'. Did you mean 'things.yaml'?")]
    [InlineData("./thinks.yaml#/a", "'./thinks.yaml#/a' leads nowhere: there is no file '§thinks.yaml'. Did you mean './things.yaml'?")]
    [InlineData("no/folder.yaml", "'no/folder.yaml' leads nowhere: there is no file '§no/folder.yaml'.")]
    [InlineData("things.yaml#/components/schema/a", "'things.yaml#/components/schema/a' leads nowhere. Did you mean 'things.yaml#/components/schemas'?")]
    [InlineData("things.yaml#/components/schemas/oen", "'things.yaml#/components/schemas/oen' leads nowhere. Did you mean 'things.yaml#/components/schemas/one'?")]
    [InlineData("things.yaml#/components/schemas/one/required", "'things.yaml#/components/schemas/one/required' leads to something that is no object.")]
    [InlineData("things.yaml#one", "'things.yaml#one' leads nowhere: after '#' comes a JSON pointer, as in '#/components/schemas/…'.")]
    [InlineData("things.yaml#/components/schemas/loop", "'things.yaml#/components/schemas/loop' leads back to itself.")]
    [InlineData("api.yaml", "'api.yaml' is a whole OpenAPI document; name the part that is meant, as in 'api.yaml#/components/schemas/…'.")]
    [InlineData("#", "'#' is a whole OpenAPI document; name the part that is meant, as in '#/components/schemas/…'.")]
    [InlineData("https://vendor.test/api.yaml#/a", "'https://vendor.test/api.yaml#/a' is an address, and a build reads files only; keep a copy beside the document and refer to that.")]
    public void A_reference_that_cannot_be_followed_is_reported_at_its_place(string reference, string message)
    {
        using var run = new SpecRun(Documents.Schemas($"bad: {{ properties: {{ it: {{ $ref: '{reference}' }} }} }}"));
        run.WriteBeside("things.yaml", "components: { schemas: { one: { required: [a] }, loop: { $ref: '#/components/schemas/pool' }, pool: { $ref: 'things.yaml#/components/schemas/loop' } } }\n");
        run.Compile();
        string folder = Path.GetDirectoryName(run.Input)! + "/";
        Assert.Equal([$"{run.Input}(6,38): error LRO3001: {message.Replace("§", folder, StringComparison.Ordinal)}"], Found(run));
        Assert.False(File.Exists(run.LoweredPath));
    }

    [Theory]
    [InlineData("self: { type: object, allOf: [§{ $ref: '#/components/schemas/self' }], properties: { a: { type: string } } }", "allOf")]
    [InlineData("self: { allOf: [{ $ref: '#/components/schemas/other' }] }\nother: { type: object, allOf: [§{ $ref: '#/components/schemas/self' }], properties: { a: { type: string } } }", "allOf")]
    [InlineData("self: { oneOf: [§{ $ref: '#/components/schemas/self' }, { type: string }, { type: array, items: { $ref: '#/components/schemas/self' } }] }", "oneOf")]
    public void A_schema_that_is_a_part_of_itself_is_a_warning_and_loses_that_part(string schemas, string kind) => SpecRun.Says(
        Documents.Schemas(schemas), "warning", "LRO3009", $"The schema here is its own '{kind}' by '#/components/schemas/self', which says nothing; that part is left out.");

    [Theory]
    [InlineData("")]
    [InlineData("discriminator: { propertyName: kind }, required: [kind], ")]
    public void A_choice_whose_alternatives_extend_it_is_told_apart_from_what_they_share(string discriminator)
    {
        using SpecRun run = SpecRun.Succeed(Documents.Schemas(
            $$"""
            pet: { type: object, {{discriminator}}oneOf: [{ $ref: '#/components/schemas/cat' }, { $ref: '#/components/schemas/dog' }], properties: { kind: { type: string } } }
            cat: { allOf: [{ $ref: '#/components/schemas/pet' }, { type: object, properties: { purr: { type: string } } }] }
            dog: { allOf: [{ $ref: '#/components/schemas/pet' }, { type: object, properties: { bark: { type: string } } }] }
            """));
        JsonElement schemas = run.Lowered.GetProperty("components").GetProperty("schemas");
        Assert.Equal(["Cat", "Dog"], schemas.GetProperty("Pet").GetProperty("x-csharp-union").EnumerateArray().Select(static union => union.GetProperty("csharp").GetString()));
        Assert.Equal(["kind", "purr"], schemas.GetProperty("Cat").GetProperty("properties").EnumerateObject().Select(static property => property.Name).Order());
        Assert.Equal(["bark", "kind"], schemas.GetProperty("Dog").GetProperty("properties").EnumerateObject().Select(static property => property.Name).Order());
    }

    [Theory]
    [InlineData("discriminator: { propertyName: kind }, ")]
    [InlineData("oneOf: [{ $ref: '#/components/schemas/big~1cat' }, { $ref: '#/components/schemas/dog' }], ")]
    public void Names_that_a_pointer_has_to_escape_are_inherited_from_too(string choice)
    {
        using SpecRun run = SpecRun.Succeed(Documents.Schemas(
            $$"""
            any/pet: { type: object, {{choice}}properties: { kind: { type: string } } }
            big/cat: { allOf: [{ $ref: '#/components/schemas/any~1pet' }, { type: object, properties: { purr: { type: string } } }] }
            dog: { allOf: [{ $ref: '#/components/schemas/any~1pet' }, { type: object, properties: { bark: { type: string } } }] }
            """));
        Assert.Equal(["BigCat", "Dog"], run.Schema("AnyPet").GetProperty("x-csharp-union").EnumerateArray().Select(static union => union.GetProperty("csharp").GetString()));
        Assert.Equal(["kind", "purr"], run.Schema("BigCat").GetProperty("properties").EnumerateObject().Select(static property => property.Name).Order());
    }

    [Fact]
    public void A_reference_whose_way_leads_through_itself_is_reported() => SpecRun.Fails(
        Documents.Schemas("self: { $ref: §'#/components/schemas/self/x' }"), "LRO3001", "'#/components/schemas/self/x' leads back to itself.");

    [Fact]
    public void An_overlay_can_take_out_what_leads_nowhere()
    {
        using SpecRun run = Start("/a: { $ref: nowhere.yaml }\n" + Get("/b", "b", "#/components/schemas/thing"));
        run.Overlays.Add(run.WriteBeside("o.yaml", "overlay: 1.0.0\nactions: [{ target: \"$.paths['/a']\", remove: true }, { target: $.components.schemas.thing.properties, update: { more: { $ref: 'extra.yaml' }, kind: { $ref: '#/components/schemas/kind' } } }]\n"));
        run.WriteBeside("extra.yaml", "type: object\nproperties: { x: { type: string } }\n");
        Compile(run);
        Assert.Equal(["#/components/schemas/Extra", "#/components/schemas/Kind"], Referred(run, "Thing").Skip(1));
        Assert.Equal([run.Input, run.Overlays[0], run.PathOf("extra.yaml")], File.ReadAllLines(run.InputsPath));
    }

    [Fact]
    public void A_component_that_an_overlay_takes_out_is_missed_where_it_is_referred_to()
    {
        using SpecRun run = Start(Get("/a", "a", "x.yaml#/components/schemas/it"));
        run.WriteBeside("x.yaml", Component("it", "x"));
        run.Overlays.Add(run.WriteBeside("o.yaml", "overlay: 1.0.0\nactions: [{ target: $.components.schemas.it, remove: true }]\n"));
        run.Compile();
        Assert.Equal([$"{run.Input}(5,119): error LRO3001: '#/components/schemas/it' leads nowhere."], Found(run));
    }

    private static SpecRun Start(string paths, string schemas = "") =>
        new(Documents.Paths(paths, schemas.Length == 0 ? "" : "  " + schemas.Replace("\n", "\n  ", StringComparison.Ordinal)));

    private static void Compile(SpecRun run)
    {
        run.Compile();
        Assert.Empty(run.Diagnostics);
    }

    private static string Get(string path, string id, string reference) =>
        $"{path}: {{ get: {{ operationId: {id}, responses: {{ '200': {{ description: It., content: {{ application/json: {{ schema: {{ $ref: '{reference}' }} }} }} }} }} }} }}\n";

    private static string Component(string name, string member) => $"components: {{ schemas: {{ {name}: {{ type: object, properties: {{ {member}: {{ type: string }} }} }} }} }}\n";

    private static IEnumerable<string> Found(SpecRun run) => run.Diagnostics.Select(static found => found.ToString());

    private static IEnumerable<string> Schemas(SpecRun run) =>
        run.Lowered.GetProperty("components").GetProperty("schemas").EnumerateObject().Select(static schema => schema.Name);

    private static IEnumerable<string?> Referred(SpecRun run, string schema) =>
        run.Schema(schema).GetProperty("properties").EnumerateObject().Select(static member => member.Value.TryGetProperty("$ref", out JsonElement reference) ? reference.GetString() : null);

    private static string MembersOfAnswer(SpecRun run, string path, string method = "get") =>
        Members(run, run.Operation(path, method).GetProperty("responses").GetProperty("200"));

    private static string Members(SpecRun run, JsonElement body)
    {
        string reference = body.GetProperty("content").GetProperty("application/json").GetProperty("schema").GetProperty("$ref").GetString()!;
        return string.Join(',', run.Schema(reference[(reference.LastIndexOf('/') + 1)..]).GetProperty("properties").EnumerateObject().Select(static member => member.Name));
    }
}
