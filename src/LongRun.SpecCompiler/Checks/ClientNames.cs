using LongRun.SpecCompiler.Diagnostics;
using LongRun.SpecCompiler.Naming;
using LongRun.SpecCompiler.Reading;

namespace LongRun.SpecCompiler.Checks;

/// <summary>Reports a class or a namespace that C# does not take: else the compiler tells of it by hundreds of errors in generated code.</summary>
public static class ClientNames
{
    /// <summary>Checks both names.</summary>
    /// <param name="options">What the compiler was asked for.</param>
    /// <param name="diagnostics">Takes what is wrong.</param>
    public static void Check(CompilerOptions options, DiagnosticBag diagnostics)
    {
        var position = new SourcePosition(options.Input, 1, 1);
        if (!IsName(options.ClassName))
        {
            diagnostics.Add(DiagnosticIds.Unreadable, position, $"'{options.ClassName}' cannot be the name of a class; give the OpenApiClient item another 'ClassName', such as '{CSharpNames.Pascal(options.ClassName)}'.");
        }

        if (!options.Namespace.Split('.').All(IsName))
        {
            string other = string.Join('.', options.Namespace.Split('.').Select(CSharpNames.Pascal));
            diagnostics.Add(DiagnosticIds.Unreadable, position, $"'{options.Namespace}' cannot be a namespace; give the OpenApiClient item a 'Namespace', such as '{other}'.");
        }
    }

    private static bool IsName(string name) =>
        name.Length > 0 && (char.IsLetter(name[0]) || name[0] == '_') && name.All(static c => char.IsLetterOrDigit(c) || c == '_') && CSharpNames.Escaped(name) == name;
}
