using System.Globalization;
using System.Security.Claims;
using HeiChartViewer.Web.Sessions;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace HeiChartViewer.Web.SignIn;

/// <summary>
/// The claims that the viewer reads off a signed-in user. A provider only has to produce these; nothing else in the
/// app knows how somebody signed in.
/// </summary>
public static class UserClaims
{
    /// <summary>The stable identity, unique within the deployment.</summary>
    public const string Subject = "sub";

    /// <summary>The name to show.</summary>
    public const string Name = "name";

    /// <summary>One of <see cref="Roles"/>; may occur more than once.</summary>
    public const string Role = "role";

    /// <summary>The session at the provider, which the provider may end (OpenID Connect Back-Channel Logout 1.0).</summary>
    public const string ProviderSession = "sid";

    private const string Organisation = "organisation";
    private const string PurposeOfUse = "purpose-of-use";

    /// <summary>When the user last proved who they are, in seconds (OpenID Connect Core 1.0, section 2).</summary>
    public const string AuthenticationTime = "auth_time";

    /// <summary>The principal of a user.</summary>
    /// <param name="user">The user.</param>
    /// <param name="authenticatedAt">When they proved who they are; null where nobody says so.</param>
    public static ClaimsPrincipal Principal(ChartUser user, DateTimeOffset? authenticatedAt) =>
        new(
            new ClaimsIdentity(
                [
                    new Claim(Subject, user.Id),
                    new Claim(Name, user.Name),
                    .. user.Roles.Select(role => new Claim(Role, role)),
                    .. Optional(Organisation, user.Organisation),
                    .. Optional(PurposeOfUse, user.PurposeOfUse),
                    .. Optional(
                        AuthenticationTime,
                        authenticatedAt?.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)
                    ),
                ],
                CookieAuthenticationDefaults.AuthenticationScheme,
                Name,
                Role
            )
        );

    /// <summary>The user that a principal stands for, or null where nobody has signed in.</summary>
    public static ChartUser? User(this ClaimsPrincipal principal) =>
        principal.FindFirstValue(Subject) is { Length: > 0 } id
            ? new ChartUser(id, principal.FindFirstValue(Name) ?? id)
            {
                Roles = [.. principal.FindAll(Role).Select(claim => claim.Value)],
                Organisation = principal.FindFirstValue(Organisation),
                PurposeOfUse = principal.FindFirstValue(PurposeOfUse),
            }
            : null;

    /// <summary>
    /// When the user proved who they are, to the second; null where the sign-in does not say. That somebody came back from
    /// a provider proves nothing: it may have known them from hours ago.
    /// </summary>
    public static DateTimeOffset? AuthenticatedAt(this ClaimsPrincipal principal) =>
        long.TryParse(
            principal.FindFirstValue(AuthenticationTime),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var seconds
        )
        && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;

    private static Claim[] Optional(string type, string? value) =>
        value is null ? [] : [new Claim(type, value)];
}
