namespace HeiChartViewer.Web.Chart.Documents;

/// <summary>The document a reader has open.</summary>
public sealed record DocumentState
{
    /// <summary>The opening; null while no document is open.</summary>
    public OpenDocument? Open { get; init; }

    /// <summary>What came of it; null while it is loading.</summary>
    public DocumentOutcome? Outcome { get; init; }

    /// <summary>Where the browser may fetch the file to save, once.</summary>
    public string? SaveAddress { get; init; }

    /// <summary>Whether saving it could not be recorded.</summary>
    public bool IsSaveNotRecorded { get; init; }
}
