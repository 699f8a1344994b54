using HealtheIntent.Client;

namespace HeiChartViewer.Web.Chart.Records;

/// <summary>The names of code systems; one this viewer does not know is shown as it came.</summary>
public static class CodeSystemNames
{
    /// <summary>The name of a system.</summary>
    public static string Of(string? system) =>
        system switch
        {
            null or "" => Say("not stated"),
            CodeSystems.Snomed => "SNOMED CT",
            CodeSystems.Loinc => "LOINC",
            CodeSystems.Icd10Cm => "ICD-10-CM",
            Classifications.Icd10Pcs => "ICD-10-PCS",
            Classifications.Icd9Cm => "ICD-9-CM",
            Classifications.Cpt4 => "CPT-4",
            Classifications.Hcpcs => "HCPCS",
            Classifications.Ndc => "NDC",
            CodeSystems.RxNorm => "RxNorm",
            CodeSystems.Cvx => "CVX",
            CodeSystems.Ucum => "UCUM",
            _ when system.StartsWith(
                    CodeSystems.MillenniumCodeSetPrefix,
                    StringComparison.Ordinal
                ) => Say(
                $"Millennium code set {system[CodeSystems.MillenniumCodeSetPrefix.Length..]}"
            ),
            _ => system,
        };
}
