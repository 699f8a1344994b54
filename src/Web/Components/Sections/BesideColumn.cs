using HealtheIntent.Client;
using HeiChartViewer.Web.Chart.Merging;
using Microsoft.AspNetCore.Components;

namespace HeiChartViewer.Web.Components.Sections;

/// <summary>A column of what belongs to a row and comes from elsewhere than its records.</summary>
/// <param name="Header">Its heading.</param>
/// <param name="Cell">Draws what stands in it.</param>
public sealed record BesideColumn<TRecord>(
    Phrase Header,
    RenderFragment<MergedRecord<TRecord>> Cell
)
    where TRecord : ClinicalRecord;
