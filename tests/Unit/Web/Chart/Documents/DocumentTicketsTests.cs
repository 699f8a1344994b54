using HeiChartViewer.Web.Chart.Documents;

namespace HeiChartViewer.Tests.Unit.Web.Chart.Documents;

public sealed class DocumentTicketsTests : IDisposable
{
    private readonly ManualClock _clock = new();
    private readonly DocumentTickets _tickets;

    public DocumentTicketsTests() => _tickets = new DocumentTickets(_clock);

    public void Dispose() => _tickets.Dispose();

    [Fact]
    public void A_ticket_is_good_once()
    {
        var session = Sample.Session();
        var delivery = Delivery();
        var ticket = TicketOf(_tickets.Issue(session, delivery));

        Assert.Same(delivery, _tickets.Redeem(session, ticket));
        Assert.Null(_tickets.Redeem(session, ticket));
    }

    [Fact]
    public void A_ticket_is_good_for_its_own_session_and_another_does_not_use_it_up()
    {
        var session = Sample.Session();
        var ticket = TicketOf(_tickets.Issue(session, Delivery()));

        Assert.Null(_tickets.Redeem(Sample.Session(), ticket));
        Assert.NotNull(_tickets.Redeem(session, ticket));
    }

    [Fact]
    public void A_ticket_is_good_for_a_minute()
    {
        var session = Sample.Session();
        var ticket = TicketOf(_tickets.Issue(session, Delivery()));
        _clock.Advance(DocumentTickets.GoodFor);

        Assert.Null(_tickets.Redeem(session, ticket));
    }

    [Fact]
    public void Tickets_are_256_random_bits_in_the_path_of_their_session()
    {
        var session = Sample.Session();
        var addresses = Enumerable
            .Range(0, 100)
            .Select(_ => _tickets.Issue(session, Delivery()))
            .ToList();

        Assert.Equal(100, addresses.Distinct().Count());
        Assert.All(
            addresses,
            address =>
            {
                Assert.StartsWith(
                    $"/chart/{session.Id.Value}/document/",
                    address,
                    StringComparison.Ordinal
                );
                Assert.Equal(43, TicketOf(address).Length);
            }
        );
    }

    [Fact]
    public void What_waits_is_bounded_and_the_oldest_gives_way()
    {
        var session = Sample.Session();
        var large = new DocumentDelivery.Show(new byte[DocumentTickets.MostBytes / 2], "image/png");
        var first = TicketOf(_tickets.Issue(session, large));
        _clock.Advance(TimeSpan.FromSeconds(1));
        var second = TicketOf(_tickets.Issue(session, large));
        _clock.Advance(TimeSpan.FromSeconds(1));
        var third = TicketOf(_tickets.Issue(session, Delivery()));

        Assert.Null(_tickets.Redeem(session, first));
        Assert.NotNull(_tickets.Redeem(session, second));
        Assert.NotNull(_tickets.Redeem(session, third));
    }

    private static DocumentDelivery Delivery() =>
        new DocumentDelivery.Show(new byte[1], "image/png");

    private static string TicketOf(string address) => address[(address.LastIndexOf('/') + 1)..];
}
