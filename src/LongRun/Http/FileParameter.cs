namespace LongRun.Http;

/// <summary>A file to upload as a part of a multipart body.</summary>
public sealed class FileParameter
{
    /// <summary>Creates the part.</summary>
    /// <param name="data">The content, read from its current position to its end while the request is sent, and disposed with the request.</param>
    /// <param name="fileName">Name of the file as the server sees it; <c>file</c> unless given.</param>
    /// <param name="contentType">Media type; <c>application/octet-stream</c> unless given.</param>
    /// <exception cref="ArgumentNullException"><paramref name="data"/> is <see langword="null"/>.</exception>
    public FileParameter(Stream data, string fileName = "file", string contentType = "application/octet-stream")
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentException.ThrowIfNullOrEmpty(fileName);
        ArgumentException.ThrowIfNullOrEmpty(contentType);
        Data = data;
        FileName = fileName;
        ContentType = contentType;
    }

    /// <summary>The content.</summary>
    public Stream Data { get; }

    /// <summary>Name of the file as the server sees it.</summary>
    public string FileName { get; }

    /// <summary>Media type of the content.</summary>
    public string ContentType { get; }
}
