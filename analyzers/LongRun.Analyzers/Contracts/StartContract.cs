using Microsoft.CodeAnalysis;

namespace LongRun.Analyzers.Contracts;

/// <summary>What <c>[StartsOperation]</c> says of a method.</summary>
internal sealed class StartContract
{
    internal StartContract(IMethodSymbol method, AttributeData attribute)
    {
        Method = method;
        Name = AttributeReader.Text(attribute, 0);
        MonitorName = AttributeReader.Text(attribute, 1);
        Id = AttributeReader.Text(attribute, 2);
    }

    /// <summary>The method that carries the attribute: the interface's, where an implementation is called.</summary>
    internal IMethodSymbol Method { get; }

    /// <summary>Name of the start, as in <c>Start{Name}Async</c> and <c>{Name}AndWaitAsync</c>.</summary>
    internal string Name { get; }

    /// <summary>Name of the monitor's method, on the client's type; <see cref="Contract.MonitorOf(StartContract)"/> finds it.</summary>
    internal string MonitorName { get; }

    /// <summary>Member path from the result to the job's id.</summary>
    internal string Id { get; }

    /// <summary>Whether it is a generated <c>Start…Async</c>, an extension method on the client that returns a handle.</summary>
    internal bool IsGenerated => Method.IsExtensionMethod;

    /// <summary>The client's type: where the monitor is, and the other starts.</summary>
    internal INamedTypeSymbol? Client => Method.IsExtensionMethod && Method.Parameters.Length > 0 ? Method.Parameters[0].Type as INamedTypeSymbol : Method.ContainingType;
}
