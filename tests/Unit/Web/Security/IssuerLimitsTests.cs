using System.Net;
using HeiChartViewer.Tests.Unit.Web.Tenants;
using HeiChartViewer.Web.Audit;

namespace HeiChartViewer.Tests.Unit.Web.Security;

/// <summary>Issuers of the north may launch once a second, and ten times at once.</summary>
public sealed class IssuerLimitsTests(IssuerLimitsTests.Viewer viewer)
    : IClassFixture<IssuerLimitsTests.Viewer>
{
    private const int AtOnce = 10;

    [Fact]
    public async Task Control_30_A_flood_of_one_issuer_is_told_to_wait_while_anothers_launches_go_on()
    {
        var flood = Enumerable
            .Range(0, 60)
            .Select(_ => viewer.LaunchAsync(TenantsViewer.North))
            .ToList();
        var others = Enumerable
            .Range(0, AtOnce)
            .Select(i =>
                viewer.LaunchAsync(i % 2 == 0 ? TenantsViewer.South : TenantsViewer.Clinic)
            );
        foreach (var answer in await Task.WhenAll(others))
            using (answer)
                Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);

        var answers = await Task.WhenAll(flood);

        Assert.InRange(answers.Count(a => a.StatusCode is HttpStatusCode.SeeOther), AtOnce, 40);
        var refused = answers
            .Where(answer => answer.StatusCode is HttpStatusCode.TooManyRequests)
            .ToList();
        Assert.Equal(
            answers.Length,
            refused.Count + answers.Count(a => a.StatusCode is HttpStatusCode.SeeOther)
        );
        Assert.All(refused, answer => Assert.NotNull(answer.Headers.RetryAfter));
        Assert.Contains(
            "data-message=\"TooMany\"",
            await refused[0].Content.ReadAsStringAsync(),
            StringComparison.Ordinal
        );
        var entry = Assert.Single(
            viewer.Audit.Entries,
            entry => entry.Detail == "too many at once of one issuer"
        );
        Assert.Equal(
            (AuditAction.LaunchRefused, AuditOutcome.Denied, TenantsViewer.North),
            (entry.Action, entry.Outcome, entry.Tenant)
        );
        foreach (var answer in answers)
            answer.Dispose();
    }

    /// <summary>Whoever knows an issuer's name, or one launch of it, must not be able to keep its users out.</summary>
    [Fact]
    public async Task Control_30_Forged_and_copied_launches_use_nothing_of_the_issuers_up()
    {
        const string Copied = "copied";
        using var own = await viewer.LaunchAsync(
            TenantsViewer.Outpost,
            claims => claims["jti"] = Copied
        );
        Assert.Equal(HttpStatusCode.SeeOther, own.StatusCode);
        var forged = Enumerable
            .Range(0, 60)
            .Select(i =>
                i % 2 == 0
                    ? viewer.LaunchAsync(TenantsViewer.Outpost, signedBy: TenantsViewer.South)
                    : viewer.LaunchAsync(TenantsViewer.Outpost, claims => claims["jti"] = Copied)
            );
        foreach (var answer in await Task.WhenAll(forged))
            using (answer)
                Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);

        var launches = Enumerable
            .Range(0, AtOnce - 1)
            .Select(_ => viewer.LaunchAsync(TenantsViewer.Outpost));

        foreach (var answer in await Task.WhenAll(launches))
            using (answer)
                Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
    }

    /// <summary>The two tenants, with a limit that a test reaches.</summary>
    public sealed class Viewer : TenantsViewer
    {
        /// <inheritdoc />
        protected override Dictionary<string, string?> Changes =>
            new() { ["Tenants:north:Viewer:IssuerLaunchesPerSecond"] = "1" };
    }
}
