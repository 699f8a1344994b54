namespace HeiChartViewer.Web.Launch.Identity;

/// <summary>Who the host says the patient is, to be compared with whom HealtheIntent knows by the same id.</summary>
/// <param name="FamilyNames">Family names, current and former.</param>
/// <param name="GivenNames">Given names.</param>
/// <param name="BirthDate">The day of birth; null where the host knows no full date.</param>
/// <param name="Sex">Administrative sex or gender as the host codes it (<c>female</c>, <c>male</c>, <c>other</c>, <c>unknown</c>).</param>
public sealed record StatedIdentity(
    IReadOnlyList<string> FamilyNames,
    IReadOnlyList<string> GivenNames,
    DateOnly? BirthDate,
    string? Sex
);
