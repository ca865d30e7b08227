using System.Text.Json;

namespace LongRun.SpecCompiler.Tests;

public sealed class OverlayTests
{
    private const string Document = """
        openapi: 3.0.3
        info: { title: Vendor, version: '1' }
        servers: [{ url: https://vendor.test }]
        paths:
          /jobs:
            post:
              operationId: createJob
              responses: { '201': { description: Started., content: { application/json: { schema: { $ref: '#/components/schemas/job' } } } } }
          /jobs/{id}:
            get:
              operationId: getJob
              parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
              responses: { '200': { description: It., content: { application/json: { schema: { $ref: '#/components/schemas/job' } } } } }
          /internal: { get: { operationId: internal, responses: { '204': { description: Done. } } } }
        components:
          schemas:
            job: { type: object, properties: { id: { type: string }, status: { type: string, x-extensible-enum: [queued, done] } } }
            page: { type: object, required: [items], properties: { items: { type: array, items: { type: string } } } }

        """;

    private const string Jobs = """
        overlay: 1.0.0
        info: { title: Jobs of the vendor, version: '1' }
        extends: https://vendor.test/openapi.yaml
        actions:
          - target: $.paths['/jobs'].post
            description: It starts one.
            update: { x-long-running-operation: { name: Run, monitor: getJob, id: $response.body#/id } }
          - target: $.paths['/jobs/{id}'].get
            update:
              x-operation-monitor:
                name: Running
                id: $request.path.id
                status: $response.body#/status
                succeeded: [done]
                failed: [broken]
          - target: $.components.schemas.job.properties.status['x-extensible-enum']
            update: broken
          - target: $.paths['/internal']
            remove: true

        """;

    [Fact]
    public void Jobs_are_declared_in_a_document_of_others()
    {
        using SpecRun run = Succeed(Jobs);
        Assert.Contains("StartsOperation", SpecRun.Joined(run.Operation("/jobs", "post")), StringComparison.Ordinal);
        Assert.Contains("OperationMonitor", SpecRun.Joined(run.Operation("/jobs/{id}", "get")), StringComparison.Ordinal);
        Assert.Equal(["queued", "done", "broken"], run.Schema("JobStatus").GetProperty("enum").EnumerateArray().Select(static value => value.GetString()));
        Assert.False(run.Lowered.GetProperty("paths").TryGetProperty("/internal", out _));
    }

    [Fact]
    public void What_a_later_check_finds_wrong_is_reported_in_the_overlay()
    {
        using var run = new SpecRun(Document);
        run.Overlays.Add(run.WriteBeside("jobs.overlay.yaml", Jobs.Replace("failed: [broken]", "failed: [brocken]", StringComparison.Ordinal)));
        run.Compile();
        Assert.Equal([$"{run.Overlays[0]}(15,18): error LRO3004: 'brocken' is not a status of JobStatus; did you mean 'broken'?"], run.Problems.Select(static found => found.ToString()));
    }

    [Fact]
    public void Several_overlays_are_applied_in_order_and_json_is_one_too()
    {
        using var run = new SpecRun(Document);
        run.Overlays.Add(run.WriteBeside("b.overlay.yaml", Action("$.paths['/jobs'].post", "update: { operationId: first, tags: [a] }")));
        run.Overlays.Add(run.WriteBeside("a.overlay.json", """
            { "overlay": "1.0.0", "info": { "title": "T", "version": "1" },
              "actions": [{ "target": "$.paths[?@.post.operationId == 'first'].post", "update": { "operationId": "second" } }] }
            """));
        run.Compile();
        Assert.Empty(run.Problems);
        Assert.Equal("Second", run.Operation("/jobs", "post").GetProperty("x-csharp-name").GetString());
    }

    [Theory]
    [InlineData("$.components.schemas.page", "update: { required: [more], properties: { more: { type: boolean } } }", """["items","more"]""")]
    [InlineData("$.components.schemas.page.required", "update: more", """["items","more"]""")]
    [InlineData("$.components.schemas.page.required", "update: [more, most]", """["items","more","most"]""")]
    [InlineData("$.components.schemas.page.required[0]", "update: more", """["more"]""")]
    [InlineData("$..required", "update: more", """["items","more"]""")]
    [InlineData("$.components.schemas['page','page']", "update: { required: [more] }", """["items","more"]""")]
    [InlineData("$.components.schemas.page.required[0,0]", "remove: true", null)]
    [InlineData("$.components.schemas.page.required", "remove: true", null)]
    [InlineData("$.components.schemas.page.required", "{ remove: true, update: more }", null)]
    public void Lists_grow_and_shrink(string target, string change, string? required)
    {
        using SpecRun run = Succeed(Action(target, change));
        Assert.Equal(required, run.Schema("Page").TryGetProperty("required", out JsonElement list) && list.GetArrayLength() > 0 ? list.GetRawText().ReplaceLineEndings("").Replace(" ", "", StringComparison.Ordinal) : null);
    }

    [Fact]
    public void Each_place_gets_a_copy_of_its_own()
    {
        using SpecRun run = Succeed(Action("$.components.schemas.*.properties", "update: { note: { type: string, maxLength: 5 } }"));
        Assert.Equal("TextConstraint(MaxLength = 5)", run.Attributes("Job", "note"));
        Assert.Equal("TextConstraint(MaxLength = 5)", run.Attributes("Page", "note"));
    }

    [Theory]
    [InlineData("§$.paths['/jbs'].post", "'$.paths' has no '/jbs'. Did you mean '/jobs'?")]
    [InlineData("§$.paths['/jobs'].pst", "'$.paths['/jobs']' has no 'pst'. Did you mean 'post'?")]
    [InlineData("§$.paths['/jobs'].delete", "'$.paths['/jobs']' has no 'delete'. It has 'post'.")]
    [InlineData("§$.webhooks.done", "'$' has no 'webhooks'. It has 'openapi', 'info', 'servers', 'paths', 'components'.")]
    [InlineData("§$..operationID2", "'$' has no 'operationID2'. Did you mean 'operationId'?")]
    [InlineData("§$.servers[3].url", "'$.servers' is there, but nothing in it matches '[3]'.")]
    [InlineData("§$.servers.url", "'$.servers' has no 'url'.")]
    [InlineData("§$.paths.*[?@.operationId == 'getJobs']", "nothing in '$.paths.*' has the value 'getJobs' there. Did you mean 'getJob'?")]
    [InlineData("§$.paths[?@.put]", "'$.paths' is there, but nothing in it matches '[?@.put]'.")]
    public void An_action_that_matches_nothing_is_a_warning_with_the_nearest(string marked, string message)
    {
        string target = marked[1..];
        (string overlay, string place) = Marked(Action($"§{target}", "remove: true", quote: false));
        using var run = new SpecRun(Document);
        run.Overlays.Add(run.WriteBeside("o.yaml", overlay));
        run.Compile();
        Assert.Equal([$"{run.Overlays[0]}{place}: warning LRO3011: '{target}' matches nothing, so the action changes nothing: {message}"], run.Problems.Select(static found => found.ToString()));
        Assert.True(File.Exists(run.LoweredPath));
    }

    [Theory]
    [InlineData("§", "The document is empty.")]
    [InlineData("§[]", "The document is not an overlay: its root is not an object.")]
    [InlineData("§openapi: 3.0.3\npaths: {}\n", "This is an OpenAPI document, not an overlay.")]
    [InlineData("§actions: []\n", "The overlay does not say which version it is; add 'overlay: 1.0.0'.")]
    [InlineData("overlay: §2.0.0\n", "Overlay 2.0.0 is not supported; 1.0 is.")]
    [InlineData("§overlay: 1.0.0\n", "The overlay has no 'actions', a list of what it changes.")]
    [InlineData("overlay: 1.0.0\n§actions: []\n", "The overlay has no 'actions', a list of what it changes.")]
    [InlineData("overlay: 1.0.0\nactions: [§a]\n", "An action is an object with a 'target'.")]
    [InlineData("overlay: 1.0.0\nactions: [§{ remove: true }]\n", "An action needs a 'target', a JSONPath such as '$.paths['/tasks'].get'.")]
    [InlineData("overlay: 1.0.0\nactions: [§{ target: $.info }]\n", "The action changes nothing; it needs 'update' or 'remove: true'.")]
    [InlineData("overlay: 1.0.0\nactions: [{ target: $.info, remove: §'true' }]\n", "'remove' is true or false.")]
    [InlineData("overlay: 1.0.0\nactions: [{ target: §$, remove: true }]\n", "'$' is the whole document, which cannot be removed.")]
    [InlineData("overlay: 1.0.0\nactions:\n  - target: §$.paths./jobs\n    remove: true\n", "'$.paths./jobs' is not a JSONPath; at its character 9: '/' cannot begin a name; write it in brackets and quotes, as in ['/tasks'].")]
    [InlineData("overlay: 1.0.0\nactions:\n  - target: §$[?mach(@, 'a')]\n    remove: true\n", "'$[?mach(@, 'a')]' is not a JSONPath; at its character 4: there is no function 'mach'; there are length, count, value, match, search. Did you mean 'match'?")]
    public void A_broken_overlay_is_reported_at_its_place(string marked, string message) => Fails(marked, message);

    [Theory]
    [InlineData("$.info", "§text", "'$.info' is an object (§api(2,7)), and a single value cannot be merged into it; remove it by an action before this one.")]
    [InlineData("$.info.title", "§{ a: b }", "'$.info.title' is a single value (§api(2,16)), and an object cannot be merged into it; remove it by an action before this one.")]
    [InlineData("$", "{ servers: §{ url: x } }", "'servers' is a list (§api(3,10)), and an object cannot be merged into it; remove it by an action before this one.")]
    public void Values_that_do_not_go_together_are_reported(string target, string update, string message) =>
        Fails(Action(target, $"update: {update}"), message);

    [Fact]
    public void A_key_that_overlays_do_not_have_is_said()
    {
        using var run = new SpecRun(Document);
        run.Overlays.Add(run.WriteBeside("o.yaml", "overlay: 1.1.0\nextend: x\nx-mine: 1\nactions: [{ target: $.info, update: { title: T }, remov: true }]\n"));
        run.Compile();
        Assert.Equal(
            [
                $"{run.Overlays[0]}(2,1): warning LRO3008: An overlay has no key 'extend'; it is ignored. Did you mean 'extends'?",
                $"{run.Overlays[0]}(4,51): warning LRO3008: An action has no key 'remov'; it is ignored. Did you mean 'remove'?",
            ],
            run.Problems.Select(static found => found.ToString()));
    }

    [Fact]
    public void An_overlay_that_is_not_there_is_reported()
    {
        using var run = new SpecRun(Document);
        run.Overlays.Add(run.PathOf("nowhere.yaml"));
        run.Compile();
        Assert.StartsWith($"{run.Overlays[0]}(1,1): error LRO3001: The document cannot be opened: ", Assert.Single(run.Problems).ToString(), StringComparison.Ordinal);
    }

    private static SpecRun Succeed(string overlay)
    {
        var run = new SpecRun(Document);
        run.Overlays.Add(run.WriteBeside("o.overlay.yaml", overlay));
        run.Compile();
        Assert.Empty(run.Problems);
        return run;
    }

    private static void Fails(string marked, string message)
    {
        (string overlay, string place) = Marked(marked);
        using var run = new SpecRun(Document);
        run.Overlays.Add(run.WriteBeside("o.yaml", overlay));
        run.Compile();
        string expected = message.Replace("§api", run.Input, StringComparison.Ordinal);
        Assert.Equal([$"{run.Overlays[0]}{place}: error LRO3001: {expected}"], run.Problems.Select(static found => found.ToString()));
        Assert.False(File.Exists(run.LoweredPath));
    }

    private static (string Text, string Place) Marked(string marked)
    {
        int at = marked.IndexOf('§', StringComparison.Ordinal);
        string before = marked[..at];
        return (marked.Remove(at, 1), $"({before.Count(static c => c == '\n') + 1},{at - before.LastIndexOf('\n')})");
    }

    private static string Action(string target, string change, bool quote = true)
    {
        string text = quote ? $"\"{target}\"" : target;
        return change.StartsWith('{')
            ? $"overlay: 1.0.0\ninfo: {{ title: T, version: '1' }}\nactions:\n  - {{ target: {text}, {change[1..]}\n"
            : $"overlay: 1.0.0\ninfo: {{ title: T, version: '1' }}\nactions:\n  - target: {text}\n    {change}\n";
    }
}
