using System.Text.Json.Nodes;
using TwelveLabs.Simulator.Faults;
using TwelveLabs.Simulator.Http;
using TwelveLabs.Simulator.Life;
using TwelveLabs.Simulator.Store;
using TwelveLabs.Simulator.Webhooks;

namespace TwelveLabs.Simulator.Endpoints;

/// <summary><c>/__simulator</c>: faults, webhooks and counters for callers in another process. Needs no key, is not counted, knows no faults.</summary>
internal sealed class ControlEndpoints(Platform platform, FaultControl faults, RequestLog requests, WebhookControl webhooks)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup(Server.ControlPath);
        Map(group, HttpMethods.Get, "/faults", _ => new(Answer.Ok(new JsonObject
        {
            ["data"] = new JsonArray([.. faults.List.Select(static f => (JsonNode?)FaultJson.Write(f.Id, f.Fault, f.Hits))]),
        })));
        Map(group, HttpMethods.Post, "/faults", AddFaultAsync);
        Map(group, HttpMethods.Delete, "/faults", _ =>
        {
            faults.Clear();
            return new(Answer.NoContent);
        });
        Map(group, HttpMethods.Delete, "/faults/{fault_id}", call => new(faults.Remove(call.Path("fault_id"))
            ? Answer.NoContent
            : throw Refusal.NotExist(StatusCodes.Status404NotFound, call.Path("fault_id"), "faults")));

        Map(group, HttpMethods.Get, "/webhooks", _ => new(Answer.Ok(ListWebhooks())));
        Map(group, HttpMethods.Post, "/webhooks", AddWebhookAsync);
        Map(group, HttpMethods.Delete, "/webhooks", _ =>
        {
            webhooks.Clear();
            return new(Answer.NoContent);
        });

        Map(group, HttpMethods.Get, "/requests", _ => new(Answer.Ok(ListRequests())));
        Map(group, HttpMethods.Get, "/tasks", _ => new(Answer.Ok(ListTasks())));
    }

    private static void Map(RouteGroupBuilder group, string method, string path, Func<Call, ValueTask<Answer>> run) =>
        group.MapMethods(path, [method], context => Operation.RunAsync(context, run));

    private async ValueTask<Answer> AddFaultAsync(Call call)
    {
        Fault fault = FaultJson.Read(await call.JsonAsync());
        try
        {
            string id = faults.Add(fault);
            return Answer.Created(FaultJson.Write(id, fault, hits: 0));
        }
        catch (ArgumentException e)
        {
            throw Refusal.InvalidRequest(e.Message);
        }
    }

    private async ValueTask<Answer> AddWebhookAsync(Call call)
    {
        BodyReader body = await call.JsonAsync();
        string url = body.RequiredText("url"), secret = body.RequiredText("secret");
        body.RefuseUnknown();
        try
        {
            webhooks.Register(new WebhookEndpoint(new Uri(url), secret));
        }
        catch (Exception e) when (e is ArgumentException or UriFormatException)
        {
            throw Refusal.Invalid("url", e.Message);
        }

        return Answer.Created(new JsonObject { ["url"] = url });
    }

    private JsonObject ListWebhooks() => new()
    {
        ["data"] = new JsonArray([.. webhooks.Endpoints.Select(static e => (JsonNode?)new JsonObject { ["url"] = e.Url.ToString() })]),
        ["deliveries"] = new JsonArray([.. webhooks.Deliveries.Select(static d => (JsonNode?)new JsonObject
        {
            ["event_id"] = d.EventId,
            ["type"] = d.Type,
            ["task_id"] = d.TaskId,
            ["url"] = d.Endpoint.ToString(),
            ["attempt"] = d.Attempt,
            ["status"] = d.Status,
        })]),
    };

    private JsonObject ListRequests() => new()
    {
        ["total"] = requests.Total,
        ["data"] = new JsonArray([.. requests.Counts.OrderBy(static c => c.Key.Path, StringComparer.Ordinal).Select(static c => (JsonNode?)new JsonObject
        {
            ["method"] = c.Key.Method,
            ["path"] = c.Key.Path,
            ["count"] = c.Value,
        })]),
    };

    private JsonObject ListTasks()
    {
        DateTimeOffset now = platform.Now;
        return new JsonObject
        {
            ["data"] = new JsonArray([.. platform.EveryTask.Select(t =>
            {
                TaskState state = t.Life.At(now);
                return (JsonNode?)new JsonObject
                {
                    ["_id"] = t.Id,
                    ["index_id"] = t.Index.Id,
                    ["url"] = t.Url,
                    ["title"] = t.Video.Title,
                    ["status"] = state.Status,
                };
            })]),
        };
    }
}
