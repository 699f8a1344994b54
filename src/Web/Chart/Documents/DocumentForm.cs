namespace HeiChartViewer.Web.Chart.Documents;

/// <summary>The forms of a document that are told apart, for each is shown in a way of its own.</summary>
public enum DocumentForm
{
    /// <summary>No bytes at all.</summary>
    Empty,

    /// <summary>Plain text, and whatever is written in text and has no form that is shown better.</summary>
    Text,

    /// <summary>HTML.</summary>
    Html,

    /// <summary>XML: a clinical document, or some other.</summary>
    Xml,

    /// <summary>A picture that browsers draw.</summary>
    Picture,

    /// <summary>PDF.</summary>
    Pdf,

    /// <summary>Anything else, and a document that is not what its source says it is.</summary>
    Unsupported,
}
