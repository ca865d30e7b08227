using System.CommandLine;
using TwelveLabs.Cli.Listing;
using TwelveLabs.Cli.Output;

namespace TwelveLabs.Cli.Commands;

/// <summary><c>twelvelabs videos list|get</c>.</summary>
internal static class VideosCommand
{
    private static readonly Column<VideoRow>[] Columns =
    [
        new("Id", static row => row.Id),
        new("Title", static row => row.Filename),
        new("Duration", static row => DisplayText.OfSeconds(row.DurationSeconds)),
        new("Resolution", static row => DisplayText.Resolution(row.Width, row.Height)),
        new("Indexed", static row => DisplayText.Of(row.IndexedAt)),
    ];

    /// <summary>Makes the command.</summary>
    /// <returns>The command.</returns>
    public static Command Create() => new("videos", "Show the videos of an index.") { List(), Get() };

    private static Command List()
    {
        IndexOption index = new();
        var limit = new LimitOption();
        var json = new JsonOption();
        var command = new Command("list", "Show videos, newest first.") { index, limit, json };
        command.SetAction((result, cancellationToken) =>
        {
            ListWriter lists = json.Lists(result);
            return Session.RunAsync(lists, async client =>
            {
                string id = await IndexName.ResolveAsync(client, result.GetRequiredValue(index), cancellationToken).ConfigureAwait(false);
                List<Video> videos = await Pages.ReadAsync(
                    result.GetValue(limit),
                    async (page, size) =>
                    {
                        VideoPage answer = await client.ListVideosAsync(id, page, size, cancellationToken: cancellationToken).ConfigureAwait(false);
                        return (answer.Data, answer.PageInfo);
                    }).ConfigureAwait(false);
                lists.Write([.. videos.Select(VideoRow.Of)], RowContext.Default.VideoRow, Columns);
                return ExitCodes.Success;
            }, cancellationToken);
        });
        return command;
    }

    private static Command Get()
    {
        var video = new Argument<string>("video") { Description = "Its id." };
        IndexOption index = new();
        var json = new JsonOption();
        var command = new Command("get", "Show one video.") { video, index, json };
        command.SetAction((result, cancellationToken) =>
        {
            ListWriter lists = json.Lists(result);
            return Session.RunAsync(lists, async client =>
            {
                string id = await IndexName.ResolveAsync(client, result.GetRequiredValue(index), cancellationToken).ConfigureAwait(false);
                Video found = await client.RetrieveVideoAsync(id, result.GetRequiredValue(video), cancellationToken: cancellationToken).ConfigureAwait(false);
                lists.Write([VideoRow.Of(found)], RowContext.Default.VideoRow, Columns);
                return ExitCodes.Success;
            }, cancellationToken);
        });
        return command;
    }
}
