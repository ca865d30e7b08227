using System.Text.Json.Nodes;
using TwelveLabs.Simulator.Http;

namespace TwelveLabs.Simulator.Endpoints;

/// <summary><c>/engines</c>: the fixed catalogue. Its times are not RFC 3339, as on the real platform.</summary>
internal sealed class EngineEndpoints
{
    private static readonly (string Id, string[] Options, bool Ready)[] Engines =
    [
        ("marengo2", ["visual", "conversation", "text_in_video", "logo"], false),
        ("marengo2.6", ["visual", "conversation", "text_in_video", "logo"], true),
        ("pegasus1.1", ["visual", "conversation"], true),
    ];

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.Serve(HttpMethods.Get, "/engines", List);
        routes.Serve(HttpMethods.Get, "/engines/{engine_id}", Retrieve);
    }

    private static ValueTask<Answer> List(Call call)
    {
        call.Query.RefuseUnknown();
        return new(Answer.Ok(new JsonObject
        {
            ["data"] = new JsonArray([.. Engines.Select(static e => (JsonNode?)Write(e))]),
            ["page_info"] = new JsonObject { ["limit_per_page"] = 10, ["page"] = 1, ["total_page"] = 1, ["total_results"] = Engines.Length },
        }));
    }

    private static ValueTask<Answer> Retrieve(Call call)
    {
        call.Query.RefuseUnknown();
        string id = call.Path("engine_id");
        (string Id, string[], bool) engine = Engines.FirstOrDefault(e => e.Id == id);
        return engine.Id is null
            ? throw Refusal.NotExist(StatusCodes.Status404NotFound, id, "engines")
            : new(Answer.Ok(Write(engine)));
    }

    private static JsonObject Write((string Id, string[] Options, bool Ready) engine) => new()
    {
        ["_id"] = engine.Id,
        ["allowed_engine_options"] = Json.Texts(engine.Options),
        ["author"] = "Simulator",
        ["created_at"] = "2022-07-24 09:30:52.683 +0000 UTC",
        ["updated_at"] = "2024-01-09 11:11:20.4 +0000 UTC",
        ["finetune"] = false,
        ["ready"] = engine.Ready,
    };
}
