using HeiChartViewer.Web.Hosting;

namespace HeiChartViewer.Tests.Unit.Web.Hosting;

public sealed class ViewerOptionsValidatorTests
{
    [Fact]
    public void Everything_that_is_wrong_is_said_at_once_by_its_key() =>
        Assert.Equal(
            ["Viewer:LaunchesPerSecond", "Viewer:AuditRetention"],
            new ViewerOptionsValidator()
                .Validate(null, new() { LaunchesPerSecond = 0, AuditRetention = TimeSpan.Zero })
                .Failures!.Select(failure => failure.Split(' ')[0])
        );

    [Fact]
    public void What_stands_where_nothing_is_configured_is_sound() =>
        Assert.True(new ViewerOptionsValidator().Validate(null, new()).Succeeded);
}
