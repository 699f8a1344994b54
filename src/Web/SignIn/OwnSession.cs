using HeiChartViewer.Web.Sessions;

namespace HeiChartViewer.Web.SignIn;

/// <summary>A sign-in or a chart as its own user sees it elsewhere: nothing of a patient, and nothing that opens it.</summary>
/// <param name="Ref">Names it, to end it.</param>
/// <param name="Chart">How the chart was opened; null for a sign-in.</param>
/// <param name="Since">Since when.</param>
/// <param name="From">Where the user was then; null where that is not known.</param>
/// <param name="IsLocked">Whether the chart is locked.</param>
/// <param name="IsThis">Whether it is the sign-in that asks.</param>
public sealed record OwnSession(
    string Ref,
    ChartMode? Chart,
    DateTimeOffset Since,
    string? From,
    bool IsLocked,
    bool IsThis
);
