using System.Text.Json.Serialization;

namespace HeiChartViewer.Sandbox.Control;

/// <summary>How the control reads and writes.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow
)]
[JsonSerializable(typeof(FaultOrders))]
[JsonSerializable(typeof(FaultIds))]
[JsonSerializable(typeof(IReadOnlyList<FaultState>))]
[JsonSerializable(typeof(IReadOnlyList<RequestLogEntry>))]
[JsonSerializable(typeof(RetireOrder))]
[JsonSerializable(typeof(RetireResult))]
[JsonSerializable(typeof(ControlProblem))]
[JsonSerializable(typeof(IReadOnlyList<CatalogueEntry>))]
internal sealed partial class ControlJson : JsonSerializerContext;
