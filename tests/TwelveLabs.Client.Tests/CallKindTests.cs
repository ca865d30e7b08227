using System.Text.RegularExpressions;
using TwelveLabs.Http;

namespace TwelveLabs.Client.Tests;

/// <summary>Holds the kinds of call, which the document cannot say, against the document's operations.</summary>
public sealed partial class CallKindTests
{
    // Whoever adds a POST to the document decides here whether it creates something.
    private static readonly Dictionary<string, CallKind> Posts = new()
    {
        ["/indexes"] = CallKind.Create,
        ["/tasks"] = CallKind.Create,
        ["/tasks/external-provider"] = CallKind.Create,
        ["/embed/tasks"] = CallKind.Create,
        ["/search"] = CallKind.Compute,
        ["/search-v2"] = CallKind.Compute,
        ["/generate"] = CallKind.Compute,
        ["/summarize"] = CallKind.Compute,
        ["/gist"] = CallKind.Compute,
        ["/embed"] = CallKind.Compute,
    };

    [Fact]
    public void Every_POST_of_the_document_is_of_a_kind_that_somebody_decided()
    {
        Assert.Equal(
            DocumentOperations().Where(static operation => operation.Method == "post").Select(static operation => operation.Path).Order(StringComparer.Ordinal),
            Posts.Keys.Order(StringComparer.Ordinal));
        Assert.All(Posts, static post => Assert.Equal(post.Value, Classify("post", post.Key)));
    }

    [Fact]
    public void Every_other_operation_is_of_the_kind_of_its_method()
    {
        IEnumerable<(string Path, string Method)> others = DocumentOperations().Where(static operation => operation.Method != "post");
        Assert.All(others, static operation => Assert.Equal(
            operation.Method switch
            {
                "get" => CallKind.Read,
                "put" => CallKind.Update,
                _ => CallKind.Delete,
            },
            Classify(operation.Method, operation.Path)));
    }

    private static CallKind Classify(string method, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Parse(method), "https://api.twelvelabs.io/v1.2" + path);
        return CallClassifier.Classify(request);
    }

    private static IReadOnlyList<(string Path, string Method)> DocumentOperations()
    {
        var operations = new List<(string, string)>();
        string path = "";
        foreach (string line in File.ReadLines(RepositoryFolder.PathOf("spec/twelvelabs.v1.2.openapi.yaml")))
        {
            if (PathLine().Match(line) is { Success: true } atPath)
            {
                path = atPath.Groups[1].Value;
            }
            else if (MethodLine().Match(line) is { Success: true } atMethod && path.Length > 0)
            {
                operations.Add((path, atMethod.Groups[1].Value));
            }
        }

        return operations;
    }

    [GeneratedRegex("^  (/[^:]*):$")]
    private static partial Regex PathLine();

    [GeneratedRegex("^    (get|put|post|delete|patch):$")]
    private static partial Regex MethodLine();
}
