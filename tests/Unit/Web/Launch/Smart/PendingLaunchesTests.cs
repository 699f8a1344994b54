using HeiChartViewer.Web.Launch.Smart;

namespace HeiChartViewer.Tests.Unit.Web.Launch.Smart;

public sealed class PendingLaunchesTests
{
    [Fact]
    public void Control_30_A_flood_in_the_name_of_one_EHR_pushes_out_no_launch_of_another()
    {
        var pending = new PendingLaunches(new ManualClock());
        var (flooded, other) = (Begun("https://one.example.org"), Begun("https://two.example.org"));
        pending.Add(flooded);
        pending.Add(other);

        for (var i = 0; i < PendingLaunches.Capacity; i++)
            pending.Add(new PendingLaunch(flooded.Issuer, flooded.RedirectUri, isFramed: false));

        Assert.Null(pending.Take(flooded.State));
        Assert.Same(other, pending.Take(other.State));
    }

    private static PendingLaunch Begun(string address) =>
        new(
            new SmartIssuer(
                new SmartIssuerOptions { Issuer = address, ClientId = "viewer" },
                Sample.Tenants
            ),
            "https://viewer.example.org/launch/callback",
            isFramed: false
        );
}
