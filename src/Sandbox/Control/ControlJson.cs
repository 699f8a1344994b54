using System.Text.Json.Serialization;
using HeiChartViewer.Sandbox.Credentials;
using HeiChartViewer.Sandbox.Smart;

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
[JsonSerializable(typeof(IReadOnlyList<AccountState>))]
[JsonSerializable(typeof(RotateOrder))]
[JsonSerializable(typeof(RotateResult))]
[JsonSerializable(typeof(OAuthOrder))]
[JsonSerializable(typeof(OAuthState))]
[JsonSerializable(typeof(RevokeOrder))]
[JsonSerializable(typeof(ThrottleOrder))]
[JsonSerializable(typeof(MergeOrder))]
[JsonSerializable(typeof(SplitOrder))]
[JsonSerializable(typeof(SplitResult))]
[JsonSerializable(typeof(ChangeOrder))]
[JsonSerializable(typeof(SensitiveOrder))]
[JsonSerializable(typeof(ClockOrder))]
[JsonSerializable(typeof(ScenarioOrder))]
[JsonSerializable(typeof(ScenarioState))]
[JsonSerializable(typeof(SmartOrder))]
[JsonSerializable(typeof(SmartState))]
internal sealed partial class ControlJson : JsonSerializerContext;
