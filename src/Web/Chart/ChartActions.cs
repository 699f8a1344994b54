using HeiChartViewer.Web.Sessions;

namespace HeiChartViewer.Web.Chart;

/// <summary>Opens a session's chart on this circuit, at a view.</summary>
public sealed record OpenChart(ChartSession Session, ChartView View);

/// <summary>Goes on to another view of an open chart.</summary>
public sealed record ShowView(ChartSession Session, ChartView View);

/// <summary>That a view is looked at has been recorded, so it may be drawn.</summary>
public sealed record ViewShown(ChartView View);

/// <summary>A session's chart is open: that it is looked at has been recorded, so it may load.</summary>
public sealed record ChartOpened(ChartSession Session);

/// <summary>HealtheIntent answered 404 for the patient: the id may have been retired (contract 8.7).</summary>
public sealed record PatientIdDoubted(ChartSession Session);

/// <summary>The user closes the chart, on every screen that shows it.</summary>
public sealed record CloseChart(ChartSession Session);

/// <summary>The chart has to be closed.</summary>
public sealed record ChartStopped(ChartStop Why);
