using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace LongRun.Build;

/// <summary>Runs a .NET program as a part of a build.</summary>
/// <remarks>
/// The stock Exec task adds an error of its own ("exited with code 1") to the errors that the program printed, and can
/// only be kept from it by letting the build go on. Here a broken document gives one error for each mistake, and the
/// build stops.
/// </remarks>
public sealed class RunDotNetTool : ToolTask
{
    /// <summary>Path of the host, <c>dotnet</c>.</summary>
    [Required]
    public string Host { get; set; } = "";

    /// <summary>Path of the program's assembly.</summary>
    [Required]
    public string Program { get; set; } = "";

    /// <summary>The arguments, one each.</summary>
    [Required]
    public string[] Arguments { get; set; } = [];

    /// <summary>Whether lines such as <c>api.yaml(3,5): error LRO3001: …</c> in the output are errors and warnings of the build.</summary>
    public bool PrintsDiagnostics { get; set; }

    /// <summary>The file that the error names if the program fails and printed no error itself.</summary>
    [Required]
    public string Subject { get; set; } = "";

    /// <inheritdoc />
    protected override string ToolName => Path.GetFileName(Host);

    /// <inheritdoc />
    protected override MessageImportance StandardOutputLoggingImportance => MessageImportance.Low;

    /// <inheritdoc />
    protected override MessageImportance StandardErrorLoggingImportance => MessageImportance.Low;

    /// <inheritdoc />
    protected override string GenerateFullPathToTool() => Host;

    /// <inheritdoc />
    protected override string GenerateCommandLineCommands()
    {
        var command = new CommandLineBuilder();
        command.AppendFileNameIfNotNull(Program);
        foreach (string argument in Arguments)
        {
            command.AppendTextUnquoted(" \"" + argument.Replace("\"", "\\\"") + "\"");
        }

        return command.ToString();
    }

    /// <inheritdoc />
    protected override void LogEventsFromTextOutput(string singleLine, MessageImportance messageImportance)
    {
        if (PrintsDiagnostics)
        {
            base.LogEventsFromTextOutput(singleLine, messageImportance);
            return;
        }

        Log.LogMessage(messageImportance, singleLine);
    }

    /// <inheritdoc />
    protected override bool HandleTaskExecutionErrors()
    {
        if (!Log.HasLoggedErrors)
        {
            Log.LogError(null, null, null, Subject, 0, 0, 0, 0,
                $"{Path.GetFileNameWithoutExtension(Program)} ended with exit code {ExitCode} and made no client. Build with '-v:detailed' to see what it printed.");
        }

        return false;
    }
}
