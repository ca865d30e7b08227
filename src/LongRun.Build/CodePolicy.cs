namespace LongRun.Build;

/// <summary>What a project wants of the codes that a tool reports, as it says it to the C# compiler too.</summary>
internal sealed class CodePolicy
{
    private readonly HashSet<string> _silent;
    private readonly HashSet<string> _errors;
    private readonly HashSet<string> _notErrors;
    private readonly bool _allWarnings;

    /// <summary>Takes the project's properties.</summary>
    /// <param name="noWarn">Codes that are not to be reported.</param>
    /// <param name="warningsAsErrors">Codes that stop the build.</param>
    /// <param name="warningsNotAsErrors">Codes that do not, whatever else is said.</param>
    /// <param name="treatWarningsAsErrors">Whether every warning stops the build.</param>
    public CodePolicy(string noWarn, string warningsAsErrors, string warningsNotAsErrors, bool treatWarningsAsErrors)
    {
        _silent = Codes(noWarn);
        _errors = Codes(warningsAsErrors);
        _notErrors = Codes(warningsNotAsErrors);
        _allWarnings = treatWarningsAsErrors;
    }

    /// <summary>How a finding is to be reported.</summary>
    /// <param name="diagnostic">The finding.</param>
    /// <returns><c>error</c>, <c>warning</c> or <c>info</c>; <see langword="null"/> if it is not to be reported.</returns>
    public string? SeverityOf(ToolDiagnostic diagnostic)
    {
        // No client was made, so silence would leave a build that fails without a word.
        if (diagnostic.Severity == "error")
        {
            return diagnostic.Severity;
        }

        if (_silent.Contains(diagnostic.Code))
        {
            return null;
        }

        bool raised = _errors.Contains(diagnostic.Code) || (_allWarnings && diagnostic.Severity == "warning");
        return raised && !_notErrors.Contains(diagnostic.Code) ? "error" : diagnostic.Severity;
    }

    private static HashSet<string> Codes(string list) =>
        new(list.Split([';', ',', ' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries), StringComparer.OrdinalIgnoreCase);
}
