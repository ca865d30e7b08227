using System.Text.Json.Nodes;
using TwelveLabs.Simulator.Catalogue;
using TwelveLabs.Simulator.Http;
using TwelveLabs.Simulator.Limits;
using TwelveLabs.Simulator.Store;

namespace TwelveLabs.Simulator.Endpoints;

/// <summary><c>/embed</c>: made-up vectors for a text, an image and a sound, at once.</summary>
internal sealed class EmbeddingEndpoints(Platform platform)
{
    // Words stand in for tokens.
    private const int MaxTokens = 77;

    public void Map(IEndpointRouteBuilder routes) => routes.Serve(HttpMethods.Post, "/embed", LimitGroup.Embed, EmbedAsync);

    /// <exception cref="Refusal">There is no such engine.</exception>
    public static void CheckEngine(string name)
    {
        if (name != VideoEmbedding.Engine)
        {
            throw Refusal.Invalid("engine_name", $"It must be `{VideoEmbedding.Engine}`.");
        }
    }

    private static JsonObject EmbedText(string text, string truncate)
    {
        string[] words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length > MaxTokens && truncate == "none")
        {
            throw Refusal.Invalid("text", $"It has more than {MaxTokens} tokens.");
        }

        IEnumerable<string> kept = truncate == "start" ? words.TakeLast(MaxTokens) : words.Take(MaxTokens);
        return Segments("text/" + string.Join(' ', kept));
    }

    private static JsonObject? EmbedMedia(FormReader form, string kind)
    {
        string? url = form.Text(kind + "_url");
        CountedFile? file = form.File(kind + "_file");
        if (url is not null)
        {
            JsonObject fromUrl = Segments($"{kind}/{MediaInput.DirectUrl(url, kind + "_url")}");
            fromUrl["metadata"] = new JsonObject { ["input_url"] = url };
            return fromUrl;
        }

        if (file is not { } media)
        {
            return null;
        }

        JsonObject fromFile = Segments($"{kind}/{media.Name}/{media.Size}");
        fromFile["metadata"] = new JsonObject { ["input_filename"] = media.Name };
        return fromFile;
    }

    private static JsonObject Segments(string key) => new()
    {
        ["segments"] = new JsonArray(new JsonObject { ["float"] = VideoEmbedding.Vector(key) }),
    };

    private async ValueTask<Answer> EmbedAsync(Call call)
    {
        FormReader form = await call.FormAsync(platform.Options.MaxUploadBytes);
        CheckEngine(form.RequiredText("engine_name"));
        string? text = form.Text("text");
        string truncate = form.Choice("text_truncate", "end", "start", "end", "none");
        JsonObject? image = EmbedMedia(form, "image"), sound = EmbedMedia(form, "audio");
        form.RefuseUnknown();
        if (text is null && image is null && sound is null)
        {
            throw Refusal.NotProvided("text");
        }

        var answer = new JsonObject { ["engine_name"] = VideoEmbedding.Engine };
        if (text is not null)
        {
            answer["text_embedding"] = EmbedText(text, truncate);
        }

        if (image is not null)
        {
            answer["image_embedding"] = image;
        }

        if (sound is not null)
        {
            answer["audio_embedding"] = sound;
        }

        call.MarkAsSimulated();
        return Answer.Ok(answer);
    }
}
