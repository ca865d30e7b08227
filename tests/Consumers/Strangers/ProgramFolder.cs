namespace LongRun.Consumers.Tests;

/// <summary>Programs that call the client: a copy of <c>Programs</c> and of the sample with mistakes, restored once.</summary>
[CollectionDefinition(nameof(ProgramFolder))]
public sealed class ProgramFolder : ForeignFolder, ICollectionFixture<ProgramFolder>
{
    public ProgramFolder(PackageFeed feed)
        : base(feed)
    {
        Copy("tests/Consumers/Programs", "", static file => file.Contains(Path.DirectorySeparatorChar));
        Sample.Take(this, "Mistakes", "Mistakes");
        Sample.Take(this, "Mistakes", "MendedMistakes");
        foreach (string source in Directory.GetFiles(At("App"), "*.cs"))
        {
            File.Copy(source, At(Path.Combine("Mended", Path.GetFileName(source))));
        }

        Restore();
    }
}
