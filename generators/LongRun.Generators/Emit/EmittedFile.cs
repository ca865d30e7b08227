using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace LongRun.Generators.Emit;

/// <summary>A file with its name.</summary>
internal sealed record EmittedFile(string Name, string Text)
{
    public void AddTo(SourceProductionContext output) => output.AddSource(Name, SourceText.From(Text, Encoding.UTF8));
}
