using HeiChartViewer.Sandbox.Smart;

namespace HeiChartViewer.Sandbox.Control;

/// <summary>How the EHR misbehaves, how it could, and which apps are registered there.</summary>
internal sealed record SmartState(
    SmartMisbehaviour Misbehaviour,
    IReadOnlyList<SmartMisbehaviour> Misbehaviours,
    IReadOnlyList<SmartClientState> Clients
);
