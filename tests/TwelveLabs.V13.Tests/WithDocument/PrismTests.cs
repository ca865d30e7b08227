using LongRun;

namespace TwelveLabs.V13.Tests;

/// <summary>Every monitor of the overlay against a server that others wrote on the vendor's document: starting, one poll, and every ending.</summary>
public sealed class PrismTests(PrismServer prism) : IClassFixture<PrismServer>
{
    public static TheoryData<string> Jobs => [.. Job.All.Select(static job => job.Name)];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Jobs))]
    public async Task A_start_that_the_document_accepts_gives_the_jobs_id(string name)
    {
        // Prism refuses a request that the document does not allow, and answers with a string for a string.
        Assert.Equal("string", await Find(name).Start(prism.CreateClient(), Stop));
    }

    [Theory]
    [MemberData(nameof(Jobs))]
    public async Task A_poll_reads_the_documents_answer(string name)
    {
        Job job = Find(name);
        IJobHandle handle = job.Resume(Client(job.Running));
        await handle.UpdateStatusAsync(Stop);
        Assert.False(handle.HasCompleted);
    }

    [Theory]
    [MemberData(nameof(Jobs))]
    public async Task Success_ends_the_wait(string name)
    {
        Job job = Find(name);
        Assert.True(await job.Resume(Client(job.Succeeded)).WaitAsync(new WaitOptions(), Stop));
    }

    [Theory]
    [MemberData(nameof(Jobs))]
    public async Task Each_failure_ends_the_wait_with_its_status(string name)
    {
        Job job = Find(name);
        foreach (string failed in job.Failed)
        {
            OperationFailedException failure = await Assert.ThrowsAsync<OperationFailedException>(() => job.Resume(Client(failed)).WaitAsync(new WaitOptions(), Stop));
            Assert.Equal((failed, "id1"), (failure.Status, failure.OperationId.Split('/')[^1]));
        }
    }

    private static Job Find(string name) => Job.All.Single(job => job.Name == name);

    private TwelveLabsV13Client Client(params string[] statuses)
    {
        TwelveLabsV13Client client = prism.CreateClient();
        prism.Next.Clear();
        foreach (string status in statuses)
        {
            prism.Next.Enqueue(status);
        }

        return client;
    }
}
