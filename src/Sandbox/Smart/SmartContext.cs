using HeiChartViewer.Sandbox.Ehr;
using HeiChartViewer.Sandbox.Population;

namespace HeiChartViewer.Sandbox.Smart;

/// <summary>Who launched the app, about whom, and from which session of the EHR.</summary>
/// <param name="Session">The session of the user.</param>
/// <param name="Patient">Whom, as the source calls them that the launch is from; null where no patient is in context.</param>
/// <param name="EncounterId">The open encounter, where it is in context.</param>
/// <param name="IsFramed">Whether the EHR shows the patient around the app.</param>
internal sealed record SmartContext(
    EhrSession Session,
    SourcePerson? Patient,
    string? EncounterId,
    bool IsFramed
);
