namespace HeiChartViewer.Web.Chart.Visits;

/// <summary>Shows the records of one visit, and no others.</summary>
public sealed record NarrowToVisit(Visit Visit);

/// <summary>Shows all records again.</summary>
public sealed record ShowAllVisits;
