namespace LongRun.SpecCompiler;

/// <summary>What one run of the compiler is asked to do.</summary>
/// <param name="Input">Path of the document.</param>
/// <param name="Document">Path of the lowered document to write.</param>
/// <param name="Context">Path of the serializer context to write.</param>
/// <param name="Namespace">Namespace of the client.</param>
/// <param name="ClassName">Class of the client.</param>
public sealed record CompilerOptions(string Input, string Document, string Context, string Namespace, string ClassName)
{
    /// <summary>Path of the overlay to write with the jobs that are recognised; instead of a client.</summary>
    public string? Suggest { get; init; }

    /// <summary>How the program is called.</summary>
    public const string Usage =
        "usage: LongRun.SpecCompiler --input api.yaml [--overlay overlay.yaml]... --document lowered.json --context Context.g.cs [--inputs read.txt] --namespace Acme --class-name AcmeClient\n"
        + "       LongRun.SpecCompiler --input api.yaml [--overlay overlay.yaml]... --suggest api.suggested.overlay.yaml";

    /// <summary>Paths of the overlays, in the order in which they are applied.</summary>
    public IReadOnlyList<string> Overlays { get; init; } = [];

    /// <summary>Path of the list to write of the files that were read, one a line, or <see langword="null"/>.</summary>
    public string? Inputs { get; init; }

    /// <summary>Reads the arguments.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <param name="error">What is wrong with them.</param>
    /// <returns>The options, or <see langword="null"/> if something is wrong.</returns>
    public static CompilerOptions? Parse(IReadOnlyList<string> arguments, out string? error)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var overlays = new List<string>();
        for (int i = 0; i < arguments.Count; i += 2)
        {
            if (arguments[i] is not ("--input" or "--overlay" or "--document" or "--context" or "--inputs" or "--namespace" or "--class-name" or "--suggest"))
            {
                error = $"unknown argument '{arguments[i]}'";
                return null;
            }

            if (i + 1 == arguments.Count || arguments[i + 1].Length == 0)
            {
                error = $"'{arguments[i]}' needs a value";
                return null;
            }

            if (arguments[i] == "--overlay")
            {
                overlays.Add(arguments[i + 1]);
            }

            values[arguments[i]] = arguments[i + 1];
        }

        if (values.TryGetValue("--suggest", out string? suggest) && values.TryGetValue("--input", out string? input))
        {
            error = null;
            return new CompilerOptions(input, "", "", "", "") { Suggest = suggest, Overlays = overlays };
        }

        string? missing = new[] { "--input", "--document", "--context", "--namespace", "--class-name" }.FirstOrDefault(name => !values.ContainsKey(name));
        if (missing is not null)
        {
            error = $"'{missing}' is missing";
            return null;
        }

        error = null;
        return new CompilerOptions(values["--input"], values["--document"], values["--context"], values["--namespace"], values["--class-name"])
        {
            Overlays = overlays,
            Inputs = values.GetValueOrDefault("--inputs"),
        };
    }
}
