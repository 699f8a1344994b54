namespace HeiChartViewer.Web.SignIn.Oidc;

/// <summary>Whom a provider has signed out; at least one of the two is known.</summary>
/// <param name="UserId">The user, as <see cref="OidcClaims.UserId"/> writes it.</param>
/// <param name="ProviderSession">The provider's session.</param>
public sealed record SignedOutUser(string? UserId, string? ProviderSession);
