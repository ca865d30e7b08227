using Microsoft.CodeAnalysis;

namespace LongRun.Analyzers.Tests;

/// <summary>What an editor shows of a rule beside its message.</summary>
public sealed class DescriptorTests
{
    public static TheoryData<string> Ids => [.. RuleBook.Descriptors.Select(static d => d.Id).Distinct()];

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_description_says_why(string id)
    {
        foreach (DiagnosticDescriptor rule in RuleBook.Descriptors.Where(d => d.Id == id))
        {
            string description = rule.Description.ToString();
            Assert.True(description.Length > 30, description);
            Assert.EndsWith(".", description, StringComparison.Ordinal);
        }
    }
}
