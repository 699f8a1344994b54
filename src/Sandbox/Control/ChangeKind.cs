using System.Text.Json.Serialization;

namespace HeiChartViewer.Sandbox.Control;

/// <summary>How a list changes while it is read.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ChangeKind>))]
internal enum ChangeKind
{
    /// <summary>A record comes in at the front, so that the next page repeats one.</summary>
    [JsonStringEnumMemberName("added")]
    Added,

    /// <summary>A record goes, so that the next page leaves one out.</summary>
    [JsonStringEnumMemberName("removed")]
    Removed,

    /// <summary>A record has another status than a moment ago.</summary>
    [JsonStringEnumMemberName("amended")]
    Amended,
}
