namespace TwelveLabs.Cli.Commands;

/// <summary>A name on the command line that names nothing, or more than one thing.</summary>
/// <param name="message">What it should have named, and what there is.</param>
internal sealed class NotFoundByNameException(string message) : Exception(message);
