namespace LongRun.Tests.Operations;

/// <summary>Ids of several parts.</summary>
public sealed class OperationIdTests
{
    [Theory]
    [InlineData("index-1", "job-2")]
    [InlineData("a/b", "c d%2F")]
    [InlineData("ü", "😀")]
    public void Parts_are_read_back_as_they_were(string first, string second)
    {
        string id = OperationId.Join(first, second);

        Assert.Equal((first, second), (OperationId.Part(id, 0, 2), OperationId.Part(id, 1, 2)));
    }

    [Fact]
    public void Parts_are_joined_as_in_a_path() => Assert.Equal("a%2Fb/c", OperationId.Join("a/b", "c"));

    [Theory]
    [InlineData("one", 2, "'one' is no id of this kind of job: it has 1 of 2 parts, which are joined by '/'. OperationId.Join makes one. (Parameter 'id')")]
    [InlineData("one/two/three", 2, "'one/two/three' is no id of this kind of job: it has 3 of 2 parts, which are joined by '/'. OperationId.Join makes one. (Parameter 'id')")]
    public void An_id_of_another_kind_is_refused(string id, int count, string message) =>
        Assert.Equal(message, Assert.Throws<ArgumentException>(() => OperationId.Part(id, 0, count)).Message);

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    public void A_part_that_is_missing_is_refused(string? part)
    {
        Assert.ThrowsAny<ArgumentException>(() => OperationId.Join("index-1", part!));
        Assert.ThrowsAny<ArgumentException>(() => OperationId.Part(part!, 0, 1));
    }

    [Fact]
    public void No_parts_at_all_are_refused() => Assert.Throws<ArgumentNullException>(static () => OperationId.Join(null!));
}
