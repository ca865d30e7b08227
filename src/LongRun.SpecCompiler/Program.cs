using LongRun.SpecCompiler;
using LongRun.SpecCompiler.Diagnostics;

if (CompilerOptions.Parse(args, out string? error) is not { } options)
{
    Console.Error.WriteLine($"LongRun.SpecCompiler: {error}");
    Console.Error.WriteLine(CompilerOptions.Usage);
    return 2;
}

// Documents are trees, and trees are walked by calls within calls: more of a stack than a thread has by itself.
const int stackSize = 64 * 1024 * 1024;
int exitCode = 1;
var thread = new Thread(() => exitCode = Compile(options), stackSize);
thread.Start();
thread.Join();
return exitCode;

static int Compile(CompilerOptions options)
{
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
    catch (Exception exception)
    {
        // A mistake of this program, and yet what its user has before him is a document that makes no client.
        string place = exception.StackTrace?.Split('\n')[0].Trim() ?? "";
        Console.Out.WriteLine($"{options.Input}(1,1): error {DiagnosticIds.Unreadable}: The compiler failed on this document, which is a mistake of the compiler: {exception.GetType().Name} {place}: {exception.Message.ReplaceLineEndings(" ")}");
        return 1;
    }

    foreach (Diagnostic diagnostic in found)
    {
        Console.Out.WriteLine(diagnostic);
    }

    return found.Any(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error) ? 1 : 0;
}
