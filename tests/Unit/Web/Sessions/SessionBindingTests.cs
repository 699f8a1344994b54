using HeiChartViewer.Web.Sessions;

namespace HeiChartViewer.Tests.Unit.Web.Sessions;

public sealed class SessionBindingTests
{
    private readonly ManualClock _clock = new();

    [Fact]
    public void The_browser_that_opened_a_chart_loads_it_as_often_as_it_likes()
    {
        var binding = new SessionBinding(_clock);

        for (var load = 0; load < 20; load++)
            Assert.True(binding.Redeem(binding.Admit(binding.BrowserKey)));
    }

    [Fact]
    public void Control_22_A_copied_address_opens_nothing_in_another_browser()
    {
        var binding = new SessionBinding(_clock);
        binding.Admit(binding.BrowserKey);

        Assert.Null(binding.Admit(null));
        Assert.Null(binding.Admit(new string('A', 43)));
        Assert.Null(binding.Admit(""));
    }

    [Fact]
    public void Where_cookies_are_blocked_the_first_page_is_the_only_one()
    {
        var binding = new SessionBinding(_clock);

        Assert.True(binding.Redeem(binding.Admit(null)));
        Assert.Null(binding.Admit(null));
    }

    [Fact]
    public void The_first_page_without_a_cookie_has_to_come_at_once()
    {
        var binding = new SessionBinding(_clock);
        _clock.Advance(SessionBinding.FirstPageWithin + TimeSpan.FromSeconds(1));

        Assert.Null(binding.Admit(null));
    }

    [Fact]
    public void A_wrong_key_does_not_use_up_the_first_page()
    {
        var binding = new SessionBinding(_clock);

        Assert.Null(binding.Admit("wrong"));
        Assert.NotNull(binding.Admit(null));
    }

    [Fact]
    public void A_ticket_lets_one_circuit_in()
    {
        var binding = new SessionBinding(_clock);
        var ticket = binding.Admit(binding.BrowserKey);

        Assert.True(binding.Redeem(ticket));
        Assert.False(binding.Redeem(ticket));
        Assert.False(binding.Redeem(null));
        Assert.False(binding.Redeem("made up"));
    }

    [Fact]
    public void Of_fifty_parallel_first_pages_one_is_let_in()
    {
        var binding = new SessionBinding(_clock);
        var tickets = new string?[50];

        Parallel.For(0, tickets.Length, i => tickets[i] = binding.Admit(null));

        Assert.Single(tickets, ticket => ticket is not null);
    }
}
