using HeiChartViewer.Web.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HeiChartViewer.Tests.Unit.Web.Hosting;

public sealed class LogPolicyTests
{
    private const string Addresses = "Microsoft.AspNetCore.Hosting.Diagnostics";

    [Theory]
    [InlineData("LogLevel:Default")]
    [InlineData("LogLevel:Microsoft")]
    [InlineData("LogLevel:Microsoft.AspNetCore")]
    [InlineData("LogLevel:Microsoft.AspNetCore.Hosting.Diagnostics")]
    [InlineData("LogLevel:Microsoft*Hosting.Diagnostics")]
    [InlineData("Console:LogLevel:Default")]
    [InlineData("Console:LogLevel:Microsoft.AspNetCore.Hosting")]
    public void Control_55_No_configuration_makes_the_framework_log_addresses(string rule)
    {
        using var services = Build(rule);
        var log = services.GetRequiredService<ILoggerFactory>().CreateLogger(Addresses);

        Assert.False(log.IsEnabled(LogLevel.Information));
        Assert.True(log.IsEnabled(LogLevel.Warning));
    }

    [Fact]
    public void What_the_configuration_asks_of_others_it_gets()
    {
        using var services = Build("LogLevel:HealtheIntent");
        var logs = services.GetRequiredService<ILoggerFactory>();

        Assert.True(logs.CreateLogger("HealtheIntent.Client").IsEnabled(LogLevel.Trace));
        Assert.False(logs.CreateLogger("HeiChartViewer.Web").IsEnabled(LogLevel.Debug));
        Assert.True(logs.CreateLogger("HeiChartViewer.Web").IsEnabled(LogLevel.Information));
    }

    private static ServiceProvider Build(string rule)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { [rule] = "Trace" })
            .Build();
        var services = new ServiceCollection().AddLogging(logging =>
            logging.AddConfiguration(configuration).AddConsole()
        );
        services.KeepPatientsOut(new ViewerMode(null));
        return services.BuildServiceProvider();
    }
}
