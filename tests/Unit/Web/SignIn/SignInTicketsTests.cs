using System.Security.Claims;
using HeiChartViewer.Web.Sessions;
using HeiChartViewer.Web.SignIn;

namespace HeiChartViewer.Tests.Unit.Web.SignIn;

public sealed class SignInTicketsTests
{
    private readonly ManualClock _clock = new();
    private readonly SignInTickets _tickets;

    public SignInTicketsTests() => _tickets = new SignInTickets(_clock);

    [Fact]
    public void A_sign_in_is_open_until_its_end()
    {
        var signIn = Open("ann", "s1");

        Assert.True(_tickets.IsOpen(signIn));
        Assert.Equal("ann", _tickets.Find(signIn)!.User()!.Id);
        _clock.Advance(TimeSpan.FromHours(1));
        Assert.False(_tickets.IsOpen(signIn));
        Assert.Null(_tickets.Find(signIn));
    }

    [Fact]
    public void What_a_cookie_holds_says_nothing_of_the_user()
    {
        var claim = Assert.Single(Open("ann", "s1").Claims);

        Assert.Equal(43, claim.Value.Length);
        Assert.NotEqual(claim.Value, Assert.Single(Open("ann", "s1").Claims).Value);
    }

    [Fact]
    public void Control_52_Ending_a_user_ends_each_of_their_sign_ins_and_nobody_elses()
    {
        var (first, second, other) = (Open("ann", "s1"), Open("ann", "s2"), Open("bob", "s3"));

        Assert.Equal(["ann"], _tickets.End(new SignedOutUser("ann", null)));

        Assert.False(_tickets.IsOpen(first));
        Assert.False(_tickets.IsOpen(second));
        Assert.True(_tickets.IsOpen(other));
    }

    [Fact]
    public void Ending_a_providers_session_ends_that_one_alone()
    {
        var (first, second) = (Open("ann", "s1"), Open("ann", "s2"));

        Assert.Empty(_tickets.End(new SignedOutUser("bob", "s1")));
        Assert.Equal(["ann"], _tickets.End(new SignedOutUser(null, "s1")));

        Assert.False(_tickets.IsOpen(first));
        Assert.True(_tickets.IsOpen(second));
    }

    [Fact]
    public void Ending_nobody_ends_nothing()
    {
        var signIn = Open("ann", null);

        Assert.Empty(_tickets.End(new SignedOutUser(null, null)));

        Assert.True(_tickets.IsOpen(signIn));
    }

    [Fact]
    public void Whoever_shows_something_is_told_of_an_end()
    {
        var signIn = Open("ann", "s1");
        var told = 0;
        _tickets.Ended += (_, _) => told++;

        _tickets.Close(signIn);
        _tickets.Close(signIn);

        Assert.Equal(1, told);
    }

    [Fact]
    public void The_clock_ends_a_sign_in_and_whoever_shows_something_is_told()
    {
        Open("ann", "s1");
        Open("bob", "s2");
        _clock.Advance(TimeSpan.FromMinutes(30));
        var again = Open("bob", "s3");
        var told = 0;
        _tickets.Ended += (_, _) => told++;
        Assert.Empty(_tickets.EndOverdue());

        _clock.Advance(TimeSpan.FromMinutes(30));

        // Of a user who has signed in again nothing ends but the sign-in.
        Assert.Equal(["ann"], _tickets.EndOverdue().Select(user => user.Id));
        Assert.Equal(1, told);
        Assert.True(_tickets.IsOpen(again));
        Assert.Empty(_tickets.EndOverdue());
    }

    private ClaimsPrincipal Open(string user, string? providerSession)
    {
        var principal = UserClaims.Principal(
            new ChartUser(user, user) { Roles = [Roles.Coordinator] },
            _clock.GetUtcNow()
        );
        if (providerSession is not null)
            ((ClaimsIdentity)principal.Identity!).AddClaim(
                new Claim(UserClaims.ProviderSession, providerSession)
            );
        return _tickets.Open(principal, _clock.GetUtcNow().AddHours(1));
    }
}
