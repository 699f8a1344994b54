using HeiChartViewer.Web.Sessions;

namespace HeiChartViewer.Web.Chart;

/// <summary>A session's chart is open and may load.</summary>
public sealed record ChartOpened(ChartSession Session);

/// <summary>HealtheIntent answered 404 for the patient: the id may have been retired (contract 8.7).</summary>
public sealed record PatientIdDoubted(ChartSession Session);

/// <summary>The chart has to be closed.</summary>
public sealed record ChartStopped(ChartStop Why);
