namespace HeiChartViewer.Sandbox.Terminology;

/// <summary>A kind of document.</summary>
/// <param name="Type">Its code.</param>
/// <param name="Name">What a source calls it.</param>
/// <param name="Category">What a source files it under.</param>
/// <param name="SearchCategory">What the chart search calls its kind (contract 5).</param>
internal sealed record DocumentKind(
    Term Type,
    string Name,
    string Category = DocumentKind.Note,
    string SearchCategory = DocumentKind.OfNotes
)
{
    private const string Note = "Clinical note";
    private const string Report = "Diagnostic report";
    private const string OfNotes = "CLINICAL_NOTE";

    // csharpier-ignore-start - a table reads best as one
    public static readonly DocumentKind Progress = new(Term.Loinc("11506-3", "Progress note"), "Office visit note");
    public static readonly DocumentKind Discharge = new(Term.Loinc("18842-5", "Discharge summary"), "Discharge summary");
    public static readonly DocumentKind Consult = new(Term.Loinc("11488-4", "Consult note"), "Consultation note");
    public static readonly DocumentKind History = new(Term.Loinc("34117-2", "History and physical note"), "History and physical");
    public static readonly DocumentKind Emergency = new(Term.Loinc("34111-5", "Emergency department Note"), "Emergency department note");
    public static readonly DocumentKind Operative = new(Term.Loinc("11504-8", "Surgical operation note"), "Operative note");
    public static readonly DocumentKind Imaging = new(Term.Loinc("18748-4", "Diagnostic imaging study"), "Imaging report", Report, "RADIOLOGY_REPORT");
    public static readonly DocumentKind Pathology = new(Term.Loinc("11526-1", "Pathology study"), "Pathology report", Report, "PATHOLOGY_REPORT");
    public static readonly DocumentKind Cardiogram = new(Term.Loinc("11524-6", "EKG study"), "Electrocardiogram report", Report, "DIAGNOSTIC_REPORT");
    // csharpier-ignore-end

    private static readonly IReadOnlyList<DocumentKind> Reports = [Imaging, Pathology, Cardiogram];

    /// <summary>What the chart search calls a document of these codes and words: a note, unless it is known to be a report.</summary>
    public static string SearchCategoryOf(IEnumerable<string?> codes, string? words) =>
        Reports
            .FirstOrDefault(kind => kind.Name == words || codes.Contains(kind.Type.Code))
            ?.SearchCategory
        ?? OfNotes;
}
