using System.Text.Json.Nodes;
using TwelveLabs.Simulator.Catalogue;
using TwelveLabs.Simulator.Http;
using TwelveLabs.Simulator.Life;
using TwelveLabs.Simulator.Limits;
using TwelveLabs.Simulator.Store;

namespace TwelveLabs.Simulator.Endpoints;

/// <summary><c>/tasks</c>: create from an external provider, list, retrieve, delete, count by status.</summary>
internal sealed class TaskEndpoints(Platform platform)
{
    private const string One = "/tasks/{task_id}";

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.Serve(HttpMethods.Post, "/tasks/external-provider", LimitGroup.Uploads, CreateFromProviderAsync);
        routes.Serve(HttpMethods.Get, "/tasks", List);
        routes.Serve(HttpMethods.Get, "/tasks/status", Count);
        routes.Serve(HttpMethods.Get, One, Retrieve);
        routes.Serve(HttpMethods.Delete, One, Delete);
    }

    /// <summary>Each call starts a job: the platform never asks whether it has seen the address before.</summary>
    private async ValueTask<Answer> CreateFromProviderAsync(Call call)
    {
        BodyReader body = await call.JsonAsync();
        string indexId = body.RequiredText("index_id");
        string url = body.RequiredText("url");
        body.RefuseUnknown();

        IndexRecord index = platform.Index(indexId);
        if (!YouTubeUrl.TryGetVideoId(url, out string? videoId))
        {
            throw Refusal.Invalid("url", "It must be the address of one YouTube video.");
        }

        TaskRecord task = platform.CreateTask(index, VideoCatalogue.Find(videoId), url, hasStream: true);
        return new(platform.Options.ExternalProviderCreateStatus, new JsonObject { ["_id"] = task.Id });
    }

    private ValueTask<Answer> List(Call call)
    {
        QueryReader query = call.Query;
        Paging paging = query.Paging();
        string? id = query.Text("_id"), indexId = query.Text("index_id"), filename = query.Text("filename");
        RangeFilter<double> duration = query.NumberFilter("duration"), width = query.NumberFilter("width"), height = query.NumberFilter("height");
        RangeFilter<DateTimeOffset> created = query.TimeFilter("created_at"), updated = query.TimeFilter("updated_at"), estimated = query.TimeFilter("estimated_time");
        query.RefuseUnknown();

        DateTimeOffset now = platform.Now;
        IEnumerable<TaskRecord> found = platform.Tasks.Where(t =>
        {
            if ((id is not null && t.Id != id) || (indexId is not null && t.Index.Id != indexId) || !created.Allows(t.Life.CreatedAt))
            {
                return false;
            }

            TaskState state = t.Life.At(now);
            bool known = state.IsMetadataKnown;
            return (filename is null || (known && t.Video.Title == filename))
                && duration.Allows(known ? t.Video.DurationSeconds : null)
                && width.Allows(known ? t.Video.Width : null)
                && height.Allows(known ? t.Video.Height : null)
                && updated.Allows(state.UpdatedAt)
                && estimated.Allows(known ? t.Life.EstimatedAt : null);
        });

        return new(Answer.Ok(paging.Of(
            found, static t => t.Life.CreatedAt, t => t.Life.At(now).UpdatedAt, static t => t.Id, t => t.Write(now, inList: true))));
    }

    private ValueTask<Answer> Count(Call call)
    {
        string indexId = call.Query.RequiredText("index_id");
        call.Query.RefuseUnknown();
        IndexRecord index = platform.Index(indexId);

        DateTimeOffset now = platform.Now;
        Dictionary<string, int> counts = platform.Tasks
            .Where(t => t.Index == index)
            .CountBy(t => t.Life.At(now).Status)
            .ToDictionary();
        var answer = new JsonObject { ["index_id"] = index.Id };
        foreach (string status in (ReadOnlySpan<string>)["ready", "validating", "pending", "queued", "indexing", "failed"])
        {
            answer[status] = counts.GetValueOrDefault(status);
        }

        answer["total_result"] = counts.Values.Sum();
        return new(Answer.Ok(answer));
    }

    private ValueTask<Answer> Retrieve(Call call)
    {
        call.Query.RefuseUnknown();
        return new(Answer.Ok(platform.Task(call.Path("task_id")).Write(platform.Now, inList: false)));
    }

    private ValueTask<Answer> Delete(Call call)
    {
        call.Query.RefuseUnknown();
        platform.DeleteTask(platform.Task(call.Path("task_id")));
        return new(Answer.NoContent);
    }
}
