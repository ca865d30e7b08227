using System.Collections.Concurrent;
using TwelveLabs.Simulator.Catalogue;
using TwelveLabs.Simulator.Http;
using TwelveLabs.Simulator.Limits;
using TwelveLabs.Simulator.Search;
using TwelveLabs.Simulator.Store;

namespace TwelveLabs.Simulator.Endpoints;

/// <summary><c>/search</c> and <c>/search-v2</c> with their pages: made-up matches, the same for the same request, in videos that are really there.</summary>
internal sealed class SearchEndpoints(Platform platform)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    private readonly ConcurrentDictionary<string, SearchRun> _runs = new(StringComparer.Ordinal);

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.Serve(HttpMethods.Post, "/search", LimitGroup.Search, SearchAsync);
        routes.Serve(HttpMethods.Get, "/search/{page_token}", LimitGroup.Search, NextPage);
        routes.Serve(HttpMethods.Post, "/search-v2", LimitGroup.Search, SearchV2Async);
        routes.Serve(HttpMethods.Get, "/search-v2/{page_token}", LimitGroup.Search, NextPage);
    }

    /// <summary>An image, named by its address or by its file.</summary>
    private static string ReadImage(FormReader form)
    {
        string? type = form.Text("query_media_type"), url = form.Text("query_media_url");
        CountedFile? file = form.File("query_media_file");
        if (type is null)
        {
            throw Refusal.NotProvided("query_text");
        }

        if (type != "image")
        {
            throw Refusal.Invalid("query_media_type", "It must be `image`.");
        }

        return url is not null ? MediaInput.DirectUrl(url, "query_media_url").ToString()
            : file is { } image ? $"{image.Name}/{image.Size}"
            : throw Refusal.NotProvided("query_media_url");
    }

    private async ValueTask<Answer> SearchAsync(Call call)
    {
        BodyReader body = await call.JsonAsync();
        var query = new SearchQuery
        {
            Key = body.RequiredText("query"),
            IndexId = body.RequiredText("index_id"),
            Options = body.Texts("search_options") ?? throw Refusal.NotProvided("search_options"),
            ByVideo = body.Choice("group_by", "clip", "clip", "video") == "video",
            Threshold = body.Choice("threshold", "low", "high", "medium", "low", "none"),
            ByClipCount = body.Choice("sort_option", "score", "score", "clip_count") == "clip_count",
            IsExact = body.Choice("conversation_option", "semantic", "semantic", "exact_match") == "exact_match",
            PageLimit = (int)body.Number("page_limit", 10, 1, 50),
            Filter = body.Object("filter") is { } filter ? SearchFilter.Read(filter) : null,
        };
        body.Choice("operator", "or", "or", "and");
        body.Number("adjust_confidence_level", 0.5, 0, 1);
        body.RefuseUnknown();
        return Run(call, query);
    }

    private async ValueTask<Answer> SearchV2Async(Call call)
    {
        FormReader form = await call.FormAsync(platform.Options.MaxUploadBytes);
        var query = new SearchQuery
        {
            IndexId = form.RequiredText("index_id"),
            Options = form.Texts("search_options") is { Count: > 0 } options ? options : throw Refusal.NotProvided("search_options"),
            Key = form.Text("query_text") is { Length: > 0 } text ? text : ReadImage(form),
            ByVideo = form.Choice("group_by", "clip", "clip", "video") == "video",
            Threshold = form.Choice("threshold", "low", "high", "medium", "low", "none"),
            ByClipCount = form.Choice("sort_option", "score", "score", "clip_count") == "clip_count",
            IsExact = form.Choice("conversation_option", "semantic", "semantic", "exact_match") == "exact_match",
            PageLimit = form.Integer("page_limit", 10, 1, 50),
            Filter = form.Text("filter") is { } filter ? SearchFilter.Parse(filter) : null,
        };
        form.Choice("operator", "or", "or", "and");
        form.Number("adjust_confidence_level", 0, 1);
        form.Text("query_media_type");
        form.Text("query_media_url");
        form.File("query_media_file");
        form.RefuseUnknown();
        return Run(call, query);
    }

    private Answer Run(Call call, SearchQuery query)
    {
        IndexRecord index = platform.Index(query.IndexId);
        EngineChoice engine = index.Engines.FirstOrDefault(static e => e.IsMarengo)
            ?? throw Refusal.BadRequest("index_not_supported_for_search", $"The index `{index.Id}` has no Marengo engine.");
        if (query.Options.Count is 0 or > 4 || query.Options.FirstOrDefault(o => !engine.Options.Contains(o)) is not null)
        {
            throw Refusal.BadRequest("search_option_not_supported", $"The index has the options {string.Join(", ", engine.Options)}.");
        }

        if (query.IsExact && query.Options.Count > 1)
        {
            throw Refusal.BadRequest("search_option_combination_not_supported", "`exact_match` works only with `conversation` as the single search option.");
        }

        if (query.ByClipCount && !query.ByVideo)
        {
            throw Refusal.Invalid("sort_option", "`clip_count` needs `group_by` = `video`.");
        }

        List<VideoRecord> videos = [.. platform.VideosOf(index).Where(v => query.Filter?.Allows(v) ?? true)];
        var run = new SearchRun(platform.NextId(), query, videos, platform.Now + Kept);
        if (run.Pages > 1)
        {
            _runs[run.Id] = run;
        }

        call.MarkAsSimulated();
        return Answer.Ok(run.Page(0));
    }

    private ValueTask<Answer> NextPage(Call call)
    {
        call.Query.RefuseUnknown();
        if (!PageTokens.TryRead(call.Path("page_token"), out string runId, out int page)
            || !_runs.TryGetValue(runId, out SearchRun? run)
            || page >= run.Pages)
        {
            throw Refusal.Legacy(102, "The page token is invalid.");
        }

        if (platform.Now >= run.ExpiresAt)
        {
            throw Refusal.Legacy(103, "The page token has expired.");
        }

        call.MarkAsSimulated();
        return new(Answer.Ok(run.Page(page)));
    }
}
