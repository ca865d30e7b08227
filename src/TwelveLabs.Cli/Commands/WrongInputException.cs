namespace TwelveLabs.Cli.Commands;

/// <summary>Something on the command line, or in a file that it names, that only the server or the file could show to be wrong.</summary>
/// <param name="message">What is wrong, and what to do.</param>
internal sealed class WrongInputException(string message) : Exception(message);
