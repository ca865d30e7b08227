using System.Text.Json.Nodes;
using TwelveLabs.Simulator.Catalogue;
using TwelveLabs.Simulator.Http;
using TwelveLabs.Simulator.Limits;
using TwelveLabs.Simulator.Store;

namespace TwelveLabs.Simulator.Endpoints;

/// <summary><c>POST /tasks</c>: create from a file or from the address of one. What is wrong with the video is said at once.</summary>
internal sealed class UploadEndpoints(Platform platform)
{
    public void Map(IEndpointRouteBuilder routes) => routes.Serve(HttpMethods.Post, "/tasks", LimitGroup.Uploads, CreateAsync);

    private static void ReadTranscription(FormReader form)
    {
        bool provides = form.Flag("provide_transcription", byDefault: false);
        CountedFile? file = form.File("transcription_file");
        string? url = form.Text("transcription_url");
        if (provides && file is null && url is null)
        {
            throw Refusal.NotProvided("transcription_file");
        }

        if (!provides && (file is not null || url is not null))
        {
            throw Refusal.Invalid(file is not null ? "transcription_file" : "transcription_url", "It needs `provide_transcription`.");
        }

        if (url is not null)
        {
            MediaInput.DirectUrl(url, "transcription_url");
        }
    }

    private async ValueTask<Answer> CreateAsync(Call call)
    {
        FormReader form = await call.FormAsync(platform.Options.MaxUploadBytes);
        string indexId = form.RequiredText("index_id");
        MediaInput input = MediaInput.Read(form);
        form.Choice("language", "en", "en");
        ReadTranscription(form);
        bool hasStream = !form.Flag("disable_video_stream", byDefault: false);
        form.RefuseUnknown();

        IndexRecord index = platform.Index(indexId);
        if (input.IsBroken)
        {
            throw Refusal.BadRequest("video_file_broken", "Cannot read video file. Please check the video file and try again.");
        }

        if (VideoRequirements.Check(input.Video, index) is { } shortcoming)
        {
            throw Refusal.BadRequest(shortcoming.Code, shortcoming.Message);
        }

        TaskRecord task = platform.CreateTask(index, input.Video, input.Url, hasStream);
        return Answer.Ok(new JsonObject { ["_id"] = task.Id });
    }
}
