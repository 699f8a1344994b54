using HeiChartViewer.Web.Sessions;

namespace HeiChartViewer.Web.SignIn;

/// <summary>A sign-in as an administrator sees it.</summary>
/// <param name="User">Whose it is.</param>
/// <param name="SignedInAt">Since when.</param>
/// <param name="EndsAt">Until when, used or not.</param>
public sealed record SignInOverview(
    ChartUser User,
    DateTimeOffset SignedInAt,
    DateTimeOffset EndsAt
);
