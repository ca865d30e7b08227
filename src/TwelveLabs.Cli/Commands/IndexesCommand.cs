using System.CommandLine;
using TwelveLabs.Cli.Listing;
using TwelveLabs.Cli.Output;

namespace TwelveLabs.Cli.Commands;

/// <summary><c>twelvelabs indexes list|create|delete</c>.</summary>
internal static class IndexesCommand
{
    // What the guide of the API starts with: one engine that finds, by picture and by speech.
    private const string DefaultEngine = "marengo2.6";

    private static readonly Column<IndexRow>[] Columns =
    [
        new("Id", static row => row.Id),
        new("Name", static row => row.Name),
        new("Videos", static row => DisplayText.Of(row.Videos)),
        new("Duration", static row => DisplayText.OfSeconds(row.DurationSeconds)),
        new("Engines", static row => string.Join(", ", row.Engines)),
        new("Created", static row => DisplayText.Of(row.CreatedAt)),
    ];

    /// <summary>Makes the command.</summary>
    /// <returns>The command.</returns>
    public static Command Create() => new("indexes", "List, create and delete indexes: the collections that videos are uploaded into.") { List(), CreateOne(), Delete() };

    private static Command List()
    {
        var json = new JsonOption();
        var limit = new LimitOption();
        var command = new Command("list", "Show indexes, newest first.") { limit, json };
        command.SetAction((result, cancellationToken) =>
        {
            ListWriter lists = json.Lists(result);
            return Session.RunAsync(lists, async client =>
            {
                List<VideoIndex> indexes = await Pages.ReadAsync(
                    result.GetValue(limit),
                    async (page, size) =>
                    {
                        VideoIndexPage answer = await client.ListIndexesAsync(page, size, cancellationToken: cancellationToken).ConfigureAwait(false);
                        return (answer.Data, answer.PageInfo);
                    }).ConfigureAwait(false);
                lists.Write([.. indexes.Select(IndexRow.Of)], RowContext.Default.IndexRow, Columns);
                return ExitCodes.Success;
            }, cancellationToken);
        });
        return command;
    }

    private static Command CreateOne()
    {
        var name = new Argument<string>("name") { Description = "Its name; unique in the account." };
        var engine = new Option<string>("--engine") { Description = "The engine that understands the videos.", DefaultValueFactory = static _ => DefaultEngine };
        var options = new Option<string[]>("--options")
        {
            Description = "What the engine looks at.",
            AllowMultipleArgumentsPerToken = true,
            DefaultValueFactory = static _ => ["visual", "conversation"],
        };
        var json = new JsonOption();
        var command = new Command("create", "Create an index.") { name, engine, options, json };
        command.SetAction((result, cancellationToken) =>
        {
            ListWriter lists = json.Lists(result);
            return Session.RunAsync(lists, async client =>
            {
                CreatedResource created = await client.CreateIndexAsync(
                    new CreateIndexRequest
                    {
                        IndexName = result.GetRequiredValue(name),
                        Engines = [new IndexEngine { EngineName = result.GetRequiredValue(engine), EngineOptions = [.. result.GetRequiredValue(options).Select(static option => new EngineOption(option))] }],
                    },
                    cancellationToken).ConfigureAwait(false);
                VideoIndex index = await client.RetrieveIndexAsync(created.Id, cancellationToken).ConfigureAwait(false);
                lists.Write([IndexRow.Of(index)], RowContext.Default.IndexRow, Columns);
                return ExitCodes.Success;
            }, cancellationToken);
        });
        return command;
    }

    private static Command Delete()
    {
        var index = new Argument<string>("index") { Description = "Its id or name." };
        var yes = new Option<bool>("--yes") { Description = "Do it. Without, the command only says what would be deleted: an index takes its videos with it, and cannot be brought back." };
        var json = new JsonOption();
        var command = new Command("delete", "Delete an index and all videos in it.") { index, yes, json };
        command.SetAction((result, cancellationToken) =>
        {
            ListWriter lists = json.Lists(result);
            return Session.RunAsync(lists, async client =>
            {
                string id = await IndexName.ResolveAsync(client, result.GetRequiredValue(index), cancellationToken).ConfigureAwait(false);
                VideoIndex found = await client.RetrieveIndexAsync(id, cancellationToken).ConfigureAwait(false);
                if (!result.GetValue(yes))
                {
                    lists.Failed(new JobFailure(null, null, null, $"Index {found.Id} ('{found.IndexName}') with {found.VideoCount ?? 0} videos was not deleted; say --yes to delete it."));
                    return ExitCodes.Usage;
                }

                await client.DeleteIndexAsync(id, cancellationToken).ConfigureAwait(false);
                lists.Write([IndexRow.Of(found)], RowContext.Default.IndexRow, Columns);
                lists.Say("Deleted.");
                return ExitCodes.Success;
            }, cancellationToken);
        });
        return command;
    }
}
