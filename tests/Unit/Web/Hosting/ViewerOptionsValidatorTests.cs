using HeiChartViewer.Web.Hosting;

namespace HeiChartViewer.Tests.Unit.Web.Hosting;

public sealed class ViewerOptionsValidatorTests
{
    [Fact]
    public void Everything_that_is_wrong_is_said_at_once_by_its_key()
    {
        var options = new ViewerOptions
        {
            DataPartitions = [new() { Id = "no", Name = "" }, new() { Id = "no", Name = "x" }],
            FrameAncestors = ["http://ehr.example", "https://ehr.example/path", "*"],
            TimeZone = "Nowhere/Nothing",
        };

        var failures = new ViewerOptionsValidator().Validate(null, options).Failures!.ToList();

        Assert.Equal(8, failures.Count);
        Assert.All(
            failures,
            failure => Assert.StartsWith("Viewer:", failure, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_sound_deployment_starts() =>
        Assert.True(
            new ViewerOptionsValidator()
                .Validate(
                    null,
                    new ViewerOptions
                    {
                        DataPartitions = [new() { Id = Sample.Partition, Name = "St. Brigid" }],
                        FrameAncestors = ["https://ehr.example", "http://localhost:5090"],
                        TimeZone = "Europe/Stockholm",
                    }
                )
                .Succeeded
        );
}
