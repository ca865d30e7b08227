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
    private CodePolicy? _policy;

    /// <summary>A task that has done nothing yet.</summary>
    // A program that runs for half a second gains nothing by counting what it does often: NSwag takes a sixth longer with it.
    public RunDotNetTool() => EnvironmentVariables = ["DOTNET_TieredPGO=0"];

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

    /// <summary>Codes that are not to be reported, separated by semicolons or commas.</summary>
    public string NoWarn { get; set; } = "";

    /// <summary>Codes of warnings and information that stop the build.</summary>
    public string WarningsAsErrors { get; set; } = "";

    /// <summary>Codes that do not stop the build, whatever else is said.</summary>
    public string WarningsNotAsErrors { get; set; } = "";

    /// <summary>Whether every warning stops the build.</summary>
    public bool TreatWarningsAsErrors { get; set; }

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
        if (PrintsDiagnostics && ToolDiagnostic.Parse(singleLine) is { } diagnostic)
        {
            Report(diagnostic);
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

    // Not left to the engine: it raises no information, and stops a task over a raised warning only in newer versions.
    private void Report(ToolDiagnostic found)
    {
        _policy ??= new CodePolicy(NoWarn, WarningsAsErrors, WarningsNotAsErrors, TreatWarningsAsErrors);
        switch (_policy.SeverityOf(found))
        {
            case "error":
                Log.LogError(null, found.Code, null, found.File, found.Line, found.Column, 0, 0, found.Message);
                break;
            case "warning":
                Log.LogWarning(null, found.Code, null, found.File, found.Line, found.Column, 0, 0, found.Message);
                break;
            case "info":
                Log.LogMessage(null, found.Code, null, found.File, found.Line, found.Column, 0, 0, MessageImportance.High, found.Message);
                break;
        }
    }
}
