namespace HeiChartViewer.Web.Chart.Documents;

/// <summary>HTML that does nothing but say something.</summary>
/// <param name="Body">What stands in the body; empty where nothing is left to read.</param>
/// <param name="LeftOut">What was left out, in words: "2 pictures from elsewhere".</param>
public sealed record CleanedHtml(string Body, IReadOnlyList<string> LeftOut);
