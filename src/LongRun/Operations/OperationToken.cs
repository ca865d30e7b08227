using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace LongRun;

/// <summary>Names a started operation in a short text that can be stored and picked up by another process.</summary>
/// <remarks>
/// The text is <c>lr1.{operation}.{id}</c>. It is safe in URLs, file names and message headers, and holds no secret:
/// whoever resumes needs a client with a key of its own. Letters, digits, <c>_</c> and <c>-</c> stand for themselves,
/// every other byte of the UTF-8 text is written as <c>~</c> and two upper-case hexadecimal digits, so each operation
/// has exactly one text.
/// </remarks>
public readonly struct OperationToken : IEquatable<OperationToken>, ISpanParsable<OperationToken>
{
    private const string Version = "lr1";

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly string? _operation;
    private readonly string? _id;

    /// <summary>Names an operation.</summary>
    /// <param name="operation">Name of its monitor: <c>Indexing</c>.</param>
    /// <param name="id">Its id, as the server gave it.</param>
    /// <exception cref="ArgumentException">An argument is <see langword="null"/>, empty or not well-formed Unicode.</exception>
    public OperationToken(string operation, string id)
    {
        _operation = Check(operation, nameof(operation));
        _id = Check(id, nameof(id));
    }

    /// <summary>Name of the operation's monitor; empty for the default value.</summary>
    public string Operation => _operation ?? "";

    /// <summary>The operation's id; empty for the default value.</summary>
    public string Id => _id ?? "";

    /// <summary>Compares operation and id.</summary>
    public static bool operator ==(OperationToken left, OperationToken right) => left.Equals(right);

    /// <summary>Compares operation and id.</summary>
    public static bool operator !=(OperationToken left, OperationToken right) => !left.Equals(right);

    /// <summary>Reads a token.</summary>
    /// <param name="s">The text, as <see cref="ToString"/> wrote it.</param>
    /// <returns>The token.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="s"/> is <see langword="null"/>.</exception>
    /// <exception cref="FormatException"><paramref name="s"/> is no token, or one of a later version; the message says which.</exception>
    public static OperationToken Parse(string s)
    {
        ArgumentNullException.ThrowIfNull(s);
        return Parse(s.AsSpan(), null);
    }

    /// <inheritdoc cref="Parse(string)"/>
    /// <param name="s">The text, as <see cref="ToString"/> wrote it.</param>
    /// <param name="provider">Not used.</param>
    public static OperationToken Parse(string s, IFormatProvider? provider) => Parse(s);

    /// <inheritdoc cref="Parse(string)"/>
    /// <param name="s">The text, as <see cref="ToString"/> wrote it.</param>
    /// <param name="provider">Not used.</param>
    public static OperationToken Parse(ReadOnlySpan<char> s, IFormatProvider? provider)
    {
        string? fault = Read(s, out OperationToken token);
        return fault is null ? token : throw new FormatException(fault);
    }

    /// <summary>Reads a token where the text may be anything.</summary>
    /// <param name="s">The text.</param>
    /// <param name="result">The token; the default value where the text is none.</param>
    /// <returns>Whether <paramref name="s"/> is a token.</returns>
    public static bool TryParse([NotNullWhen(true)] string? s, out OperationToken result) => TryParse(s.AsSpan(), null, out result);

    /// <inheritdoc cref="TryParse(string?, out OperationToken)"/>
    /// <param name="s">The text.</param>
    /// <param name="provider">Not used.</param>
    /// <param name="result">The token; the default value where the text is none.</param>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out OperationToken result) => TryParse(s.AsSpan(), provider, out result);

    /// <inheritdoc cref="TryParse(string?, out OperationToken)"/>
    /// <param name="s">The text.</param>
    /// <param name="provider">Not used.</param>
    /// <param name="result">The token; the default value where the text is none.</param>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out OperationToken result) => Read(s, out result) is null;

    /// <inheritdoc/>
    public bool Equals(OperationToken other) =>
        string.Equals(Operation, other.Operation, StringComparison.Ordinal) && string.Equals(Id, other.Id, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is OperationToken other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Operation, Id);

    /// <summary>Writes the token.</summary>
    /// <returns>The text; empty for the default value.</returns>
    public override string ToString()
    {
        if (_operation is null || _id is null)
        {
            return "";
        }

        var text = new StringBuilder(Version.Length + _operation.Length + _id.Length + 2);
        text.Append(Version).Append('.');
        Escape(text, _operation);
        text.Append('.');
        Escape(text, _id);
        return text.ToString();
    }

    private static string Check(string value, string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(value, name);
        try
        {
            StrictUtf8.GetByteCount(value);
        }
        catch (EncoderFallbackException exception)
        {
            throw new ArgumentException("The text holds half of a surrogate pair and could not be read back.", name, exception);
        }

        return value;
    }

    private static string? Read(ReadOnlySpan<char> text, out OperationToken token)
    {
        token = default;
        int first = text.IndexOf('.');
        int second = first < 0 ? -1 : first + 1 + text[(first + 1)..].IndexOf('.');
        if (first < 0 || second <= first || !IsVersion(text[..first]))
        {
            return $"'{Shorten(text)}' is not an operation token; one looks like '{Version}.Name.id'.";
        }

        if (!text[..first].SequenceEqual(Version))
        {
            return $"'{Shorten(text)}' is an operation token of version '{text[..first]}'; this version of LongRun reads '{Version}'.";
        }

        if (Unescape(text[(first + 1)..second]) is not { Length: > 0 } operation || Unescape(text[(second + 1)..]) is not { Length: > 0 } id)
        {
            return $"'{Shorten(text)}' is a damaged operation token: its name or its id is empty or holds a character that '{Version}' does not use.";
        }

        token = new OperationToken(operation, id);
        return null;
    }

    private static bool IsVersion(ReadOnlySpan<char> text) =>
        text.Length > 2 && text.StartsWith("lr") && !text[2..].ContainsAnyExceptInRange('0', '9');

    // A text from outside may be of any length; a message should not be.
    private static string Shorten(ReadOnlySpan<char> text) => text.Length <= 80 ? text.ToString() : string.Concat(text[..80], "…");

    private static void Escape(StringBuilder text, string value)
    {
        foreach (byte unit in StrictUtf8.GetBytes(value))
        {
            if (IsPlain((char)unit))
            {
                text.Append((char)unit);
            }
            else
            {
                text.Append('~').Append(HexDigit(unit >> 4)).Append(HexDigit(unit & 15));
            }
        }
    }

    private static string? Unescape(ReadOnlySpan<char> text)
    {
        var units = new byte[text.Length];
        int count = 0;
        for (int i = 0; i < text.Length; i++)
        {
            if (IsPlain(text[i]))
            {
                units[count++] = (byte)text[i];
                continue;
            }

            if (text[i] != '~' || i + 2 >= text.Length || HexValue(text[i + 1]) is not (>= 0 and var high) || HexValue(text[i + 2]) is not (>= 0 and var low))
            {
                return null;
            }

            units[count] = (byte)((high << 4) | low);
            if (IsPlain((char)units[count++]))
            {
                return null;
            }

            i += 2;
        }

        try
        {
            return StrictUtf8.GetString(units, 0, count);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static bool IsPlain(char value) => char.IsAsciiLetterOrDigit(value) || value is '_' or '-';

    private static char HexDigit(int value) => (char)(value < 10 ? '0' + value : 'A' + value - 10);

    private static int HexValue(char value) => value switch
    {
        >= '0' and <= '9' => value - '0',
        >= 'A' and <= 'F' => value - 'A' + 10,
        _ => -1,
    };
}
