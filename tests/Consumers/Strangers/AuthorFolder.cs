namespace LongRun.Consumers.Tests;

/// <summary>
/// Two authors who make clients of one document, somebody careless, and a caller of one of the clients. The path holds a
/// space and a letter beyond ASCII; the document lies outside all projects and may not be written.
/// </summary>
public sealed class AuthorFolder : ForeignFolder
{
    public AuthorFolder(PackageFeed feed)
        : base(feed, "clients vidéo")
    {
        Copy("tests/Consumers/Authors", "");
        File.WriteAllText(At("Clients.slnx"), """<Solution><Project Path="Acme/Acme.csproj" /><Project Path="Other/Other.csproj" /></Solution>""");
        SetDocument(static text => text);

        // The caller's package is yet to be made.
        Directory.Move(At("Caller"), At("Later"));
        File.Move(At("Later/Caller.csproj"), At("Later/Caller.txt"));
        Restore();
        FirstBuild = Run("build", "Clients.slnx", "--no-restore", "-m:2", "-tl:off");
    }

    /// <summary>Both clients, side by side, each for the first time.</summary>
    public (int ExitCode, string Output) FirstBuild { get; }

    /// <summary>Rewrites the document as its owner does: it is read-only before and after.</summary>
    public void SetDocument(Func<string, string> edit)
    {
        string document = At("Shared/api.yaml");
        SetReadOnly(false);
        string text = File.ReadAllText(RepositoryFolder.PathOf("tests/Consumers/Authors/Shared/api.yaml"));
        File.WriteAllText(document, edit(text));
        SetReadOnly(true);
    }

    /// <summary>Puts the caller in its place, now that there is something to call, and restores it.</summary>
    public void RestoreCaller()
    {
        Directory.Move(At("Later"), At("Caller"));
        File.Move(At("Caller/Caller.txt"), At("Caller/Caller.csproj"));
        (int exitCode, string output) = Run("restore", "Caller");
        Assert.True(exitCode == 0, output);
    }

    public override void Dispose()
    {
        SetReadOnly(false);
        base.Dispose();
    }

    // The attribute, and what Unix has of the kind besides: no new file beside the document either.
    private void SetReadOnly(bool readOnly)
    {
        foreach (string file in Directory.GetFiles(At("Shared")))
        {
            File.SetAttributes(file, readOnly ? FileAttributes.ReadOnly : FileAttributes.Normal);
        }

        if (!OperatingSystem.IsWindows())
        {
            const UnixFileMode Read = UnixFileMode.UserRead | UnixFileMode.UserExecute;
            File.SetUnixFileMode(At("Shared"), readOnly ? Read : Read | UnixFileMode.UserWrite);
        }
    }

}
