using System.Text.Json.Serialization;
using HealtheIntent.Client.Json;

namespace HealtheIntent.Client;

/// <summary>One part or rendering of a document (contract 12).</summary>
public sealed record DocumentContent : OpenObject
{
    /// <summary>The title.</summary>
    public string? Title { get; init; }

    /// <summary>The media type of the binary.</summary>
    public string? ContentType { get; init; }

    /// <summary>The size in bytes.</summary>
    [JsonConverter(typeof(LenientWholeNumberConverter))]
    public long? Size { get; init; }

    /// <summary>The binary.</summary>
    public Reference? Binary { get; init; }
}
