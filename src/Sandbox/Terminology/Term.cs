namespace HeiChartViewer.Sandbox.Terminology;

/// <summary>A code with its meaning.</summary>
internal sealed record Term(string System, string Code, string Display)
{
    public static Term Snomed(string code, string display) =>
        new(CodeSystems.Snomed, code, display);

    public static Term Loinc(string code, string display) => new(CodeSystems.Loinc, code, display);

    public static Term Icd10(string code, string display) => new(CodeSystems.Icd10, code, display);

    public static Term RxNorm(string code, string display) =>
        new(CodeSystems.RxNorm, code, display);

    public static Term Cvx(string code, string display) => new(CodeSystems.Cvx, code, display);
}
