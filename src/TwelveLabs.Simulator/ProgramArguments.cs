using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace TwelveLabs.Simulator;

/// <summary>What stands on the command line.</summary>
internal sealed record ProgramArguments
{
    public const string Usage = """
        Usage: dotnet run --project src/TwelveLabs.Simulator -- [--port N] [--speed S]
          --port N    port on 127.0.0.1, 0 to 65535; 0 (default) takes any free one
          --speed S   how many times faster than life jobs run; more than 0, default 60
        """;

    public int Port { get; private init; }

    public double Speed { get; private init; } = SimulatorOptions.DefaultSpeed;

    public bool ShowsHelp { get; private init; }

    public static bool TryParse(string[] args, [NotNullWhen(true)] out ProgramArguments? arguments, [NotNullWhen(false)] out string? problem)
    {
        arguments = null;
        var parsed = new ProgramArguments();
        for (int i = 0; i < args.Length; i++)
        {
            // Both `--port 80` and `--port=80`.
            string[] parts = args[i].Split('=', 2);
            string name = parts[0];
            if (name is "--help" or "-h")
            {
                parsed = parsed with { ShowsHelp = true };
                continue;
            }

            if (name is not ("--port" or "--speed"))
            {
                problem = $"Unknown argument '{args[i]}'.";
                return false;
            }

            if (parts.Length == 1 && i + 1 == args.Length)
            {
                problem = $"{name} needs a number after it.";
                return false;
            }

            string value = parts.Length == 2 ? parts[1] : args[++i];
            if (name == "--port" && int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int port) && port <= 65535)
            {
                parsed = parsed with { Port = port };
            }
            else if (name == "--speed" && double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double speed) && speed > 0 && double.IsFinite(speed))
            {
                parsed = parsed with { Speed = speed };
            }
            else
            {
                problem = name == "--port" ? $"--port must be a number from 0 to 65535, not '{value}'." : $"--speed must be a number more than 0, not '{value}'.";
                return false;
            }
        }

        arguments = parsed;
        problem = null;
        return true;
    }
}
