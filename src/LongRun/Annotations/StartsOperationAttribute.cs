namespace LongRun.Annotations;

/// <summary>Marks a method whose call starts a long-running operation on the server.</summary>
/// <remarks>
/// The generator turns it into <c>Start{Name}Async</c> (start only) and <c>{Name}AndWaitAsync</c>
/// (start, then wait); the analyzers treat a call to it as a start call.
/// </remarks>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class StartsOperationAttribute : Attribute
{
    /// <summary>Declares the operation that the method starts.</summary>
    /// <param name="name">Name of the start, in PascalCase: <c>UploadFromExternalProvider</c>.</param>
    /// <param name="monitor">Name of the method with <see cref="OperationMonitorAttribute"/> on the same type; write it with <c>nameof</c>.</param>
    /// <param name="id">C# member path to the job's id in the method's result: <c>Id</c>.</param>
    public StartsOperationAttribute(string name, string monitor, string id)
    {
        Name = name;
        Monitor = monitor;
        Id = id;
    }

    /// <summary>Name of the start, in PascalCase.</summary>
    public string Name { get; }

    /// <summary>Name of the status method, on the same type, that reports on the started job.</summary>
    public string Monitor { get; }

    /// <summary>C# member path to the job's id in the result of the call.</summary>
    public string Id { get; }
}
