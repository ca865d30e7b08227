using LongRun.SpecCompiler;
using LongRun.SpecCompiler.Diagnostics;

if (CompilerOptions.Parse(args, out string? error) is not { } options)
{
    Console.Error.WriteLine($"LongRun.SpecCompiler: {error}");
    Console.Error.WriteLine(CompilerOptions.Usage);
    return 2;
}

IReadOnlyList<Diagnostic> found = SpecCompilation.Run(options);
foreach (Diagnostic diagnostic in found)
{
    Console.Out.WriteLine(diagnostic);
}

return found.Count == 0 ? 0 : 1;
