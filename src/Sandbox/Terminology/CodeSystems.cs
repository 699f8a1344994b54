namespace HeiChartViewer.Sandbox.Terminology;

/// <summary>Coding systems as the platform names them: bare OIDs, URNs, URLs (contract 6.2).</summary>
internal static class CodeSystems
{
    public const string Snomed = "2.16.840.1.113883.6.96";
    public const string Loinc = "2.16.840.1.113883.6.1";
    public const string Icd10 = "2.16.840.1.113883.6.90";
    public const string RxNorm = "2.16.840.1.113883.6.88";
    public const string Cvx = "2.16.840.1.113883.12.292";
    public const string Ucum = "2.16.840.1.113883.6.8";
    public const string Race = "2.16.840.1.113883.6.238";
    public const string DataOperation = "http://terminology.hl7.org/CodeSystem/v3-DataOperation";
    public const string Language = "urn:ietf:bcp:47";
    public const string ActCode = "2.16.840.1.113883.5.4";
    public const string Interpretation = "2.16.840.1.113883.5.83";
    public const string MedicationCategory = "2.16.840.1.113883.4.642.1.1120";
    public const string ObservationCategory =
        "http://terminology.hl7.org/CodeSystem/observation-category";
    public const string PractitionerRole =
        "http://terminology.hl7.org/CodeSystem/practitioner-role";
    public const string Criticality = "http://hl7.org/fhir/allergy-intolerance-criticality";
    public const string ClinicalEvent = "https://fhir.cerner.com/ceuuid";

    /// <summary>A code set of the hospital's own.</summary>
    public static string CodeSet(int number) => $"urn:cerner:coding:codingsystem:codeset:{number}";
}
