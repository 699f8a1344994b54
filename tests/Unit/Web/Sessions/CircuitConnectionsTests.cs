using System.Security.Claims;
using HeiChartViewer.Web.Hosting;
using HeiChartViewer.Web.Sessions;
using Microsoft.Extensions.Options;

namespace HeiChartViewer.Tests.Unit.Web.Sessions;

public sealed class CircuitConnectionsTests
{
    private readonly CircuitConnections _connections = new(
        Options.Create(new CircuitOptions { CircuitsPerProcess = 25 }),
        Options.Create(new ViewerOptions { LaunchesPerSecond = 1 })
    );

    [Fact]
    public void An_address_has_a_few_that_show_nothing_and_its_oldest_makes_room()
    {
        var cut = new List<int>();
        var other = _connections.Open("another", () => cut.Add(-1));
        var own = Enumerable
            .Range(0, 10)
            .Select(i => _connections.Open("one", () => cut.Add(i)))
            .ToList();
        Assert.Empty(cut);
        // One that shows a chart is not among them any more, nor is one that is closed.
        own[0].Keep();
        _connections.Close(own[1]);
        _connections.Open("one", Nothing);
        _connections.Open("one", Nothing);
        Assert.Empty(cut);

        _connections.Open("one", Nothing);
        _connections.Open("one", Nothing);

        Assert.Equal([2, 3], cut);
        Assert.NotNull(other);
    }

    [Fact]
    public void The_process_has_so_many_that_show_nothing_from_wherever_and_the_oldest_makes_room()
    {
        var cut = new List<int>();
        for (var i = 0; i < 30; i++)
        {
            var number = i;
            _connections.Open($"address {i}", () => cut.Add(number));
        }

        Assert.Equal([0, 1, 2, 3, 4], cut);
    }

    [Fact]
    public void A_circuit_finds_its_connection_by_its_user_whoever_that_is()
    {
        var connection = _connections.Open("one", Nothing);
        var ann = new ClaimsPrincipal(new ClaimsIdentity([new Claim("sub", "ann")], "cookie"));

        var named = CircuitConnections.Named(ann, connection);

        Assert.Same(connection, _connections.Of(named));
        Assert.True(named.Identity!.IsAuthenticated);
        Assert.Equal("ann", named.FindFirstValue("sub"));
        // The user's own principal stands for other connections, too.
        Assert.Null(_connections.Of(ann));
        _connections.Close(connection);
        Assert.Null(_connections.Of(named));
    }

    private static void Nothing() { }
}
