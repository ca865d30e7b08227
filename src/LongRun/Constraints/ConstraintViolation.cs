// Linked into the analyzers: netstandard2.0, C# only, no other file of this project.
using System;

namespace LongRun.Constraints;

/// <summary>One way in which a value does not fit what the document says.</summary>
public sealed class ConstraintViolation
{
    /// <summary>Creates a violation.</summary>
    /// <param name="subject">What does not fit: <c>Duration</c>, <c>Width</c>, <c>Height</c>, <c>Size</c>, <c>Audio</c>.</param>
    /// <param name="message">A sentence with the value, the range, and where the range comes from.</param>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public ConstraintViolation(string subject, string message)
    {
        Subject = subject ?? throw new ArgumentNullException(nameof(subject));
        Message = message ?? throw new ArgumentNullException(nameof(message));
    }

    /// <summary>What does not fit: <c>Duration</c>, <c>Width</c>, <c>Height</c>, <c>Size</c>, <c>Audio</c>.</summary>
    public string Subject { get; }

    /// <summary>A sentence with the value, the range, and where the range comes from.</summary>
    public string Message { get; }

    /// <summary>The message.</summary>
    /// <returns><see cref="Message"/>.</returns>
    public override string ToString() => Message;
}
