using HeiChartViewer.Web.Tenants;

namespace HeiChartViewer.Tests.Unit.Web.Tenants;

public sealed class TenantOptionsValidatorTests
{
    [Theory]
    [InlineData(TenantSections.Default, "Viewer:")]
    [InlineData("north", "Tenants:north:Viewer:")]
    public void Everything_that_is_wrong_is_said_at_once_by_its_key(string name, string section)
    {
        var options = new TenantOptions
        {
            DataPartitions = [new() { Id = "no", Name = "" }, new() { Id = "no", Name = "x" }],
            FrameAncestors = ["http://ehr.example", "https://ehr.example/path", "*"],
            TimeZone = "Nowhere/Nothing",
        };

        var failures = new TenantOptionsValidator().Validate(name, options).Failures!.ToList();

        Assert.Equal(8, failures.Count);
        Assert.All(
            failures,
            failure => Assert.StartsWith(section, failure, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_sound_deployment_starts() =>
        Assert.True(
            new TenantOptionsValidator()
                .Validate(
                    TenantSections.Default,
                    new TenantOptions
                    {
                        DataPartitions = [new() { Id = Sample.Partition, Name = "St. Brigid" }],
                        FrameAncestors = ["https://ehr.example", "http://localhost:5090"],
                        TimeZone = "Europe/Stockholm",
                    }
                )
                .Succeeded
        );
}
