using System.Text.Json.Nodes;
using TwelveLabs.Simulator.Http;
using TwelveLabs.Simulator.Store;

namespace TwelveLabs.Simulator.Endpoints;

/// <summary><c>/indexes</c>: create, list, retrieve, rename, delete.</summary>
internal sealed class IndexEndpoints(Platform platform)
{
    private const string One = "/indexes/{index_id}";

    private static readonly string[] MarengoOptions = ["visual", "conversation", "text_in_video", "logo"];
    private static readonly string[] PegasusOptions = ["visual", "conversation"];

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.Serve(HttpMethods.Post, "/indexes", CreateAsync);
        routes.Serve(HttpMethods.Get, "/indexes", List);
        routes.Serve(HttpMethods.Get, One, Retrieve);
        routes.Serve(HttpMethods.Put, One, UpdateAsync);
        routes.Serve(HttpMethods.Delete, One, Delete);
    }

    private static EngineChoice ReadEngine(JsonNode? node)
    {
        var engine = new BodyReader(node as JsonObject ?? throw Refusal.Invalid("engines", "Each must be an object."), "engines.");
        string name = engine.RequiredText("engine_name");
        IReadOnlyList<string> options = engine.Texts("engine_options") ?? throw Refusal.NotProvided("engines.engine_options");
        engine.RefuseUnknown();

        var choice = new EngineChoice(name, options);
        if (!choice.IsMarengo && !choice.IsPegasus)
        {
            throw Refusal.Invalid("engines.engine_name", "It must be a Marengo or Pegasus engine.");
        }

        string[] allowed = choice.IsPegasus ? PegasusOptions : MarengoOptions;
        bool usable = options.Count is >= 1 and <= 4 && options.Distinct().Count() == options.Count && options.All(allowed.Contains);
        return usable ? choice : throw Refusal.Invalid("engines.engine_options", $"`{name}` takes {string.Join(", ", allowed)}.");
    }

    private async ValueTask<Answer> CreateAsync(Call call)
    {
        BodyReader body = await call.JsonAsync();
        string name = body.RequiredText("index_name");
        JsonArray list = body.List("engines") ?? throw Refusal.NotProvided("engines");
        List<EngineChoice> engines = [.. list.Select(ReadEngine)];
        IReadOnlyList<string> addons = body.Texts("addons") ?? [];
        body.RefuseUnknown();

        if (engines.Count == 0 || engines.DistinctBy(static e => e.Name).Count() != engines.Count)
        {
            throw Refusal.Invalid("engines", "Name at least one engine, and each only once.");
        }

        bool thumbnailsPossible = engines.Any(static e => e.IsMarengo);
        if (addons.Any(a => a != "thumbnail" || !thumbnailsPossible) || addons.Count > 1)
        {
            throw Refusal.Invalid("addons", "Only `thumbnail`, and only with Marengo.");
        }

        IndexRecord index = platform.CreateIndex(name, engines, addons);
        return Answer.Created(new JsonObject { ["_id"] = index.Id });
    }

    private ValueTask<Answer> List(Call call)
    {
        QueryReader query = call.Query;
        Paging paging = query.Paging();
        string? id = query.Text("_id"), name = query.Text("index_name");
        IReadOnlyList<string> options = [.. query.Texts("engine_options"), .. query.Texts("index_options")];
        string family = query.Choice("engine_family", "", "", "marengo", "pegasus");
        RangeFilter<DateTimeOffset> created = query.TimeFilter("created_at"), updated = query.TimeFilter("updated_at");
        query.RefuseUnknown();

        IEnumerable<IndexRecord> found = platform.Indexes.Where(i =>
            (id is null || i.Id == id)
            && (name is null || i.Name == name)
            && options.All(i.HasOption)
            && (family != "marengo" || i.HasMarengo)
            && (family != "pegasus" || i.HasPegasus)
            && created.Allows(i.CreatedAt)
            && updated.Allows(i.UpdatedAt));

        return new(Answer.Ok(paging.Of(
            found, static i => i.CreatedAt, static i => i.UpdatedAt, static i => i.Id, i => i.Write(platform.VideosOf(i)))));
    }

    private ValueTask<Answer> Retrieve(Call call)
    {
        call.Query.RefuseUnknown();
        IndexRecord index = platform.Index(call.Path("index_id"));
        return new(Answer.Ok(index.Write(platform.VideosOf(index))));
    }

    private async ValueTask<Answer> UpdateAsync(Call call)
    {
        IndexRecord index = platform.Index(call.Path("index_id"));
        BodyReader body = await call.JsonAsync();
        if (body.Has("engines") || body.Has("engine_id"))
        {
            throw Refusal.BadRequest("index_engine_cannot_be_changed", "The engines of an index cannot be changed. Remove them from the request, or create a new index.");
        }

        if (body.Has("index_options"))
        {
            throw Refusal.BadRequest("index_option_cannot_be_changed", "The options of an index cannot be changed. Remove them from the request, or create a new index.");
        }

        string name = body.RequiredText("index_name");
        body.RefuseUnknown();
        platform.RenameIndex(index, name);
        return Answer.NoContent;
    }

    private ValueTask<Answer> Delete(Call call)
    {
        call.Query.RefuseUnknown();
        platform.DeleteIndex(platform.Index(call.Path("index_id")));
        return new(Answer.NoContent);
    }
}
