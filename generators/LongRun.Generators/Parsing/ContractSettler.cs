using System.Collections.Immutable;
using LongRun.Generators.Model;

namespace LongRun.Generators.Parsing;

/// <summary>Sees to it that no two clients emit a type of the same name: the first keeps it, the other has a problem.</summary>
internal static class ContractSettler
{
    public static ContractModel Settle(ImmutableArray<Parsed<ClientModel>> clients, ImmutableArray<Parsed<RequirementsModel>> requirements)
    {
        // Names of files are names of types, and do not differ by case alone.
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var problems = new List<Problem>();
        var settledClients = new List<ClientModel>();
        foreach (Parsed<ClientModel> parsed in clients.OrderBy(static c => c.Model?.Type.Reference ?? "", StringComparer.Ordinal))
        {
            problems.AddRange(parsed.Problems);
            if (parsed.Model is { } client && Settle(client, parsed.Place, taken, problems) is { } settled)
            {
                settledClients.Add(settled);
            }
        }

        var settledRequirements = new List<RequirementsModel>();
        foreach (Parsed<RequirementsModel> parsed in requirements.OrderBy(static r => r.Model?.Client.Reference ?? "", StringComparer.Ordinal))
        {
            problems.AddRange(parsed.Problems);
            if (parsed.Model is { } model && Take(taken, model.Client.Namespace, "VideoRequirements", 0, parsed.Place, problems))
            {
                settledRequirements.Add(model);
            }
        }

        return new ContractModel(settledClients.ToEquatableArray(), settledRequirements.ToEquatableArray(), problems.ToEquatableArray());
    }

    private static ClientModel? Settle(ClientModel client, SourcePlace place, HashSet<string> taken, List<Problem> problems)
    {
        if (!Take(taken, client.Type.Namespace, client.ExtensionClass, 0, place, problems))
        {
            return null;
        }

        OperationModel[] operations = client.Operations.Where(o => Take(taken, client.Type.Namespace, o.TypeName, client.Type.TypeParameters.Count, place, problems)).ToArray();
        return client with
        {
            Operations = operations.Select(o => o.Then is { } then && operations.All(other => other.Name != then.SecondName) ? o with { Then = null } : o).ToEquatableArray(),
            Starts = client.Starts.Where(s => operations.Any(o => o.Name == s.Operation)).ToEquatableArray(),
        };
    }

    private static bool Take(HashSet<string> taken, string @namespace, string name, int arity, SourcePlace place, List<Problem> problems)
    {
        if (taken.Add($"{@namespace}.{name}`{arity}"))
        {
            return true;
        }

        problems.Add(new Problem(ProblemKind.NameTaken, place, new[] { name, @namespace.Length == 0 ? "the global namespace" : @namespace }.ToEquatableArray()));
        return false;
    }
}
