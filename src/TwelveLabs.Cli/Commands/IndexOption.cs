using System.CommandLine;

namespace TwelveLabs.Cli.Commands;

/// <summary><c>--index</c>, required: the index that a command works in.</summary>
internal sealed class IndexOption : Option<string>
{
    /// <summary>Makes the option.</summary>
    public IndexOption()
        : base("--index")
    {
        Description = "The index, by its id or name.";
        HelpName = "id|name";
        Required = true;
    }
}
