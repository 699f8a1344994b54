using System.Net;
using HeiChartViewer.Tests.Unit.Client.Support;
using HeiChartViewer.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HeiChartViewer.Tests.Unit.Web.Security;

public sealed class UnexpectedErrorTests
{
    private const string Inside = "SELECT secret FROM inside";

    [Fact]
    public async Task Control_57_An_error_that_nobody_expected_is_logged_and_shows_nothing_of_the_inside()
    {
        var log = new ListLogger();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().AddProvider(log);
        builder.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?>
            {
                ["HealtheIntent:Tenant"] = "sandbox",
                ["HealtheIntent:BaseAddress"] = "http://localhost:1/",
                ["HealtheIntent:PopulationId"] = "1424e81d-8cea-4d6b-b140-d6630b684a58",
                ["HealtheIntent:Credential:BearerToken"] = "token",
                ["Viewer:DataPartitions:0:Id"] = Sample.Partition,
                ["Viewer:DataPartitions:0:Name"] = "St. Brigid",
            }
        );
        builder.AddViewer(new ViewerMode(new Uri("http://localhost:1/ehr")));
        builder.Services.AddSingleton<HeiChartViewer.Web.Audit.IAuditLog>(new AuditList());
        await using var app = builder.Build();
        app.UseStatusPagesInWords();
        app.Map("/broken", new Func<string>(() => throw new InvalidOperationException(Inside)));
        await app.StartAsync();
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };

        using var answer = await http.GetAsync("/broken");

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Contains("<h1", page, StringComparison.Ordinal);
        foreach (var word in new[] { Inside, nameof(InvalidOperationException), "   at " })
            Assert.DoesNotContain(word, page, StringComparison.Ordinal);
        Assert.Contains(
            log.Lines,
            line =>
                line.Level is LogLevel.Error
                && line.Line.Contains(nameof(InvalidOperationException), StringComparison.Ordinal)
        );
    }
}
