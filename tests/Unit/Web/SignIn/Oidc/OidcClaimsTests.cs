using System.Security.Claims;
using HeiChartViewer.Web.SignIn;
using HeiChartViewer.Web.SignIn.Oidc;

namespace HeiChartViewer.Tests.Unit.Web.SignIn.Oidc;

public sealed class OidcClaimsTests
{
    private readonly OidcOptions _options = new()
    {
        RoleClaim = "groups",
        Roles =
        {
            [Roles.Clinician] = ["Physicians", "Nurses"],
            [Roles.Coordinator] = ["Care managers"],
        },
    };

    [Theory]
    [InlineData("", "")]
    [InlineData("Physicians", "clinician")]
    [InlineData("Nurses,Care managers", "clinician,coordinator")]
    [InlineData("physicians", "")]
    [InlineData("coordinator", "")]
    [InlineData("Physicians and others", "")]
    public void Only_what_is_mapped_gives_a_role(string groups, string roles)
    {
        var principal = new ClaimsPrincipal(
            new ClaimsIdentity(
                groups
                    .Split(',', StringSplitOptions.RemoveEmptyEntries)
                    .Select(group => new Claim("groups", group))
            )
        );

        Assert.Equal(roles, string.Join(',', OidcClaims.RolesOf(principal, _options)));
    }

    [Fact]
    public void One_subject_of_two_issuers_is_two_users() =>
        Assert.NotEqual(
            OidcClaims.UserId("https://a.example.org", "1"),
            OidcClaims.UserId("https://b.example.org", "1")
        );
}
