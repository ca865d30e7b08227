using LongRun.SpecCompiler.Diagnostics;
using LongRun.SpecCompiler.Naming;
using LongRun.SpecCompiler.Reading;

namespace LongRun.SpecCompiler.Vocabulary;

/// <summary>Finds the operations that extensions name by their ids, and reports those that do not exist.</summary>
/// <param name="document">The document.</param>
/// <param name="diagnostics">Takes what is wrong.</param>
public sealed class NamedOperations(ApiDocument document, DiagnosticBag diagnostics)
{
    /// <summary>Finds an operation.</summary>
    /// <param name="name">Its id, or <see langword="null"/>.</param>
    /// <returns>The operation, or <see langword="null"/> if there is no name or it was reported.</returns>
    public ApiOperation? Find(ScalarNode? name)
    {
        if (name is null)
        {
            return null;
        }

        ApiOperation? operation = document.FindOperation(name.Text);
        if (operation is null)
        {
            List<ApiOperation> same = document.Operations.Where(candidate => candidate.WrittenId == name.Text).ToList();
            if (same.Count > 1)
            {
                string ids = string.Join(", ", same.Select(static candidate => $"'{candidate.Id}' ({candidate.Title})"));
                diagnostics.Add(DiagnosticIds.UnknownOperation, name.Position, $"'{name.Text}' is the operationId of {same.Count} operations, which were told apart as {ids}; name one of these.");
                return null;
            }

            string hint = NearestName.Hint(name.Text, document.Operations.Select(static candidate => candidate.Id).OfType<string>());
            diagnostics.Add(DiagnosticIds.UnknownOperation, name.Position, $"There is no operation '{name.Text}'.{hint}");
        }

        return operation;
    }
}
