using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace LongRun.Http;

/// <summary>A multipart/form-data body. Made by generated code, and by callers where the document does not say which parts there are.</summary>
public sealed class MultipartForm : MultipartFormDataContent
{
    /// <summary>Adds a text part, unless the value is <see langword="null"/>.</summary>
    /// <typeparam name="T">Type of the value; written as in a query.</typeparam>
    /// <param name="name">Name on the wire.</param>
    /// <param name="value">The value.</param>
    public void AddText<T>(string name, T? value)
    {
        if (value is not null)
        {
            // Without a media type: a plain form field has none, and servers differ in what they make of text/plain.
            var part = new StringContent(RequestUri.Format(value));
            part.Headers.ContentType = null;
            Add(part, name);
        }
    }

    /// <summary>Adds one text part for each item, all of the same name.</summary>
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

    /// <summary>Adds a part that is JSON, unless it is <see langword="null"/>.</summary>
    /// <param name="name">Name on the wire.</param>
    /// <param name="value">The value as JSON.</param>
    public void AddJson(string name, JsonElement? value)
    {
        if (value is { } json)
        {
            Add(new StringContent(json.GetRawText(), Encoding.UTF8, "application/json"), name);
        }
    }

    /// <summary>Adds each of some files, all by the same name.</summary>
    /// <param name="name">Name on the wire.</param>
    /// <param name="files">The files; <see langword="null"/> adds nothing.</param>
    public void AddFileEach(string name, IEnumerable<FileParameter>? files)
    {
        foreach (FileParameter file in files ?? [])
        {
            AddFile(name, file);
        }
    }

    /// <summary>Adds a file, unless it is <see langword="null"/>.</summary>
    /// <param name="name">Name on the wire.</param>
    /// <param name="file">The file.</param>
    public void AddFile(string name, FileParameter? file)
    {
        if (file is null)
        {
            return;
        }

        var part = new StreamContent(file.Data);
        part.Headers.ContentType = MediaTypeHeaderValue.Parse(file.ContentType);
        Add(part, name, file.FileName);
    }
}
