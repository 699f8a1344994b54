using HealtheIntent.Client;

namespace HeiChartViewer.Web.Chart.Merging;

/// <summary>A value that sources state differently.</summary>
/// <param name="Label">What the value is: "Status", "Dose".</param>
/// <param name="Statements">What each source states, the lead's first; a source that states nothing contradicts nobody.</param>
public sealed record Disagreement(Phrase Label, IReadOnlyList<SourceStatement> Statements);

/// <summary>What one source states.</summary>
/// <param name="Source">The source.</param>
/// <param name="Text">Its words.</param>
public sealed record SourceStatement(SourceIdentifier? Source, string Text);
