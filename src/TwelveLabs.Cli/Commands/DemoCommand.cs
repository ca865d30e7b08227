using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using TwelveLabs.Cli.Demo;
using TwelveLabs.Cli.Output;
using TwelveLabs.Simulator;
using TwelveLabs.Simulator.Catalogue;

namespace TwelveLabs.Cli.Commands;

/// <summary><c>twelvelabs demo</c>: the main job, from nothing to a usable video, on the embedded simulator.</summary>
internal static class DemoCommand
{
    /// <summary>Makes the command.</summary>
    /// <returns>The command.</returns>
    public static Command Create()
    {
        var url = new Option<string?>("--url")
        {
            Description = "YouTube URL to upload. Default: a video of the simulator's catalogue.",
            HelpName = "youtube-url",
        };
        var fail = new Option<bool>("--fail")
        {
            Description = "Upload a video that cannot be indexed, to see a job that fails (exit code 1).",
        };
        var json = new JsonOption();
        var speed = new Option<double>("--speed")
        {
            Description = "How many times faster than life the simulator runs.",
            DefaultValueFactory = static _ => SimulatorOptions.DefaultSpeed,
        };
        var maxWait = new MaxWaitOption();
        url.Validators.Add(CheckUrl);
        speed.Validators.Add(static result => CheckNumber(result, 100_000));

        var command = new Command("demo", "Create an index, upload a YouTube video, wait for it, show it. Needs no key: it runs against the embedded simulator.")
        {
            url, fail, json, speed, maxWait,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(fail) && result.GetValue(url) is not null)
            {
                result.AddError("--fail brings its own URL; use either --fail or --url.");
            }
        });
        command.SetAction(async (result, cancellationToken) =>
        {
            string address = result.GetValue(url)
                ?? VideoCatalogue.UrlOf(result.GetValue(fail) ? VideoCatalogue.FailsWhileIndexing : VideoCatalogue.Demo);
            IReporter reporter = json.Reporter(result);
            if (YouTubeUrl.Judge(address) is { IsAdvice: true } verdict)
            {
                reporter.Step("advice", verdict.Message);
            }

            return await DemoRun.RunAsync(new Uri(address), result.GetValue(speed), maxWait.Of(result), reporter, cancellationToken).ConfigureAwait(false);
        });
        return command;
    }

    private static void CheckUrl(OptionResult result)
    {
        string? text = result.Tokens.Count == 1 ? result.Tokens[0].Value : null;
        if (text is not null && YouTubeUrl.Judge(text) is { IsViolation: true } verdict)
        {
            result.AddError(verdict.Message);
        }
    }

    private static void CheckNumber(OptionResult result, double greatest)
    {
        // A text that is no number is reported by the parser itself.
        if (result.Tokens.Count == 1
            && double.TryParse(result.Tokens[0].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
            && !(number > 0 && number <= greatest))
        {
            result.AddError(string.Create(CultureInfo.InvariantCulture, $"{result.Option.Name} takes a number above 0, at most {greatest}."));
        }
    }
}
