namespace HeiChartViewer.Web.Sessions;

/// <summary>That a sign-in here vouches for a session's user, and not the host of a launch.</summary>
/// <param name="At">When the user proved who they are; null where the sign-in does not say.</param>
public sealed record SignInProof(DateTimeOffset? At);
