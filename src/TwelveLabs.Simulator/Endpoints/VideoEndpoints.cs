using System.Text.Json;
using System.Text.Json.Nodes;
using TwelveLabs.Simulator.Catalogue;
using TwelveLabs.Simulator.Http;
using TwelveLabs.Simulator.Store;

namespace TwelveLabs.Simulator.Endpoints;

/// <summary><c>/indexes/{index_id}/videos</c>: list, retrieve, update, delete.</summary>
internal sealed class VideoEndpoints(Platform platform)
{
    private const string All = "/indexes/{index_id}/videos";
    private const string One = All + "/{video_id}";

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.Serve(HttpMethods.Get, All, List);
        routes.Serve(HttpMethods.Get, One, Retrieve);
        routes.Serve(HttpMethods.Put, One, UpdateAsync);
        routes.Serve(HttpMethods.Delete, One, Delete);
    }

    private static bool HasCustom(VideoRecord video, string name, string expected) =>
        video.CustomMetadata.TryGetPropertyValue(name, out JsonNode? value)
        && value is not null
        && (value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString()) == expected;

    private ValueTask<Answer> List(Call call)
    {
        IndexRecord index = platform.Index(call.Path("index_id"));
        QueryReader query = call.Query;
        Paging paging = query.Paging();
        string? id = query.Text("_id"), filename = query.Text("filename");
        RangeFilter<double> duration = query.NumberFilter("duration"), fps = query.NumberFilter("fps"), width = query.NumberFilter("width");
        RangeFilter<double> height = query.NumberFilter("height"), size = query.NumberFilter("size");
        RangeFilter<DateTimeOffset> created = query.TimeFilter("created_at"), updated = query.TimeFilter("updated_at"), indexed = query.TimeFilter("indexed_at");

        // Here no name is unknown: whatever is left asks for custom metadata.
        List<KeyValuePair<string, string>> custom = [.. query.Rest()];
        IEnumerable<VideoRecord> found = platform.VideosOf(index).Where(v =>
            (id is null || v.Id == id)
            && (filename is null || v.Title == filename)
            && duration.Allows(v.Video.DurationSeconds)
            && fps.Allows(v.Video.FramesPerSecond)
            && width.Allows(v.Video.Width)
            && height.Allows(v.Video.Height)
            && size.Allows(v.Video.SizeBytes)
            && created.Allows(v.CreatedAt)
            && updated.Allows(v.UpdatedAt)
            && indexed.Allows(v.IndexedAt)
            && custom.All(c => HasCustom(v, c.Key, c.Value)));

        return new(Answer.Ok(paging.Of(
            found, static v => v.CreatedAt, static v => v.UpdatedAt, static v => v.Id, static v => v.Write(inList: true))));
    }

    private ValueTask<Answer> Retrieve(Call call)
    {
        bool embed = call.Query.Flag("embed", byDefault: false);
        call.Query.RefuseUnknown();
        VideoRecord video = Find(call);
        JsonObject answer = video.Write(inList: false);
        if (embed)
        {
            answer["embedding"] = VideoEmbedding.Of(video.Id, video.Video.DurationSeconds);
        }

        return new(Answer.Ok(answer));
    }

    private async ValueTask<Answer> UpdateAsync(Call call)
    {
        VideoRecord video = Find(call);
        BodyReader body = await call.JsonAsync();
        string? title = body.Text("video_title");
        JsonObject? metadata = body.Object("metadata");
        body.RefuseUnknown();

        if (metadata is not null && metadata.Any(static m => m.Value?.GetValueKind() is not (JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False)))
        {
            throw Refusal.Invalid("metadata", "Its values must be texts, numbers or booleans.");
        }

        video.Edit(title, metadata, platform.Now);
        return Answer.NoContent;
    }

    private ValueTask<Answer> Delete(Call call)
    {
        call.Query.RefuseUnknown();
        platform.DeleteVideo(Find(call).Id);
        return new(Answer.NoContent);
    }

    private VideoRecord Find(Call call) => platform.Video(platform.Index(call.Path("index_id")), call.Path("video_id"));
}
