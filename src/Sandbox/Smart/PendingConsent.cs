using HeiChartViewer.Sandbox.Ehr;

namespace HeiChartViewer.Sandbox.Smart;

/// <summary>A standalone authorization that waits for the user's word.</summary>
internal sealed record PendingConsent(AuthorizationRequest Request, EhrSession Session);
