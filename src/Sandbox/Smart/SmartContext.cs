using HeiChartViewer.Sandbox.Ehr;

namespace HeiChartViewer.Sandbox.Smart;

/// <summary>Who launched the app, about whom, and from which session of the EHR.</summary>
internal sealed record SmartContext(
    EhrSession Session,
    string? PatientId,
    string? EncounterId,
    bool IsFramed
);
