using System.Security.Claims;

namespace HeiChartViewer.Web.SignIn.Oidc;

/// <summary>Reads a provider's claims as the viewer's own: one identity, one name, the roles that the deployment maps.</summary>
public static class OidcClaims
{
    /// <summary>
    /// The user's identity: the issuer with its subject, because a subject is unique only within its issuer.
    /// </summary>
    public static string UserId(string issuer, string subject) => $"{issuer}#{subject}";

    /// <summary>The viewer's roles that a provider's claims give; none where nothing is mapped.</summary>
    public static string[] RolesOf(ClaimsPrincipal principal, OidcOptions options)
    {
        var values = principal
            .FindAll(options.RoleClaim)
            .Select(claim => claim.Value)
            .ToHashSet(StringComparer.Ordinal);
        return
        [
            .. options
                .Roles.Where(role => role.Value.Any(values.Contains))
                .Select(role => role.Key),
        ];
    }
}
