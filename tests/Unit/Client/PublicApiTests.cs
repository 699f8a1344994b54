using HealtheIntent.Client;
using HeiChartViewer.Tests.Unit.Client.Support;

namespace HeiChartViewer.Tests.Unit.Client;

public sealed class PublicApiTests
{
    private const string Accept = "ACCEPT_PUBLIC_API";

    /// <summary>A change of the surface is a decision: run with <c>ACCEPT_PUBLIC_API=1</c> and commit the difference.</summary>
    [Fact]
    public void The_public_surface_is_the_one_that_was_agreed()
    {
        var file = Path.Combine(Repository.Root, "tests", "Unit", "Client", "PublicApi.txt");
        var surface = PublicSurface.Of(typeof(HealtheIntentClient).Assembly);
        if (Environment.GetEnvironmentVariable(Accept) == "1")
            File.WriteAllText(file, surface);

        Assert.Equal(File.ReadAllText(file), surface);
    }
}
