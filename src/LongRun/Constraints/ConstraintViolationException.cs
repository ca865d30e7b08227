// Linked into the analyzers: netstandard2.0, C# only, no other file of this project.
using System;
using System.Collections.Generic;
using System.Linq;

namespace LongRun.Constraints;

/// <summary>Something does not fit what the document says, and the caller asked for an exception then.</summary>
public sealed class ConstraintViolationException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="violations">Everything that does not fit, not only the first.</param>
    /// <exception cref="ArgumentNullException"><paramref name="violations"/> is <see langword="null"/>.</exception>
    public ConstraintViolationException(IReadOnlyList<ConstraintViolation> violations)
        : base(string.Join(" ", (violations ?? throw new ArgumentNullException(nameof(violations))).Select(static v => v.Message)))
    {
        Violations = violations;
    }

    /// <summary>Everything that does not fit.</summary>
    public IReadOnlyList<ConstraintViolation> Violations { get; }
}
