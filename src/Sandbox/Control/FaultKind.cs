using System.Text.Json.Serialization;

namespace HeiChartViewer.Sandbox.Control;

/// <summary>What goes wrong.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FaultKind>))]
internal enum FaultKind
{
    /// <summary>Answers another status, with its envelope.</summary>
    [JsonStringEnumMemberName("status")]
    Status,

    /// <summary>Answers, but later.</summary>
    [JsonStringEnumMemberName("delay")]
    Delay,

    /// <summary>Answers as late as a distribution has it.</summary>
    [JsonStringEnumMemberName("latency")]
    Latency,

    /// <summary>Begins to answer and then hangs.</summary>
    [JsonStringEnumMemberName("stall")]
    Stall,

    /// <summary>Sends half of the answer and then hangs.</summary>
    [JsonStringEnumMemberName("stallMidBody")]
    StallMidBody,

    /// <summary>Closes the connection in the middle of the body.</summary>
    [JsonStringEnumMemberName("truncate")]
    Truncate,

    /// <summary>Answers 200 with broken JSON.</summary>
    [JsonStringEnumMemberName("malformed")]
    Malformed,

    /// <summary>Answers 200 with a page of HTML, as a proxy in between would.</summary>
    [JsonStringEnumMemberName("wrongContentType")]
    WrongContentType,

    /// <summary>Resets the connection without an answer.</summary>
    [JsonStringEnumMemberName("reset")]
    Reset,
}
