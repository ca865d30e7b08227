using System.Text.Json;
using LongRun.SpecCompiler.Reading;

namespace LongRun.SpecCompiler.Output;

/// <summary>Writes a document as JSON, which NSwag reads faster than YAML.</summary>
public static class JsonDocumentWriter
{
    /// <summary>Writes a document.</summary>
    /// <param name="root">Its root.</param>
    /// <param name="stream">Takes the text.</param>
    public static void Write(Node root, Stream stream)
    {
        using var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true });
        Write(root, writer);
    }

    private static void Write(Node node, Utf8JsonWriter writer)
    {
        switch (node)
        {
            case MapNode map:
                writer.WriteStartObject();
                foreach (MapNode.Entry entry in map.Entries)
                {
                    writer.WritePropertyName(entry.Key);
                    Write(entry.Value, writer);
                }

                writer.WriteEndObject();
                break;
            case ListNode list:
                writer.WriteStartArray();
                list.Items.ForEach(item => Write(item, writer));
                writer.WriteEndArray();
                break;
            case ScalarNode { Kind: ScalarKind.Text } text:
                writer.WriteStringValue(text.Text);
                break;
            case ScalarNode scalar:
                writer.WriteRawValue(scalar.Text);
                break;
        }
    }
}
