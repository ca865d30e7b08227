using System.CommandLine;
using System.Globalization;

namespace TwelveLabs.Cli.Commands;

/// <summary><c>--max-wait</c>: the longest wait, in seconds.</summary>
internal sealed class MaxWaitOption : Option<double?>
{
    private static readonly double Greatest = TimeSpan.FromDays(30).TotalSeconds;

    /// <summary>Makes the option.</summary>
    public MaxWaitOption()
        : base("--max-wait")
    {
        Description = "Longest wait, in seconds. Default: what the API's document says (4 hours).";
        HelpName = "seconds";
        Validators.Add(static result =>
        {
            // A text that is no number is reported by the parser itself.
            if (result.Tokens.Count == 1
                && double.TryParse(result.Tokens[0].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
                && !(number > 0 && number <= Greatest))
            {
                result.AddError(string.Create(CultureInfo.InvariantCulture, $"--max-wait takes a number above 0, at most {Greatest}."));
            }
        });
    }

    /// <summary>The wait; <see langword="null"/> where the document's holds.</summary>
    /// <param name="result">The command line.</param>
    /// <returns>The wait.</returns>
    public TimeSpan? Of(ParseResult result) => result.GetValue(this) is { } seconds ? TimeSpan.FromSeconds(seconds) : null;
}
