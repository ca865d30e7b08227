using LongRun.Generators.Model;
using Microsoft.CodeAnalysis;

namespace LongRun.Generators.Parsing;

/// <summary>Reads how the operations of a kind are listed, for a watcher over many of them.</summary>
internal sealed class ListParser(Compilation compilation, IMethodSymbol monitor, AttributeData attribute, ProblemList problems)
{
    // The names that OpenAPI documents give to such parameters.
    private static readonly string[] PageNames = ["page", "pageNumber", "pageNo"];
    private static readonly string[] OrderNames = ["sortBy", "orderBy", "sort"];
    private static readonly string[] RecentNames = ["UpdatedAt", "Updated", "LastModified", "ModifiedAt"];
    private static readonly string[] SizeNames = ["pageLimit", "pageSize", "perPage", "limit", "size", "limitPerPage"];

    // Where a list says nothing of its longest page, no server refuses this one.
    private const int ModestPage = 10;
    private const int LongestPage = 1000;

    public ListModel? Parse(string[] listed)
    {
        if (attribute.Text("ListMethod") is not { } name)
        {
            return null;
        }

        IMethodSymbol[] methods = monitor.ContainingType.GetMembers(name).OfType<IMethodSymbol>().Where(static m => !m.IsStatic).ToArray();
        if (methods is not [var method])
        {
            return Fail(name, methods.Length == 0 ? $"{monitor.ContainingType.Name} has no such method" : "there are several methods of that name");
        }

        if (method.IsGenericMethod || CallParser.Parse(method, attribute, problems, answerIsReference: false) is not { } call)
        {
            return Fail(name, "it is not a method that returns Task<T> or ValueTask<T> of a known type");
        }

        if (ParseArguments(method, out bool hasPages, out int? size, out bool isRecentFirst) is not { } arguments)
        {
            return Fail(name, "it has parameters for which there is nothing to give");
        }

        MemberPath? items = MemberPath.Resolve(compilation, call.Answer, "answer", attribute.Text("ListItems") ?? "", trustsAnnotations: true, out string? fault);
        if (fault is not null || items is null || CollectionItem.Of(items.Type) is not { } item)
        {
            return Fail(name, fault ?? "what its items are said to be is no collection");
        }

        var reader = new ReadingParser(compilation, problems, attribute);
        MemberReading? id = attribute.Text("ListId") is { } idPath ? reader.Text(item, "item", idPath, []) : null;
        MemberReading? status = attribute.Text("ListStatus") is { } statusPath ? reader.Text(item, "item", statusPath, listed) : null;
        return id is null
            ? Fail(name, "nothing says where an item's id is (ListId)")
            : new ListModel(
                new MethodModel(Identifier.Escape(method.Name), method.GetDocumentationCommentId() ?? "", null, arguments, call.ReturnsValueTask, false),
                items.Access,
                id,
                status,
                hasPages,
                size,
                isRecentFirst);
    }

    private ListModel? Fail(string name, string reason)
    {
        problems.Add(ProblemKind.ListNotUsable, attribute, monitor.Name, name, reason);
        return null;
    }

    private static EquatableArray<string>? ParseArguments(IMethodSymbol method, out bool hasPages, out int? size, out bool isRecentFirst)
    {
        hasPages = false;
        isRecentFirst = false;
        size = null;
        var arguments = new List<string>();
        foreach (IParameterSymbol parameter in method.Parameters)
        {
            string? value = null;
            if (parameter.Type.IsCancellationToken())
            {
                value = "cancellationToken";
            }
            else if (parameter.Type.Unwrap().SpecialType == SpecialType.System_Int32 && Is(parameter, PageNames))
            {
                hasPages = true;
                value = "page";
            }
            else if (parameter.Type.Unwrap().SpecialType == SpecialType.System_Int32 && Is(parameter, SizeNames))
            {
                size = LargestOf(parameter);
                value = size.Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
            }
            else if (Is(parameter, OrderNames) && RecentOf(parameter.Type.Unwrap()) is { } recent)
            {
                isRecentFirst = true;
                value = recent;
            }
            else if (parameter is { IsOptional: false, IsParams: false })
            {
                return null;
            }

            if (value is not null)
            {
                arguments.Add($"{Identifier.Escape(parameter.Name)}: {value}");
            }
        }

        return arguments.ToEquatableArray();
    }

    private static bool Is(IParameterSymbol parameter, string[] names) => names.Contains(parameter.Name, StringComparer.OrdinalIgnoreCase);

    // Nobody lists by such a time to have the oldest first.
    private static string? RecentOf(ITypeSymbol type) => type.TypeKind == TypeKind.Enum
        && type.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(static f => f.HasConstantValue && RecentNames.Contains(f.Name, StringComparer.OrdinalIgnoreCase)) is { } member
            ? $"{TypeText.OfNotNull(type)}.{Identifier.Escape(member.Name)}"
            : null;

    private static int LargestOf(IParameterSymbol parameter) =>
        parameter.Find(ContractNames.NumberConstraint)?.Number<double>("Maximum") is >= 1 and <= LongestPage and var maximum ? (int)maximum : ModestPage;
}
