namespace LongRun.Generators.Model;

/// <summary>Everything that the attributes of a compilation ask for, names settled.</summary>
internal sealed record ContractModel(
    EquatableArray<ClientModel> Clients,
    EquatableArray<RequirementsModel> Requirements,
    EquatableArray<Problem> Problems);
