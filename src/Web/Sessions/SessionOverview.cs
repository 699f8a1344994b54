namespace HeiChartViewer.Web.Sessions;

/// <summary>A session as an administrator sees it: whose, and how it is used, and nothing of the patient.</summary>
/// <param name="User">Who looks.</param>
/// <param name="Mode">How it was opened.</param>
/// <param name="Standing">How it stands.</param>
/// <param name="OpenedAt">When it was opened.</param>
/// <param name="LastActive">When its user last gave a sign.</param>
public sealed record SessionOverview(
    ChartUser User,
    ChartMode Mode,
    SessionStanding Standing,
    DateTimeOffset OpenedAt,
    DateTimeOffset LastActive
);
