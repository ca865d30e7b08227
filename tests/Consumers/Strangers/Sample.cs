using System.Xml.Linq;

namespace LongRun.Consumers.Tests;

/// <summary>A sample of the repository as a stranger has it.</summary>
internal static class Sample
{
    /// <summary>Copies a sample into a folder under a name. In the repository it refers to the sources; a stranger's refers to the package.</summary>
    public static void Take(ForeignFolder folder, string sample, string name)
    {
        folder.Copy($"samples/{sample}", name);

        // Two projects of one name do not fit into one solution.
        string project = folder.At($"{name}/{name}.csproj");
        File.Move(folder.At($"{name}/{sample}.csproj"), project);
        XElement root = XElement.Load(project);
        root.Elements("Import").Remove();
        root.Elements("ItemGroup").Single(static g => (string?)g.Attribute("Label") == "Client")
            .ReplaceNodes(new XElement("PackageReference", new XAttribute("Include", "TwelveLabs.Client"), new XAttribute("Version", "$(ClientVersion)")));
        root.Save(project);
    }
}
