namespace TwelveLabs.Cli;

/// <summary>What the program tells the shell that called it.</summary>
internal static class ExitCodes
{
    /// <summary>All went well.</summary>
    public const int Success = 0;

    /// <summary>A job ended in failure.</summary>
    public const int JobFailed = 1;

    /// <summary>The command line was wrong.</summary>
    public const int Usage = 2;

    /// <summary>A call failed: the server refused it, or could not be reached.</summary>
    public const int CallFailed = 3;

    /// <summary>The time limit was reached while a job was still running.</summary>
    public const int TimedOut = 4;

    /// <summary>The answer to a create was lost, and nobody can know whether there is a task.</summary>
    public const int Uncertain = 5;

    /// <summary>Somebody pressed Ctrl-C or sent SIGTERM. What shells use for the first: 128 + SIGINT.</summary>
    public const int Cancelled = 130;

    /// <summary>Of several, the one that tells most: what could not be done before what went wrong, before success.</summary>
    /// <param name="codes">The codes.</param>
    /// <returns>One of them; <see cref="Success"/> where there is none.</returns>
    public static int Worst(IEnumerable<int> codes) => codes.DefaultIfEmpty(Success).MaxBy(static code => code switch
    {
        Success => 0,
        TimedOut => 1,
        JobFailed => 2,
        CallFailed => 3,
        Uncertain => 4,
        _ => 5,
    });
}
