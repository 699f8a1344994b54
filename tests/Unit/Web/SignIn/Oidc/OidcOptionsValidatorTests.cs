using HeiChartViewer.Web.SignIn;
using HeiChartViewer.Web.SignIn.Oidc;

namespace HeiChartViewer.Tests.Unit.Web.SignIn.Oidc;

public sealed class OidcOptionsValidatorTests
{
    [Fact]
    public void Every_problem_is_named_at_once()
    {
        var options = new OidcOptions
        {
            Authority = "http://idp.example.org",
            Lifetime = TimeSpan.FromDays(2),
            Roles = { ["nurse"] = ["N"] },
        };

        var errors = new OidcOptionsValidator().Validate(null, options).Failures!.ToList();

        Assert.Collection(
            errors,
            error => Assert.StartsWith("SignIn:Oidc:Authority ", error, StringComparison.Ordinal),
            error => Assert.StartsWith("SignIn:Oidc:ClientId ", error, StringComparison.Ordinal),
            error => Assert.StartsWith("SignIn:Oidc:Roles:nurse ", error, StringComparison.Ordinal),
            error => Assert.StartsWith("SignIn:Oidc:Lifetime ", error, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Where_no_role_is_mapped_nobody_would_get_in_and_it_does_not_start()
    {
        var options = Good();
        options.Roles.Clear();

        Assert.True(new OidcOptionsValidator().Validate(null, options).Failed);
    }

    [Theory]
    [InlineData("https://idp.example.org/realms/hospital")]
    [InlineData("http://localhost:8080")]
    public void Https_or_loopback_will_do(string authority)
    {
        var options = Good();
        options.Authority = authority;

        Assert.True(new OidcOptionsValidator().Validate(null, options).Succeeded);
    }

    private static OidcOptions Good() =>
        new()
        {
            Authority = "https://idp.example.org",
            ClientId = "viewer",
            Roles = { [Roles.Clinician] = ["physician"] },
        };
}
