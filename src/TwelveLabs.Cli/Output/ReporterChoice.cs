using Spectre.Console;

namespace TwelveLabs.Cli.Output;

/// <summary>Chooses how to show things.</summary>
internal static class ReporterChoice
{
    /// <summary>Chooses: JSON where it was asked for, plain lines where nobody looks at a terminal, else a live display.</summary>
    /// <param name="console">The terminal.</param>
    /// <param name="output">Standard output.</param>
    /// <param name="error">Standard error.</param>
    /// <param name="redirected">Whether standard output is a file or a pipe.</param>
    /// <param name="json">Whether JSON was asked for.</param>
    /// <returns>The reporter.</returns>
    public static IReporter Of(IAnsiConsole console, TextWriter output, TextWriter error, bool redirected, bool json)
    {
        if (json)
        {
            return new JsonLinesReporter(output);
        }

        // A terminal that cannot move its cursor would show a bar that never moves.
        return redirected || console.Profile.Capabilities is not { Interactive: true, Ansi: true }
            ? new PlainReporter(output, error)
            : new LiveReporter(console, error);
    }
}
