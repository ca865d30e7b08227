using System.Text.Json.Serialization;

namespace TwelveLabs;

/// <summary>What a line of an upload journal says.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<UploadRecordKind>))]
public enum UploadRecordKind
{
    /// <summary>The journal begins to upload into an index.</summary>
    Begin,

    /// <summary>A create is about to be sent. Until another line tells what became of it, nobody knows.</summary>
    Intent,

    /// <summary>The server has created the task: it said so, or the task was found on the index.</summary>
    Created,

    /// <summary>The server has certainly not created a task.</summary>
    NotCreated,

    /// <summary>Whether the server has created a task, or which, cannot be known any more.</summary>
    Uncertain,
}
