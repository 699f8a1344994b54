namespace HeiChartViewer.Sandbox.Population;

/// <summary>The codes that the population is written in.</summary>
public static class Codes
{
    private const string SnomedCt = "2.16.840.1.113883.6.96";
    private const string LoincOid = "2.16.840.1.113883.6.1";
    private const string Icd10CmOid = "2.16.840.1.113883.6.90";
    private const string RxNormOid = "2.16.840.1.113883.6.88";
    private const string CvxOid = "2.16.840.1.113883.12.292";
    private const string UcumOid = "2.16.840.1.113883.6.8";

    /// <summary>A SNOMED CT concept.</summary>
    public static Code Snomed(string code, string display) => new(SnomedCt, code, display);

    /// <summary>A LOINC code.</summary>
    public static Code Loinc(string code, string display) => new(LoincOid, code, display);

    /// <summary>An ICD-10-CM code.</summary>
    public static Code Icd(string code, string display) => new(Icd10CmOid, code, display);

    /// <summary>An RxNorm concept.</summary>
    public static Code RxNorm(string code, string display) => new(RxNormOid, code, display);

    /// <summary>A CVX code.</summary>
    public static Code Cvx(string code, string display) => new(CvxOid, code, display);

    /// <summary>A UCUM unit.</summary>
    public static Code Unit(string unit) => new(UcumOid, unit, unit);

    /// <summary>A value of a Millennium code set.</summary>
    public static Code CodeSet(int set, string value, string display) =>
        new($"urn:cerner:coding:codingsystem:codeset:{set}", value, display);

    /// <summary>A status, which HealtheIntent publishes no vocabulary of.</summary>
    public static Code Status(string word) => new("http://hl7.org/fhir/status", word, char.ToUpperInvariant(word[0]) + word[1..]);

    /// <summary>How a result compares with what is expected.</summary>
    public static Code Interpretation(string flag) =>
        new(
            "2.16.840.1.113883.5.83",
            flag,
            flag switch
            {
                "H" => "High",
                "HH" => "Critical high",
                "L" => "Low",
                "LL" => "Critical low",
                "A" => "Abnormal",
                _ => "Normal",
            }
        );
}
