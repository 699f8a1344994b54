using HealtheIntent.Client;
using HeiChartViewer.Web.Sessions;

namespace HeiChartViewer.Web.Chart.Documents;

/// <summary>Opens one content of a document. Each opening is itself; two are never equal.</summary>
public sealed class OpenDocument(
    ChartSession session,
    DocumentReference document,
    DocumentContent content
)
{
    /// <summary>The session whose patient the document is about.</summary>
    public ChartSession Session { get; } = session;

    /// <summary>The document.</summary>
    public DocumentReference Document { get; } = document;

    /// <summary>Which of its parts or renderings.</summary>
    public DocumentContent Content { get; } = content;
}

/// <summary>The opening has come to an end.</summary>
public sealed record DocumentArrived(OpenDocument Open, DocumentOutcome Outcome);

/// <summary>Saves the open document to the reader's computer, as its source wrote it.</summary>
public sealed record SaveDocument(OpenDocument Open);

/// <summary>The saving has been recorded; the browser may fetch the file, once.</summary>
public sealed record DocumentSaveReady(OpenDocument Open, string Address);

/// <summary>The saving could not be recorded, so there is nothing to fetch (design rule 6).</summary>
public sealed record DocumentSaveNotRecorded(OpenDocument Open);

/// <summary>The reader has seen enough.</summary>
public sealed record DocumentClosed;
