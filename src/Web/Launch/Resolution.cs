namespace HeiChartViewer.Web.Launch;

/// <summary>The answer of <see cref="PatientResolver"/>: a patient, or a refusal; never both.</summary>
/// <param name="PatientId">The HealtheIntent patient id.</param>
/// <param name="Refusal">Why there is none.</param>
public sealed record Resolution(string? PatientId, LaunchRefusal? Refusal);
