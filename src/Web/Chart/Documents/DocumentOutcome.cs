using HeiChartViewer.Web.Failures;

namespace HeiChartViewer.Web.Chart.Documents;

/// <summary>What came of opening a document. Each is shown in words of its own; none is a blank.</summary>
public abstract record DocumentOutcome
{
    private DocumentOutcome() { }

    /// <summary>Plain text.</summary>
    public sealed record Words(DocumentText Text) : DocumentOutcome;

    /// <summary>A page that stands alone in its frame.</summary>
    /// <param name="Address">Where the frame finds it, once.</param>
    /// <param name="LeftOut">What of the document is not in it, in words.</param>
    public sealed record Page(string Address, IReadOnlyList<string> LeftOut) : DocumentOutcome;

    /// <summary>A picture.</summary>
    /// <param name="Address">Where the browser finds it, once.</param>
    public sealed record Picture(string Address) : DocumentOutcome;

    /// <summary>PDF, for the browser's own viewer.</summary>
    /// <param name="Address">Where the browser finds it, once.</param>
    public sealed record Pdf(string Address) : DocumentOutcome;

    /// <summary>There is nothing to read in it.</summary>
    public sealed record Empty : DocumentOutcome;

    /// <summary>More bytes than are shown.</summary>
    /// <param name="Most">How many are.</param>
    public sealed record TooLarge(long Most) : DocumentOutcome;

    /// <summary>A form that is not shown, or another than its source says.</summary>
    /// <param name="ContentType">What its source calls it.</param>
    public sealed record Unsupported(string? ContentType) : DocumentOutcome;

    /// <summary>It could not be had.</summary>
    public sealed record NotAvailable(HealtheIntentFailure Failure) : DocumentOutcome;

    /// <summary>That it is opened could not be recorded, so it was not asked for (design rule 6).</summary>
    public sealed record NotRecorded : DocumentOutcome;
}
