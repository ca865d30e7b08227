using Microsoft.CodeAnalysis;

namespace LongRun.Analyzers.Flow;

/// <summary>Compares what holds values: symbols, and the compiler's own captures.</summary>
internal sealed class VariableComparer : IEqualityComparer<object>
{
    internal static readonly VariableComparer Instance = new();

    private VariableComparer()
    {
    }

    public new bool Equals(object? x, object? y) => x is ISymbol left && y is ISymbol right ? SymbolEqualityComparer.Default.Equals(left, right) : object.Equals(x, y);

    public int GetHashCode(object obj) => obj is ISymbol symbol ? SymbolEqualityComparer.Default.GetHashCode(symbol) : obj.GetHashCode();
}
