namespace HealtheIntent.Client;

/// <summary>Values of <see cref="Coding.System"/> that a reader meets often (contract 6.2).</summary>
public static class CodeSystems
{
    /// <summary>SNOMED CT.</summary>
    public const string Snomed = "2.16.840.1.113883.6.96";

    /// <summary>LOINC.</summary>
    public const string Loinc = "2.16.840.1.113883.6.1";

    /// <summary>ICD-10-CM.</summary>
    public const string Icd10Cm = "2.16.840.1.113883.6.90";

    /// <summary>RxNorm.</summary>
    public const string RxNorm = "2.16.840.1.113883.6.88";

    /// <summary>CVX, the codes of administered vaccines.</summary>
    public const string Cvx = "2.16.840.1.113883.12.292";

    /// <summary>UCUM, the codes of units.</summary>
    public const string Ucum = "2.16.840.1.113883.6.8";

    /// <summary>What a Millennium code set's name begins with; the set's number follows.</summary>
    public const string MillenniumCodeSetPrefix = "urn:cerner:coding:codingsystem:codeset:";
}
