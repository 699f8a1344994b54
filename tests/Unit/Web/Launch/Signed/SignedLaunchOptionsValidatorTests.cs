using HeiChartViewer.Web.Hosting;
using HeiChartViewer.Web.Launch.Signed;

namespace HeiChartViewer.Tests.Unit.Web.Launch.Signed;

public sealed class SignedLaunchOptionsValidatorTests
{
    [Fact]
    public void Every_problem_is_named_at_once()
    {
        var errors = Validate(
            new ViewerMode(null),
            new SignedIssuerOptions { JwksUri = "http://host.example.org/keys" }
        );

        Assert.Collection(
            errors,
            error =>
                Assert.StartsWith(
                    "Launch:Signed:Issuers:host:Issuer ",
                    error,
                    StringComparison.Ordinal
                ),
            error =>
                Assert.StartsWith(
                    "Launch:Signed:Issuers:host:JwksUri ",
                    error,
                    StringComparison.Ordinal
                ),
            error =>
                Assert.StartsWith(
                    "Launch:Signed:Issuers:host:DataPartitions ",
                    error,
                    StringComparison.Ordinal
                )
        );
    }

    [Fact]
    public void A_partition_that_the_deployment_does_not_know_is_named() =>
        Assert.Contains(
            "another",
            Assert.Single(
                Validate(
                    new ViewerMode(null),
                    new SignedIssuerOptions
                    {
                        Issuer = "https://host.example.org",
                        JwksFile = "keys.json",
                        DataPartitions = ["another"],
                    }
                )
            ),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Control_12_Whom_launches_are_meant_for_is_never_the_requests_word_before_a_live_tenant(
        bool isLive
    ) =>
        Assert.Equal(
            isLive ? 1 : 0,
            Validate(
                new ViewerMode(isLive ? null : new Uri("http://localhost:1/ehr")),
                new SignedIssuerOptions
                {
                    Issuer = "https://host.example.org",
                    JwksFile = "keys.json",
                    DataPartitions = [Sample.Partition],
                },
                audience: null
            ).Count
        );

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Control_69_Before_a_live_tenant_a_development_key_is_refused(bool isLive) =>
        Assert.Equal(
            isLive ? 1 : 0,
            Validate(
                new ViewerMode(isLive ? null : new Uri("http://localhost:1/ehr")),
                new SignedIssuerOptions
                {
                    Issuer = DevelopmentKey.Issuer,
                    JwksFile = "keys.json",
                    DataPartitions = [Sample.Partition],
                }
            ).Count
        );

    private static IReadOnlyList<string> Validate(
        ViewerMode mode,
        SignedIssuerOptions issuer,
        string? audience = "https://viewer.example.org/launch"
    ) =>
        [
            .. new SignedLaunchOptionsValidator(mode, Sample.Sections(Sample.Partition))
                .Validate(
                    null,
                    new SignedLaunchOptions { Audience = audience, Issuers = { ["host"] = issuer } }
                )
                .Failures
                ?? [],
        ];
}
