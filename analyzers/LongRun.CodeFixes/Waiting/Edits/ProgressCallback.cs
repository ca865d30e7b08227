using LongRun.Analyzers.Contracts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace LongRun.CodeFixes.Waiting.Edits;

/// <summary>Turns what a loop told in each turn into a callback of the wait.</summary>
internal sealed class ProgressCallback
{
    private ProgressCallback(string text, bool needsHandle)
    {
        Text = text;
        NeedsHandle = needsHandle;
    }

    /// <summary>The lambda.</summary>
    internal string Text { get; }

    /// <summary>Whether it looks at the whole job, which the handle has.</summary>
    internal bool NeedsHandle { get; }

    /// <returns><see langword="null"/> where the statements use something that only the loop has.</returns>
    internal static ProgressCallback? Of(LoopParts parts, MonitorContract monitor, SemanticModel model, SourceLayout layout, string indent, string handle, TextSpan loop)
    {
        string parameter = FreeName(model, loop.Start, "update", "progressUpdate", "operationProgress");
        bool needsHandle = false;
        var statements = new List<string>();
        foreach (ExpressionStatementSyntax statement in parts.Progress)
        {
            var changes = new List<TextChange>();
            foreach (IdentifierNameSyntax name in statement.DescendantNodes().OfType<IdentifierNameSyntax>())
            {
                if (model.GetSymbolInfo(name).Symbol is not ILocalSymbol local)
                {
                    continue;
                }

                bool isStatus = parts.StatusLocals.Contains(local, SymbolEqualityComparer.Default) || (parts.Job is { IsStatus: true } && Is(parts, local));
                if (isStatus || Is(parts, local))
                {
                    (ExpressionSyntax node, bool isShown) = Shown(name, isStatus, monitor, model);
                    if (isStatus && !isShown)
                    {
                        return null;
                    }

                    string member = node != name && !isStatus && node.ToString().EndsWith(".Id", StringComparison.Ordinal) ? "Id" : "Status";
                    changes.Add(isShown ? new TextChange(node.Span, $"{parameter}.{member}") : new TextChange(name.Span, $"{handle}.Current!"));
                    needsHandle |= !isShown;
                }
                else if (local.DeclaringSyntaxReferences is [var declaration] && loop.Contains(declaration.Span))
                {
                    return null;
                }
            }

            SourceText text = SourceText.From(statement.Expression.ToString());
            int origin = statement.Expression.SpanStart;
            statements.Add(text.WithChanges(changes.OrderBy(static c => c.Span.Start).Select(c => new TextChange(new TextSpan(c.Span.Start - origin, c.Span.Length), c.NewText!))).ToString());
        }

        string usedParameter = statements.Any(s => s.Contains(parameter + ".")) ? parameter : "_";
        if (statements.Count == 1)
        {
            return new ProgressCallback($"{usedParameter} => {statements[0]}", needsHandle);
        }

        string deeper = layout.Deeper(indent);
        string block = string.Concat(statements.Select(s => deeper + s + ";" + layout.NewLine));
        return new ProgressCallback($"{usedParameter} =>{layout.NewLine}{indent}{{{layout.NewLine}{block}{indent}}}", needsHandle);
    }

    internal static string FreeName(SemanticModel model, int position, params string[] names) =>
        names.FirstOrDefault(n => model.LookupSymbols(position, name: n).All(static s => s is not ILocalSymbol and not IParameterSymbol)) ?? names[names.Length - 1] + "1";

    private static bool Is(LoopParts parts, ILocalSymbol local) => SymbolEqualityComparer.Default.Equals(parts.Job?.Local, local);

    /// <summary>The longest expression around a local that is its status or id and is only shown, as a text or an object.</summary>
    private static (ExpressionSyntax Node, bool IsShown) Shown(IdentifierNameSyntax name, bool isStatus, MonitorContract monitor, SemanticModel model)
    {
        ExpressionSyntax node = name;
        if (!isStatus)
        {
            foreach (string part in monitor.Status.Split('.'))
            {
                if (node.Parent is MemberAccessExpressionSyntax access && access.Expression == node && (access.Name.Identifier.ValueText == part || (node == name && access.Name.Identifier.ValueText == "Id")))
                {
                    node = access;
                }
            }

            if (node == name)
            {
                return (name, false);
            }
        }

        while (true)
        {
            if (node.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Value" } value)
            {
                node = value;
            }
            else if (node.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ToString", Parent: InvocationExpressionSyntax { ArgumentList.Arguments.Count: 0 } text })
            {
                node = text;
            }
            else
            {
                break;
            }
        }

        bool isShown = node.Parent is InterpolationSyntax
            || (node.Parent is ArgumentSyntax && model.GetTypeInfo(node).ConvertedType is { SpecialType: SpecialType.System_Object or SpecialType.System_String });
        return (node, isShown);
    }
}
