using System.Text;
using System.Text.Json;

namespace LongRun.Http;

/// <summary>An application/x-www-form-urlencoded body. Made by generated code, and by callers where the document does not say which fields there are.</summary>
public sealed class UrlEncodedForm
{
    private readonly StringBuilder _text = new();

    /// <summary>Adds a field, unless the value is <see langword="null"/>.</summary>
    /// <typeparam name="T">Type of the value; written as in a query.</typeparam>
    /// <param name="name">Name on the wire.</param>
    /// <param name="value">The value.</param>
    public void AddText<T>(string name, T? value)
    {
        if (value is not null)
        {
            _text.Append(_text.Length == 0 ? "" : "&").Append(Escape(name)).Append('=').Append(Escape(RequestUri.Format(value)));
        }
    }

    /// <summary>Adds a field once for each item.</summary>
    /// <typeparam name="T">Type of the items.</typeparam>
    /// <param name="name">Name on the wire.</param>
    /// <param name="values">The items; <see langword="null"/> adds nothing.</param>
    public void AddTextEach<T>(string name, IEnumerable<T>? values)
    {
        foreach (T value in values ?? [])
        {
            AddText(name, value);
        }
    }

    /// <summary>Adds a field whose value is JSON, unless it is <see langword="null"/>: an object has no other form here (OpenAPI 3, Encoding Object).</summary>
    /// <param name="name">Name on the wire.</param>
    /// <param name="value">The value as JSON.</param>
    public void AddJson(string name, JsonElement? value) => AddText(name, value?.GetRawText());

    /// <summary>Makes the body.</summary>
    /// <returns>The body.</returns>
    public HttpContent ToContent() => new StringContent(_text.ToString(), Encoding.ASCII, "application/x-www-form-urlencoded");

    private static string Escape(string text) => Uri.EscapeDataString(text).Replace("%20", "+", StringComparison.Ordinal);
}
