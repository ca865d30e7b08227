using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace LongRun.Analyzers.Contracts;

/// <summary>What <c>[OperationMonitor]</c> says of a method.</summary>
internal sealed class MonitorContract
{
    internal MonitorContract(IMethodSymbol method, AttributeData attribute)
    {
        Method = method;
        Name = AttributeReader.Text(attribute, 0);
        IdParameter = AttributeReader.Text(attribute, 1);
        Status = AttributeReader.Text(attribute, 2);
        Succeeded = AttributeReader.Texts(attribute, nameof(Succeeded));
        Failed = AttributeReader.Texts(attribute, nameof(Failed));
        FailureReason = AttributeReader.Text(attribute, nameof(FailureReason));
        Percentage = AttributeReader.Text(attribute, nameof(Percentage));
        MinDelaySeconds = AttributeReader.Number(attribute, nameof(MinDelaySeconds), 1);
        MaxDelaySeconds = AttributeReader.Number(attribute, nameof(MaxDelaySeconds), 120);
        MaxWaitTimeSeconds = AttributeReader.Number(attribute, nameof(MaxWaitTimeSeconds), 3600);
        ListMethod = AttributeReader.Text(attribute, nameof(ListMethod));
        ListItems = AttributeReader.Text(attribute, nameof(ListItems));
        ListId = AttributeReader.Text(attribute, nameof(ListId));
        ListStatus = AttributeReader.Text(attribute, nameof(ListStatus));
        WebhookSucceeded = AttributeReader.Text(attribute, nameof(WebhookSucceeded));
    }

    /// <summary>The method that carries the attribute: the interface's, where an implementation is called.</summary>
    internal IMethodSymbol Method { get; }

    /// <summary>Name of the operation, as in <c>{Name}Operation</c> and <c>Resume{Name}</c>.</summary>
    internal string Name { get; }

    /// <summary>Name of the parameter that takes the id.</summary>
    internal string IdParameter { get; }

    /// <summary>Member path from the awaited result to the status, its own or, by <c>Items[].Status</c>, that of each item; <see cref="MemberPath"/> follows it.</summary>
    internal string Status { get; }

    /// <summary>Statuses, as on the wire, that mean terminal success.</summary>
    internal ImmutableArray<string> Succeeded { get; }

    /// <summary>Statuses, as on the wire, that mean terminal failure.</summary>
    internal ImmutableArray<string> Failed { get; }

    internal string? FailureReason { get; }

    internal string? Percentage { get; }

    internal double MinDelaySeconds { get; }

    internal double MaxDelaySeconds { get; }

    internal double MaxWaitTimeSeconds { get; }

    /// <summary>Name of the list form, on the same type.</summary>
    internal string? ListMethod { get; }

    /// <summary>Member path from the list's awaited result to its items.</summary>
    internal string? ListItems { get; }

    internal string? ListId { get; }

    internal string? ListStatus { get; }

    /// <summary>Type of the webhook event that tells of success.</summary>
    internal string? WebhookSucceeded { get; }
}
