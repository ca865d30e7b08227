namespace LongRun.Generators.Model;

/// <summary>The media profiles of a client.</summary>
internal sealed record RequirementsModel(ClientType Client, EquatableArray<ProfileModel> Profiles);
