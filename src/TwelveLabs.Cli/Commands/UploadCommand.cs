using System.CommandLine;
using System.CommandLine.Parsing;
using LongRun;
using TwelveLabs.Cli.Jobs;
using TwelveLabs.Cli.Output;

namespace TwelveLabs.Cli.Commands;

/// <summary><c>twelvelabs upload</c>: one video or thousands, into one index.</summary>
internal static class UploadCommand
{
    /// <summary>Makes the command.</summary>
    /// <returns>The command.</returns>
    public static Command Create()
    {
        var urls = new Argument<string[]>("url") { Description = "YouTube URLs.", Arity = ArgumentArity.ZeroOrMore };
        IndexOption index = new();
        var file = new Option<FileInfo?>("--file") { Description = "A file with a URL a line; empty lines, and lines that begin with #, are left out.", HelpName = "urls.txt" };
        var wait = new Option<bool>("--wait") { Description = "Wait until the videos are indexed." };
        var journal = new Option<string?>("--journal")
        {
            Description = "Where progress is kept with --wait: run the same command again to go on. Default: twelvelabs-<index id>.uploads.jsonl in this folder.",
            HelpName = "path",
        };
        var maxWait = new MaxWaitOption();
        var webhookPort = new Option<int?>("--webhook-port")
        {
            Description = $"With --wait: listen on this port of the loopback interface for the platform's webhooks, which end waits at once. The secret comes from {TwelveLabsWebhookOptions.SecretVariable}; a tunnel has to lead here.",
            HelpName = "n",
        };
        var json = new JsonOption();
        urls.Validators.Add(static result =>
        {
            foreach (Token token in result.Tokens)
            {
                if (YouTubeUrl.Judge(token.Value) is { IsViolation: true } verdict)
                {
                    result.AddError(verdict.Message);
                }
            }
        });
        var command = new Command("upload", "Upload videos from YouTube into an index. Ctrl-C leaves the tasks running.") { urls, index, file, wait, journal, maxWait, webhookPort, json };
        command.Validators.Add(result =>
        {
            if (result.GetValue(urls) is null or [] && result.GetValue(file) is null)
            {
                result.AddError("Give at least one URL, or a file with URLs (--file).");
            }
            else if (result.GetValue(file) is { Exists: false } missing)
            {
                result.AddError($"There is no file '{missing.FullName}'.");
            }

            if (result.GetValue(journal) is not null && !result.GetValue(wait))
            {
                result.AddError("--journal is of use only with --wait.");
            }

            if (result.GetValue(webhookPort) is { } port && (!result.GetValue(wait) || port is < 1 or > 65535))
            {
                result.AddError("--webhook-port takes a port (1 to 65535), and is of use only with --wait.");
            }
        });
        command.SetAction((result, cancellationToken) =>
        {
            IJobsReporter jobs = json.Jobs(result);
            return Session.RunAsync(jobs, async client =>
            {
                Uri[] all = [.. Read(result.GetValue(urls) ?? [], result.GetValue(file))];
                string id = await IndexName.ResolveAsync(client, result.GetRequiredValue(index), cancellationToken).ConfigureAwait(false);
                return await jobs.WhileAsync(() => result.GetValue(wait)
                    ? UploadAsync(client, id, all, result.GetValue(journal), maxWait.Of(result), result.GetValue(webhookPort), jobs, cancellationToken)
                    : StartAsync(client, id, all, jobs, cancellationToken)).ConfigureAwait(false);
            }, cancellationToken);
        });
        return command;
    }

    private static IEnumerable<Uri> Read(string[] urls, FileInfo? file)
    {
        IEnumerable<string> lines = file is null ? [] : File.ReadLines(file.FullName).Select(static line => line.Trim()).Where(static line => line.Length > 0 && line[0] != '#');
        foreach (string url in urls.Concat(lines))
        {
            if (YouTubeUrl.Judge(url) is { IsViolation: true } verdict)
            {
                throw new WrongInputException(verdict.Message);
            }

            yield return new Uri(url);
        }
    }

    /// <summary>Starts the uploads, and says how to wait for them.</summary>
    private static async Task<int> StartAsync(ITwelveLabsClient client, string index, Uri[] urls, IJobsReporter jobs, CancellationToken cancellationToken)
    {
        var codes = new List<int>();
        var started = new List<string>();
        foreach (Uri url in urls)
        {
            try
            {
                IndexingOperation operation = await client.StartUploadFromExternalProviderAsync(new CreateExternalProviderTaskRequest { IndexId = index, Url = url }, cancellationToken).ConfigureAwait(false);
                started.Add(operation.Id);
                jobs.Report(new JobState(url.OriginalString, operation.Id, "started"));
            }
            catch (Exception exception) when (Session.IsOfCall(exception))
            {
                bool isUncertain = exception is OperationStartUncertainException;
                codes.Add(isUncertain ? ExitCodes.Uncertain : ExitCodes.CallFailed);
                jobs.Report(new JobState(url.OriginalString, null, isUncertain ? "uncertain" : "not created") { Reason = exception.Message, IsOver = true });
            }
        }

        if (started.Count > 0)
        {
            jobs.Say($"Wait for them with: twelvelabs tasks wait {string.Join(' ', started)}");
        }

        return ExitCodes.Worst(codes);
    }

    /// <summary>Uploads and waits, with a journal.</summary>
    private static async Task<int> UploadAsync(ITwelveLabsClient client, string index, Uri[] urls, string? path, TimeSpan? maxWait, int? webhookPort, IJobsReporter jobs, CancellationToken cancellationToken)
    {
        await using WebhookListener? webhooks = webhookPort is { } port ? await WebhookListener.StartAsync(port, cancellationToken).ConfigureAwait(false) : null;
        if (webhooks is not null)
        {
            jobs.Say($"Listening for webhooks at {webhooks.Address}.");
        }

        path ??= $"twelvelabs-{index}.uploads.jsonl";
        await using var journal = new ReportingJournal(FileUploadJournal.Open(path), jobs);
        var options = new UploadManyOptions
        {
            Journal = journal,
            Watch = new OperationWatcherOptions { MaxWaitTime = maxWait, Signal = webhooks?.Receiver, Progress = new JobProgress(jobs, id => journal.UrlOf(id) ?? id) },
        };
        var codes = new List<int>();
        try
        {
            await foreach (UploadResult result in client.UploadManyAsync(index, urls, options, cancellationToken).ConfigureAwait(false))
            {
                codes.Add(CodeOf(result.Outcome));
                jobs.Report(Ended(result));
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            codes.Add(ExitCodes.Cancelled);
            jobs.Say($"The tasks that were started go on. Run the same command again to go on: what was done is in {path}.");
        }

        return ExitCodes.Worst(codes);
    }

    private static JobState Ended(UploadResult result) => new(result.Url.OriginalString, result.TaskId, result.Outcome switch
    {
        UploadOutcome.Ready => "ready",
        UploadOutcome.Failed => "failed",
        UploadOutcome.TimedOut => "timed out",
        UploadOutcome.NotCreated => "not created",
        UploadOutcome.Uncertain => "uncertain",
        _ => "error",
    })
    {
        VideoId = result.Outcome == UploadOutcome.Ready ? result.Task?.VideoId : null,
        Fraction = result.Outcome == UploadOutcome.Ready ? 1 : null,
        Reason = (result.Error as OperationFailedException)?.Reason ?? result.Error?.Message,
        IsOver = true,
    };

    private static int CodeOf(UploadOutcome outcome) => outcome switch
    {
        UploadOutcome.Ready => ExitCodes.Success,
        UploadOutcome.Failed => ExitCodes.JobFailed,
        UploadOutcome.TimedOut => ExitCodes.TimedOut,
        UploadOutcome.Uncertain => ExitCodes.Uncertain,
        _ => ExitCodes.CallFailed,
    };
}
