using LongRun.SpecCompiler;
using LongRun.SpecCompiler.Diagnostics;

if (CompilerOptions.Parse(args, out string? error) is not { } options)
{
    Console.Error.WriteLine($"LongRun.SpecCompiler: {error}");
    Console.Error.WriteLine(CompilerOptions.Usage);
    return 2;
}

IReadOnlyList<Diagnostic> found;
try
{
    found = SpecCompilation.Run(options);
}
catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
{
    Console.Out.WriteLine($"{options.Input} : error {DiagnosticIds.Unreadable}: The lowered document or the JSON context cannot be written: {exception.Message}");
    return 1;
}

foreach (Diagnostic diagnostic in found)
{
    Console.Out.WriteLine(diagnostic);
}

return found.Any(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error) ? 1 : 0;
