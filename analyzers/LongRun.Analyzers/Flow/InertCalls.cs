using Microsoft.CodeAnalysis;

namespace LongRun.Analyzers.Flow;

/// <summary>
/// Calls that look at a job without deciding anything: logging, console, debug output, progress, texts, collections.
/// Whatever else gets a job may throw, or may have checked it.
/// </summary>
internal static class InertCalls
{
    private static readonly string[] OutputNamespaces = ["Microsoft.Extensions.Logging", "Serilog", "NLog", "log4net", "Spectre.Console"];
    private static readonly string[] Namespaces = ["System.Collections", "System.Text", "System.Globalization", "System.Linq"];
    private static readonly string[] SystemTypes = ["String", "Object", "Convert", "Math", "HashCode", "Enum", "DateTime", "DateTimeOffset", "TimeSpan", "GC", "IProgress", "Progress", "Array", "ValueTuple", "MemoryExtensions", "Nullable", "IEquatable", "Uri"];
    private static readonly string[] Verbs = ["Log", "Print", "Write", "Trace", "Dump", "Show", "Display", "Debug", "Info", "Warn"];

    internal static bool Contains(IMethodSymbol method)
    {
        INamedTypeSymbol type = method.ContainingType;
        switch (type.ContainingNamespace?.ToDisplayString())
        {
            case "System" when SystemTypes.Contains(type.Name):
                return true;
            case { } name when IsIn(name, Namespaces):
                return true;
        }

        return IsOutput(method) || method.Name is "ToString" or "GetHashCode" or "GetType" or "Equals" or "GetValueOrDefault";
    }

    /// <summary>Logging, console and debug output.</summary>
    internal static bool IsOutput(IMethodSymbol method)
    {
        INamedTypeSymbol type = method.ContainingType;
        switch (type.ContainingNamespace?.ToDisplayString())
        {
            case "System":
                return type.Name == "Console";
            case "System.IO":
                return type.Name.EndsWith("Writer", StringComparison.Ordinal);
            case "System.Diagnostics":
                return type.Name is "Debug" or "Trace" or "Activity" or "Stopwatch" or "Debugger" or "TraceSource";
            case "System.Diagnostics.Metrics":
                return true;
            case { } name when IsIn(name, OutputNamespaces):
                return true;
        }

        return (method.ReturnsVoid && Verbs.Any(v => method.Name.StartsWith(v, StringComparison.Ordinal)))
            || method.GetAttributes().Any(static a => a.AttributeClass?.Name == "LoggerMessageAttribute");
    }

    /// <summary>A callback that is told of progress.</summary>
    internal static bool IsProgress(ISymbol? callback) =>
        callback is not null && (callback.Name.IndexOf("progress", StringComparison.OrdinalIgnoreCase) >= 0 || callback.Name.IndexOf("log", StringComparison.OrdinalIgnoreCase) >= 0);

    private static bool IsIn(string name, string[] namespaces) => namespaces.Any(n => name == n || name.StartsWith(n + ".", StringComparison.Ordinal));
}
