using System.Security.Claims;
using HeiChartViewer.Web.Sessions;
using HeiChartViewer.Web.SignIn;
using Microsoft.AspNetCore.Authentication;

namespace HeiChartViewer.Tests.Unit.Web.SignIn;

public sealed class SignInTicketsTests
{
    private readonly ManualClock _clock = new();
    private readonly SignInTickets _tickets;

    public SignInTicketsTests() => _tickets = new SignInTickets(_clock);

    [Fact]
    public async Task A_sign_in_is_open_until_its_end()
    {
        var (key, principal) = await OpenAsync("ann", "s1");

        Assert.True(_tickets.IsOpen(principal));
        Assert.NotNull(await _tickets.RetrieveAsync(key));
        _clock.Advance(TimeSpan.FromHours(1));
        Assert.False(_tickets.IsOpen(principal));
        Assert.Null(await _tickets.RetrieveAsync(key));
    }

    [Fact]
    public async Task Control_52_Ending_a_user_ends_each_of_their_sign_ins_and_nobody_elses()
    {
        var (_, first) = await OpenAsync("ann", "s1");
        var (_, second) = await OpenAsync("ann", "s2");
        var (_, other) = await OpenAsync("bob", "s3");

        Assert.Equal(["ann"], _tickets.End("ann", null));

        Assert.False(_tickets.IsOpen(first));
        Assert.False(_tickets.IsOpen(second));
        Assert.True(_tickets.IsOpen(other));
    }

    [Fact]
    public async Task Ending_a_providers_session_ends_that_one_alone()
    {
        var (_, first) = await OpenAsync("ann", "s1");
        var (_, second) = await OpenAsync("ann", "s2");

        Assert.Empty(_tickets.End("bob", "s1"));
        Assert.Equal(["ann"], _tickets.End(null, "s1"));

        Assert.False(_tickets.IsOpen(first));
        Assert.True(_tickets.IsOpen(second));
    }

    [Fact]
    public async Task Ending_nobody_ends_nothing()
    {
        var (_, principal) = await OpenAsync("ann", null);

        Assert.Empty(_tickets.End(null, null));

        Assert.True(_tickets.IsOpen(principal));
    }

    [Fact]
    public async Task A_sign_in_that_was_ended_is_not_brought_back_by_a_renewal()
    {
        var (key, principal) = await OpenAsync("ann", "s1");
        var ticket = (await _tickets.RetrieveAsync(key))!;
        await _tickets.RemoveAsync(key);

        await _tickets.RenewAsync(key, ticket);

        Assert.False(_tickets.IsOpen(principal));
    }

    [Fact]
    public async Task Whoever_shows_something_is_told_of_an_end()
    {
        var (key, _) = await OpenAsync("ann", "s1");
        var told = 0;
        _tickets.Ended += (_, _) => told++;

        await _tickets.RemoveAsync(key);
        await _tickets.RemoveAsync(key);

        Assert.Equal(1, told);
    }

    private async Task<(string Key, ClaimsPrincipal Principal)> OpenAsync(
        string user,
        string? providerSession
    )
    {
        var principal = UserClaims.Principal(
            new ChartUser(user, user) { Roles = [Roles.Coordinator] }
        );
        if (providerSession is not null)
            ((ClaimsIdentity)principal.Identity!).AddClaim(
                new Claim(UserClaims.ProviderSession, providerSession)
            );
        var ticket = new AuthenticationTicket(
            principal,
            new AuthenticationProperties { ExpiresUtc = _clock.GetUtcNow().AddHours(1) },
            "cookie"
        );
        return (await _tickets.StoreAsync(ticket), principal);
    }
}
