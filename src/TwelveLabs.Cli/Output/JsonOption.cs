using System.CommandLine;
using Spectre.Console;
using TwelveLabs.Cli.Jobs;
using TwelveLabs.Cli.Listing;

namespace TwelveLabs.Cli.Output;

/// <summary><c>--json</c>, the same for every command, and what it chooses.</summary>
internal sealed class JsonOption : Option<bool>
{
    /// <summary>Makes the option.</summary>
    public JsonOption()
        : base("--json")
    {
        Description = "Print one JSON object a line, for programs.";
    }

    /// <summary>The reporter of one job.</summary>
    /// <param name="result">The command line.</param>
    /// <returns>The reporter.</returns>
    public IReporter Reporter(ParseResult result) =>
        ReporterChoice.Of(AnsiConsole.Console, Console.Out, Console.Error, Console.IsOutputRedirected, result.GetValue(this));

    /// <summary>The writer of lists.</summary>
    /// <param name="result">The command line.</param>
    /// <returns>The writer.</returns>
    public ListWriter Lists(ParseResult result) =>
        new(AnsiConsole.Console, Console.Out, Console.Error, isTable: !Console.IsOutputRedirected, isJson: result.GetValue(this));

    /// <summary>The reporter of many jobs.</summary>
    /// <param name="result">The command line.</param>
    /// <returns>The reporter.</returns>
    public IJobsReporter Jobs(ParseResult result) => result.GetValue(this) ? new JsonJobs(Console.Out)
        : Console.IsOutputRedirected || AnsiConsole.Console.Profile.Capabilities is not { Interactive: true, Ansi: true } ? new PlainJobs(Console.Out, Console.Error)
        : new LiveJobs(AnsiConsole.Console, Console.Error);
}
