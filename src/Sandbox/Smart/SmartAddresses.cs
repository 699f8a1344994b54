using HeiChartViewer.Sandbox.Ehr;

namespace HeiChartViewer.Sandbox.Smart;

/// <summary>Where the parts of the FHIR and authorization server are; known once it listens.</summary>
internal sealed class SmartAddresses
{
    public const string BasePath = "/fhir/r4";

    /// <summary>The sandbox's own address, without a slash at its end.</summary>
    public string Origin { get; set; } = "";

    /// <summary>The FHIR base: the issuer of a launch and the audience of an authorization.</summary>
    public string Fhir => $"{Origin}{BasePath}";

    public string Authorize => $"{Fhir}/auth/authorize";

    public string Token => $"{Fhir}/auth/token";

    public string Keys => $"{Fhir}/auth/jwks";

    public string Introspect => $"{Fhir}/auth/introspect";

    public string Revoke => $"{Fhir}/auth/revoke";

    /// <summary>The <c>fhirUser</c> of a clinician.</summary>
    public string Practitioner(Clinician clinician) => $"{Fhir}/Practitioner/{clinician.Id}";

    public string Style => $"{Origin}/ehr/smart-style.json";
}
