using System.Net;
using HeiChartViewer.Web.Audit;
using HeiChartViewer.Web.Security;
using Microsoft.AspNetCore.Http;

namespace HeiChartViewer.Tests.Unit.Web.Security;

public sealed class RefusedRequestsTests
{
    private readonly ManualClock _clock = new();
    private readonly AuditList _audit = new();
    private readonly RefusedRequests _refused;

    public RefusedRequestsTests() => _refused = new RefusedRequests(_audit, _clock);

    [Fact]
    public async Task What_was_turned_away_is_recorded_once_a_minute_for_each_address_and_kind()
    {
        for (var i = 0; i < 100; i++)
            await WriteAsync("192.0.2.1", "too many at once");
        await WriteAsync("192.0.2.1", "another");
        await WriteAsync("192.0.2.2", "too many at once");
        _clock.Advance(TimeSpan.FromMinutes(1));
        await WriteAsync("192.0.2.1", "too many at once");

        Assert.Equal(
            [
                ("192.0.2.1", "too many at once"),
                ("192.0.2.1", "another"),
                ("192.0.2.2", "too many at once"),
                ("192.0.2.1", "too many at once"),
            ],
            _audit.Entries.Select(entry => (entry.RemoteAddress, entry.Detail))
        );
        Assert.All(_audit.Entries, entry => Assert.Equal(AuditOutcome.Denied, entry.Outcome));
    }

    [Fact]
    public async Task A_flood_from_everywhere_does_not_flood_the_log()
    {
        for (var i = 0; i < 5000; i++)
            await WriteAsync($"10.0.{i / 250}.{i % 250}", "too many at once");

        Assert.Equal(1000, _audit.Entries.Count);
    }

    [Fact]
    public async Task A_log_that_is_down_does_not_turn_a_refusal_into_a_fault()
    {
        _audit.IsDown = true;

        await WriteAsync("192.0.2.1", "too many at once");
    }

    private Task WriteAsync(string address, string why) =>
        _refused.WriteAsync(
            new DefaultHttpContext { Connection = { RemoteIpAddress = IPAddress.Parse(address) } },
            AuditAction.LaunchRefused,
            why
        );
}
