using LongRun.SpecCompiler.Output;

namespace LongRun.SpecCompiler.Tests;

public sealed class OutputTests
{
    [Fact]
    public void A_failed_run_leaves_the_files_of_the_last_good_one()
    {
        using SpecRun run = SpecRun.Succeed(Documents.Jobs);
        byte[] lowered = File.ReadAllBytes(run.LoweredPath);
        byte[] context = File.ReadAllBytes(run.ContextPath);
        run.Write(Documents.Jobs.Replace("[ready]", "[redy]", StringComparison.Ordinal));
        run.Compile();
        Assert.Single(run.Diagnostics);
        Assert.Equal(lowered, File.ReadAllBytes(run.LoweredPath));
        Assert.Equal(context, File.ReadAllBytes(run.ContextPath));
    }

    [Fact]
    public void The_same_document_gives_the_same_bytes()
    {
        using SpecRun one = SpecRun.Succeed(Documents.Jobs);
        using SpecRun other = SpecRun.Succeed(Documents.Jobs);
        Assert.Equal(File.ReadAllBytes(one.LoweredPath), File.ReadAllBytes(other.LoweredPath));
        Assert.Equal(File.ReadAllBytes(one.ContextPath), File.ReadAllBytes(other.ContextPath));
    }

    [Fact]
    public void Writing_the_same_content_does_not_touch_the_file_and_leaves_nothing_beside_it()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("longrun-atomic-");
        try
        {
            string path = Path.Combine(folder.FullName, "deep", "file.txt");
            AtomicFile.Write(path, "one"u8);
            DateTime old = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
            File.SetLastWriteTimeUtc(path, old);
            AtomicFile.Write(path, "one"u8);
            Assert.Equal(old, File.GetLastWriteTimeUtc(path));
            AtomicFile.Write(path, "two"u8);
            Assert.Equal("two", File.ReadAllText(path));
            Assert.Equal([path], Directory.GetFiles(Path.GetDirectoryName(path)!));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void The_flagship_document_compiles()
    {
        string document = File.ReadAllText(RepositoryFolder.PathOf("spec/twelvelabs.v1.2.openapi.yaml"));
        using SpecRun run = SpecRun.Succeed(document);
        Assert.Contains("OperationMonitor(\"Indexing\", \"taskId\", \"Status\"", SpecRun.Joined(run.Operation("/tasks/{task_id}", "get")), StringComparison.Ordinal);
        Assert.Contains("StartsOperation(\"UploadFromExternalProvider\", \"RetrieveTaskAsync\", \"Id\")", SpecRun.Joined(run.Operation("/tasks/external-provider", "post")), StringComparison.Ordinal);
        Assert.Contains("JsonSerializable(typeof(IndexTask))", run.Context, StringComparison.Ordinal);
        Assert.Equal("Id", run.Member("IndexTask", "_id"));
    }

    [Fact]
    public void A_mistake_in_the_flagship_document_is_reported_at_its_place()
    {
        string document = File.ReadAllText(RepositoryFolder.PathOf("spec/twelvelabs.v1.2.openapi.yaml"));
        const string good = "succeeded: [ready]";
        int at = document.IndexOf(good, StringComparison.Ordinal) + "succeeded: [".Length;
        SpecRun.Fails(document[..at] + "§redy" + document[(at + "ready".Length)..], "LRO3004", "'redy' is not a status of IndexTaskStatus; did you mean 'ready'?");
    }
}
