using Spectre.Console;

namespace TwelveLabs.Cli.Output;

/// <summary>Chooses how to show things.</summary>
internal static class ReporterChoice
{
    /// <summary>Chooses: JSON where it was asked for, plain lines where nobody looks at a terminal, else a live display.</summary>
    /// <param name="console">The terminal.</param>
    /// <param name="output">Standard output.</param>
    /// <param name="redirected">Whether standard output is a file or a pipe.</param>
    /// <param name="json">Whether JSON was asked for.</param>
    /// <returns>The reporter.</returns>
    public static IReporter Of(IAnsiConsole console, TextWriter output, bool redirected, bool json)
    {
        if (json)
        {
            return new JsonLinesReporter(output);
        }

        return redirected || !console.Profile.Capabilities.Interactive
            ? new PlainReporter(output)
            : new LiveReporter(console);
    }
}
