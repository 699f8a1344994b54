using HeiChartViewer.Web.Sessions;

namespace HeiChartViewer.Web.SignIn;

/// <summary>A user as an administrator sees them: what is open, and nothing of a patient.</summary>
/// <param name="User">The user.</param>
/// <param name="Charts">Their charts, the latest first.</param>
/// <param name="SignIns">Their sign-ins, the latest first; none where a host's launch vouches for them.</param>
public sealed record UserOverview(
    ChartUser User,
    IReadOnlyList<SessionOverview> Charts,
    IReadOnlyList<SignInOverview> SignIns
);
