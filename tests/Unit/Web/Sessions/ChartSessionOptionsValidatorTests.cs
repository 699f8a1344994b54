using HeiChartViewer.Web.Sessions;

namespace HeiChartViewer.Tests.Unit.Web.Sessions;

public sealed class ChartSessionOptionsValidatorTests
{
    [Fact]
    public void What_stands_where_nothing_is_configured_is_sound_and_as_documented()
    {
        var options = new ChartSessionOptions();

        Assert.True(new ChartSessionOptionsValidator().Validate(null, options).Succeeded);
        Assert.Equal(
            (13, 15, 30, 12 * 60),
            (
                (int)options.WarnAfter.TotalMinutes,
                (int)options.LockAfter.TotalMinutes,
                (int)options.EndAfter.TotalMinutes,
                (int)options.Lifetime.TotalMinutes
            )
        );
    }

    [Fact]
    public void Everything_that_is_wrong_is_said_at_once_by_its_key()
    {
        var failures = new ChartSessionOptionsValidator()
            .Validate(
                null,
                new ChartSessionOptions
                {
                    WarnAfter = TimeSpan.Zero,
                    LockAfter = TimeSpan.Zero,
                    EndAfter = TimeSpan.Zero,
                    Lifetime = TimeSpan.FromDays(2),
                }
            )
            .Failures!.ToList();

        Assert.Equal(
            ["WarnAfter", "LockAfter", "EndAfter", "Lifetime"],
            failures.Select(failure => failure.Split(' ')[0].Split(':')[2])
        );
    }

    [Fact]
    public void What_is_wrong_with_the_screens_of_the_process_is_said_at_once_by_its_key() =>
        Assert.Equal(
            ["Viewer:Session:CircuitsPerUser", "Viewer:Session:CircuitsPerProcess"],
            new CircuitOptionsValidator()
                .Validate(null, new() { CircuitsPerUser = 0, CircuitsPerProcess = -1 })
                .Failures!.Select(failure => failure.Split(' ')[0])
        );
}
