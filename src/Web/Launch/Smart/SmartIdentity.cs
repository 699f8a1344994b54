namespace HeiChartViewer.Web.Launch.Smart;

/// <summary>Who the user is, as an id_token proved it.</summary>
/// <param name="Subject">The user's name at the issuer, stable and unique there.</param>
/// <param name="Name">The name to show, where the token has one.</param>
/// <param name="FhirUser">The FHIR resource that stands for the user, as it was written.</param>
internal sealed record SmartIdentity(string Subject, string? Name, string? FhirUser);
