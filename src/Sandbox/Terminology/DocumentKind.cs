namespace HeiChartViewer.Sandbox.Terminology;

/// <summary>A kind of document.</summary>
internal sealed record DocumentKind(Term Type, string Name)
{
    // csharpier-ignore-start - a table reads best as one
    public static readonly DocumentKind Progress = new(Term.Loinc("11506-3", "Progress note"), "Office visit note");
    public static readonly DocumentKind Discharge = new(Term.Loinc("18842-5", "Discharge summary"), "Discharge summary");
    public static readonly DocumentKind Consult = new(Term.Loinc("11488-4", "Consult note"), "Consultation note");
    public static readonly DocumentKind History = new(Term.Loinc("34117-2", "History and physical note"), "History and physical");
    public static readonly DocumentKind Emergency = new(Term.Loinc("34111-5", "Emergency department Note"), "Emergency department note");
    public static readonly DocumentKind Imaging = new(Term.Loinc("18748-4", "Diagnostic imaging study"), "Imaging report");
    public static readonly DocumentKind Pathology = new(Term.Loinc("11526-1", "Pathology study"), "Pathology report");
    public static readonly DocumentKind Operative = new(Term.Loinc("11504-8", "Surgical operation note"), "Operative note");
    // csharpier-ignore-end
}
