namespace HeiChartViewer.Web.Chart.Records;

/// <summary>Values of a coding's system, besides those that HealtheIntent itself writes, that mean the same to every source.</summary>
internal static class Classifications
{
    public const string Icd9Cm = "2.16.840.1.113883.6.103";
    public const string Icd10Pcs = "2.16.840.1.113883.6.4";
    public const string Cpt4 = "2.16.840.1.113883.6.12";
    public const string Hcpcs = "2.16.840.1.113883.6.285";
    public const string Ndc = "2.16.840.1.113883.6.69";
}
