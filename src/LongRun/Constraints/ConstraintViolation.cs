// Linked into the analyzers: netstandard2.0, C# only, no other file of this project.
using System;

namespace LongRun.Constraints;

/// <summary>One way in which a value does not fit what the document says.</summary>
public sealed class ConstraintViolation
{
    /// <summary>Creates a violation.</summary>
    /// <param name="subject">What does not fit; see <see cref="Subject"/>.</param>
    /// <param name="message">A sentence with the value, the range, and where the range comes from.</param>
    /// <param name="value">The value itself; <see langword="null"/>, the default: there is none to show.</param>
    /// <exception cref="ArgumentNullException"><paramref name="subject"/> or <paramref name="message"/> is <see langword="null"/>.</exception>
    public ConstraintViolation(string subject, string message, object? value = null)
    {
        Subject = subject ?? throw new ArgumentNullException(nameof(subject));
        Message = message ?? throw new ArgumentNullException(nameof(message));
        Value = value;
    }

    /// <summary>
    /// What does not fit. Of a request, the path of the member from the request (<c>Url</c>, <c>Filter.Ids[2]</c>) or the
    /// name of the call's parameter (<c>pageLimit</c>); of media <c>Duration</c>, <c>Width</c>, <c>Height</c>, <c>Size</c> or <c>Audio</c>.
    /// </summary>
    public string Subject { get; }

    /// <summary>A sentence for a person: the value and what is accepted. A long value is shortened in it.</summary>
    public string Message { get; }

    /// <summary>The value as it was given; <see langword="null"/> where a message needs none.</summary>
    public object? Value { get; }

    /// <summary>The message.</summary>
    /// <returns><see cref="Message"/>.</returns>
    public override string ToString() => Message;
}
