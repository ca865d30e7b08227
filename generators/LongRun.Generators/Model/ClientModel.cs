namespace LongRun.Generators.Model;

/// <summary>A client with its operations, and the starts and resumes that its extension class holds.</summary>
internal sealed record ClientModel(
    ClientType Type,
    string ExtensionClass,
    EquatableArray<OperationModel> Operations,
    EquatableArray<StartModel> Starts);
