namespace HeiChartViewer.Web.Chart;

/// <summary>What the chart shows: the summary, or one section in full.</summary>
/// <param name="Slug">The view's word in the address; it names no patient.</param>
/// <param name="Title">Its heading.</param>
public sealed record ChartView(string Slug, Phrase Title)
{
    /// <summary>Everything at a glance.</summary>
    public static ChartView Summary { get; } = new("", Phrase.Of("Summary"));

    /// <summary>All sections over one axis of time.</summary>
    public static ChartView Timeline { get; } = new("timeline", Phrase.Of("Timeline"));

    /// <summary>Adverse reactions.</summary>
    public static ChartView Allergies { get; } = new("allergies", Phrase.Of("Allergies"));

    /// <summary>Problems and diagnoses.</summary>
    public static ChartView Conditions { get; } = new("conditions", Phrase.Of("Conditions"));

    /// <summary>Orders, statements and claims.</summary>
    public static ChartView Medications { get; } = new("medications", Phrase.Of("Medications"));

    /// <summary>Observations: laboratory results, vital signs, characteristics.</summary>
    public static ChartView Results { get; } = new("results", Phrase.Of("Results"));

    /// <summary>Visits and stays.</summary>
    public static ChartView Encounters { get; } = new("encounters", Phrase.Of("Encounters"));

    /// <summary>Vaccines given and not given.</summary>
    public static ChartView Immunizations { get; } =
        new("immunizations", Phrase.Of("Immunizations"));

    /// <summary>Procedures.</summary>
    public static ChartView Procedures { get; } = new("procedures", Phrase.Of("Procedures"));

    /// <summary>Notes and reports.</summary>
    public static ChartView Documents { get; } = new("documents", Phrase.Of("Documents"));

    /// <summary>Quality measures: what is due, met, or cannot be told.</summary>
    public static ChartView CareGaps { get; } = new("care-gaps", Phrase.Of("Care gaps"));

    /// <summary>What each source says about who the patient is.</summary>
    public static ChartView Demographics { get; } = new("demographics", Phrase.Of("Demographics"));

    /// <summary>All views, in the order of the rail.</summary>
    public static IReadOnlyList<ChartView> All { get; } =
    [
        Summary,
        Timeline,
        Allergies,
        Conditions,
        Medications,
        Results,
        Encounters,
        Immunizations,
        Procedures,
        Documents,
        CareGaps,
        Demographics,
    ];

    /// <summary>The view of an address, or null where there is none such.</summary>
    public static ChartView? Find(string? slug) =>
        All.FirstOrDefault(view => view.Slug == (slug ?? ""));

    /// <summary>The view that a host's word for what the user wants means; the summary where it means none.</summary>
    public static ChartView Intended(string? intent) => Find(intent) ?? Summary;
}
