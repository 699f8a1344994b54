using System.Security.Claims;
using HeiChartViewer.Web.Sessions;
using HeiChartViewer.Web.SignIn;

namespace HeiChartViewer.Tests.Unit.Web.SignIn;

public sealed class UserClaimsTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 23, 7, 0, 1, 500, TimeSpan.Zero);

    [Fact]
    public void When_a_user_proved_who_they_are_is_kept_to_the_second()
    {
        var principal = UserClaims.Principal(new ChartUser("ann", "Ann"), At);

        Assert.Equal(At.AddMilliseconds(-500), principal.AuthenticatedAt());
    }

    [Fact]
    public void A_sign_in_that_does_not_say_when_proves_nothing() =>
        Assert.Null(UserClaims.Principal(new ChartUser("ann", "Ann"), null).AuthenticatedAt());

    [Theory]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("99999999999999999")]
    public void What_is_no_time_proves_nothing(string text) =>
        Assert.Null(
            new ClaimsPrincipal(
                new ClaimsIdentity([new Claim(UserClaims.AuthenticationTime, text)])
            ).AuthenticatedAt()
        );
}
