namespace HeiChartViewer.Web.SignIn;

/// <summary>Whose sessions end; at least one of the two is known.</summary>
/// <param name="UserId">The user, as a sign-in or a launch names them.</param>
/// <param name="ProviderSession">The provider's session; null ends all that the user has.</param>
public sealed record SignedOutUser(string? UserId, string? ProviderSession);
