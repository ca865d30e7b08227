namespace LongRun.SpecCompiler.Diagnostics;

/// <summary>How much a finding weighs.</summary>
public enum DiagnosticSeverity
{
    /// <summary>Nothing is wrong; something could be had that the author may not know of.</summary>
    Info,

    /// <summary>A client is made all the same.</summary>
    Warning,

    /// <summary>No client is made.</summary>
    Error,
}
