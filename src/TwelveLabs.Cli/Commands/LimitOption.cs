using System.CommandLine;

namespace TwelveLabs.Cli.Commands;

/// <summary><c>--limit</c> of the lists.</summary>
internal sealed class LimitOption : Option<int>
{
    private const int Default = 20;

    /// <summary>Makes the option.</summary>
    public LimitOption()
        : base("--limit")
    {
        Description = "How many to show at most.";
        DefaultValueFactory = static _ => Default;
        Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, out int number) && number < 1)
            {
                result.AddError("--limit takes a number of at least 1.");
            }
        });
    }
}
