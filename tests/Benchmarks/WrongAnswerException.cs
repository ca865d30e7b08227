namespace Benchmarks;

/// <summary>The code under measurement did not do its work, so that its figures mean nothing.</summary>
internal sealed class WrongAnswerException(string message) : Exception(message);
