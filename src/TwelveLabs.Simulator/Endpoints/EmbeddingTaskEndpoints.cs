using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using TwelveLabs.Simulator.Catalogue;
using TwelveLabs.Simulator.Http;
using TwelveLabs.Simulator.Limits;
using TwelveLabs.Simulator.Store;

namespace TwelveLabs.Simulator.Endpoints;

/// <summary><c>/embed/tasks</c>: the second kind of job. It has statuses of its own and no webhooks.</summary>
internal sealed class EmbeddingTaskEndpoints(Platform platform)
{
    private const string One = "/embed/tasks/{task_id}";
    private const double MinClipLength = 2;
    private const double MaxClipLength = 10;

    // The limits of Marengo, which makes the embeddings.
    private const double MinDuration = 4;
    private const double MaxDuration = 7200;

    private readonly ConcurrentDictionary<string, EmbeddingTaskRecord> _tasks = new(StringComparer.Ordinal);

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.Serve(HttpMethods.Post, "/embed/tasks", LimitGroup.Embed, CreateAsync);
        routes.Serve(HttpMethods.Get, "/embed/tasks", List);
        routes.Serve(HttpMethods.Get, One, Retrieve);
        routes.Serve(HttpMethods.Get, One + "/status", RetrieveStatus);
    }

    private static bool ReadScope(FormReader form)
    {
        IReadOnlyList<string> scope = form.Texts("video_embedding_scope");
        return scope switch
        {
            [] or ["clip"] => false,
            ["clip", "video"] or ["video", "clip"] => true,
            _ => throw Refusal.Invalid("video_embedding_scope", "It must be `clip`, or `clip` and `video`."),
        };
    }

    private async ValueTask<Answer> CreateAsync(Call call)
    {
        FormReader form = await call.FormAsync(platform.Options.MaxUploadBytes);
        EmbeddingEndpoints.CheckEngine(form.RequiredText("engine_name"));
        MediaInput input = MediaInput.Read(form);
        double duration = input.Video.DurationSeconds;
        double start = form.Number("video_start_offset_sec", 0, double.MaxValue) ?? 0;
        double end = Math.Min(duration, form.Number("video_end_offset_sec", 0, double.MaxValue) ?? duration);
        double clipLength = form.Number("video_clip_length", MinClipLength, MaxClipLength) ?? VideoEmbedding.DefaultClipLength;
        bool withWhole = ReadScope(form);
        form.RefuseUnknown();

        if (end <= start)
        {
            throw Refusal.Invalid("video_end_offset_sec", "It must be after `video_start_offset_sec`, and both within the video.");
        }

        if (duration < MinDuration)
        {
            throw Refusal.BadRequest("video_duration_too_short", $"The video is too short: {MinDuration} to {MaxDuration} seconds. Current duration is {duration} seconds.");
        }

        if (duration > MaxDuration)
        {
            throw Refusal.BadRequest("video_duration_too_long", $"The video is too long: {MinDuration} to {MaxDuration} seconds. Current duration is {duration} seconds.");
        }

        var task = new EmbeddingTaskRecord(platform.NextId(), input, start, end, clipLength, withWhole, platform.Now, platform.Options.Speed);
        _tasks[task.Id] = task;
        return Answer.Ok(new JsonObject { ["_id"] = task.Id });
    }

    private ValueTask<Answer> List(Call call)
    {
        QueryReader query = call.Query;
        Paging paging = query.Paging(isSortable: false);
        string? status = query.Text("status");
        DateTimeOffset? from = query.Time("started_at"), until = query.Time("ended_at");
        query.RefuseUnknown();

        DateTimeOffset now = platform.Now;
        IEnumerable<EmbeddingTaskRecord> found = _tasks.Values.Where(t =>
            t.IsKept(now)
            && (status is null || t.StatusAt(now) == status)
            && (from is null || t.CreatedAt >= from)
            && (until is null || t.CreatedAt <= until));

        return new(Answer.Ok(paging.Of(
            found, static t => t.CreatedAt, t => t.UpdatedAt(now), static t => t.Id, t => t.Write(now, withVectors: false))));
    }

    private ValueTask<Answer> Retrieve(Call call) => new(Answer.Ok(Find(call).Write(platform.Now, withVectors: true)));

    private ValueTask<Answer> RetrieveStatus(Call call) => new(Answer.Ok(Find(call).WriteState(platform.Now)));

    private EmbeddingTaskRecord Find(Call call)
    {
        call.Query.RefuseUnknown();
        string id = Platform.Checked(call.Path("task_id"), "task_id");
        return _tasks.TryGetValue(id, out EmbeddingTaskRecord? task) && task.IsKept(platform.Now) ? task : throw platform.NotExist(id, "embed_tasks");
    }
}
