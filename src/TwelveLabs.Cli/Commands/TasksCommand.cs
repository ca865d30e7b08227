using System.CommandLine;
using LongRun;
using TwelveLabs.Cli.Jobs;
using TwelveLabs.Cli.Listing;
using TwelveLabs.Cli.Output;

namespace TwelveLabs.Cli.Commands;

/// <summary><c>twelvelabs tasks list|watch|wait</c>.</summary>
internal static class TasksCommand
{
    private static readonly Column<TaskRow>[] Columns =
    [
        new("Id", static row => row.Id),
        new("Status", static row => row.Status),
        new("Title", static row => row.Filename),
        new("Duration", static row => DisplayText.OfSeconds(row.DurationSeconds)),
        new("Index", static row => row.IndexId),
        new("Created", static row => DisplayText.Of(row.CreatedAt)),
    ];

    /// <summary>Makes the command.</summary>
    /// <returns>The command.</returns>
    public static Command Create() => new("tasks", "List indexing tasks, watch them, wait for them.") { List(), Watch(), Wait() };

    private static Command List()
    {
        var index = new Option<string?>("--index") { Description = "Only those of one index, by its id or name.", HelpName = "id|name" };
        var limit = new LimitOption();
        var json = new JsonOption();
        var command = new Command("list", "Show tasks, newest first.") { index, limit, json };
        command.SetAction((result, cancellationToken) =>
        {
            ListWriter lists = json.Lists(result);
            return Session.RunAsync(lists, async client =>
            {
                List<IndexTask> tasks = await ReadAsync(client, result.GetValue(index), result.GetValue(limit), cancellationToken).ConfigureAwait(false);
                lists.Write([.. tasks.Select(TaskRow.Of)], RowContext.Default.TaskRow, Columns);
                return ExitCodes.Success;
            }, cancellationToken);
        });
        return command;
    }

    private static Command Wait()
    {
        var ids = new Argument<string[]>("id") { Description = "Ids of tasks.", Arity = ArgumentArity.OneOrMore };
        var maxWait = new MaxWaitOption();
        var json = new JsonOption();
        var command = new Command("wait", "Wait until tasks have ended. Ctrl-C leaves them running.") { ids, maxWait, json };
        command.SetAction((result, cancellationToken) =>
        {
            IJobsReporter jobs = json.Jobs(result);
            return Session.RunAsync(jobs, client => jobs.WhileAsync(() => WaitAsync(client, [.. result.GetRequiredValue(ids).Distinct()], maxWait.Of(result), jobs, cancellationToken)), cancellationToken);
        });
        return command;
    }

    private static Command Watch()
    {
        var ids = new Argument<string[]>("id") { Description = "Ids of tasks. Default: all that are running.", Arity = ArgumentArity.ZeroOrMore };
        var index = new Option<string?>("--index") { Description = "Only those of one index, by its id or name.", HelpName = "id|name" };
        var maxWait = new MaxWaitOption();
        var json = new JsonOption();
        var command = new Command("watch", "Show tasks while they run, through their list: few calls for many tasks.") { ids, index, maxWait, json };
        command.SetAction((result, cancellationToken) =>
        {
            IJobsReporter jobs = json.Jobs(result);
            return Session.RunAsync(jobs, async client =>
            {
                string[] watched = [.. result.GetValue(ids) ?? []];
                if (watched.Length == 0)
                {
                    List<IndexTask> tasks = await ReadAsync(client, result.GetValue(index), int.MaxValue, cancellationToken).ConfigureAwait(false);
                    watched = [.. tasks.Where(static task => task.Status != IndexTaskStatus.Ready && task.Status != IndexTaskStatus.Failed).Select(static task => task.Id)];
                    if (watched.Length == 0)
                    {
                        jobs.Say("No task is running.");
                        return ExitCodes.Success;
                    }
                }

                return await jobs.WhileAsync(() => WatchAsync(client, [.. watched.Distinct()], maxWait.Of(result), jobs, cancellationToken)).ConfigureAwait(false);
            }, cancellationToken);
        });
        return command;
    }

    private static async Task<int> WaitAsync(ITwelveLabsClient client, string[] ids, TimeSpan? maxWait, IJobsReporter jobs, CancellationToken cancellationToken)
    {
        int[] codes = await Task.WhenAll(ids.Select(async id =>
        {
            var options = new WaitOptions { MaxWaitTime = maxWait, Progress = new JobProgress(jobs, static id => id) };
            try
            {
                OperationOutcome<IndexTask> outcome = await client.ResumeIndexing(id).WaitForOutcomeAsync(options, cancellationToken).ConfigureAwait(false);
                return Ended(jobs, id, outcome, outcome.Error);
            }
            catch (Exception exception) when (Session.IsOfCall(exception))
            {
                return Ended(jobs, id, null, exception);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return ExitCodes.Cancelled;
            }
        })).ConfigureAwait(false);
        return Left(jobs, ids, codes);
    }

    private static async Task<int> WatchAsync(ITwelveLabsClient client, string[] ids, TimeSpan? maxWait, IJobsReporter jobs, CancellationToken cancellationToken)
    {
        var options = new OperationWatcherOptions { MaxWaitTime = maxWait, Progress = new JobProgress(jobs, static id => id) };
        await using var watcher = new IndexingWatcher(client, options);
        var codes = new List<int>();
        try
        {
            await foreach (WatchedOperation<IndexTask> ended in watcher.WatchAsync(ids, cancellationToken).ConfigureAwait(false))
            {
                codes.Add(Ended(jobs, ended.Id, ended.Outcome, ended.Error));
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            codes.Add(ExitCodes.Cancelled);
        }

        return Left(jobs, ids, codes);
    }

    /// <summary>Shows the end of one.</summary>
    private static int Ended(IJobsReporter jobs, string id, OperationOutcome<IndexTask>? outcome, Exception? error)
    {
        jobs.Report(new JobState(id, id, outcome is { TimedOut: true } ? "timed out" : outcome?.LastValue?.Status.Value ?? "error")
        {
            VideoId = outcome?.Value?.VideoId,
            Fraction = outcome is { IsSuccess: true } ? 1 : null,
            Reason = (error as OperationFailedException)?.Reason ?? error?.Message,
            IsOver = true,
        });
        return outcome switch
        {
            { IsSuccess: true } => ExitCodes.Success,
            { TimedOut: true } => ExitCodes.TimedOut,
            not null => ExitCodes.JobFailed,
            null => ExitCodes.CallFailed,
        };
    }

    private static int Left(IJobsReporter jobs, string[] ids, IReadOnlyCollection<int> codes)
    {
        if (codes.Contains(ExitCodes.Cancelled))
        {
            jobs.Say($"The tasks go on. Pick them up with: twelvelabs tasks wait {string.Join(' ', ids)}");
        }

        return ExitCodes.Worst(codes);
    }

    private static async Task<List<IndexTask>> ReadAsync(ITwelveLabsClient client, string? index, int limit, CancellationToken cancellationToken)
    {
        string? id = index is null ? null : await IndexName.ResolveAsync(client, index, cancellationToken).ConfigureAwait(false);
        return await Pages.ReadAsync(limit, async (page, size) =>
        {
            IndexTaskPage answer = await client.ListTasksAsync(page, size, indexId: id, cancellationToken: cancellationToken).ConfigureAwait(false);
            return (answer.Data, answer.PageInfo);
        }).ConfigureAwait(false);
    }
}
