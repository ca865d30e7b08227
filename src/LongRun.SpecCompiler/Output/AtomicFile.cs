namespace LongRun.SpecCompiler.Output;

/// <summary>Writes a file so that nobody ever sees half of it: to a temporary file beside it, then renamed.</summary>
public static class AtomicFile
{
    /// <summary>Writes a file. A file whose content is the same already is not touched.</summary>
    /// <param name="path">Its path; folders are made.</param>
    /// <param name="content">Its content.</param>
    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        if (File.Exists(path) && content.SequenceEqual(File.ReadAllBytes(path)))
        {
            return;
        }

        string folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        Directory.CreateDirectory(folder);
        string temporary = Path.Combine(folder, $".{Path.GetFileName(path)}.{Environment.ProcessId}.tmp");
        try
        {
            using (FileStream stream = File.Create(temporary))
            {
                stream.Write(content);
            }

            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
