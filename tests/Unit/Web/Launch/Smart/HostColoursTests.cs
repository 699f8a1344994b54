using System.Net;
using System.Net.Sockets;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using HeiChartViewer.Tests.Unit.Sandbox.Smart;
using HeiChartViewer.Web.Launch.Smart;
using HeiChartViewer.Web.Sessions;
using Microsoft.Extensions.DependencyInjection;

namespace HeiChartViewer.Tests.Unit.Web.Launch.Smart;

public sealed partial class HostColoursTests(SmartHost ehr) : IClassFixture<SmartHost>
{
    [Fact]
    public async Task The_EHRs_colours_come_with_a_launch()
    {
        await using var viewer = await SmartViewer.StartAsync(ehr);
        var browser = await new SmartBrowser(ehr, viewer).SignInAsync();

        using var answer = await browser.LaunchAsync();

        Assert.Equal(
            new HostColours("#eef1ee", "#1d2720", "#1c5a3c"),
            viewer.Opened(answer).Host.Colours
        );
    }

    [Fact]
    public async Task A_style_of_another_origin_is_not_even_connected_to()
    {
        using var canary = new TcpListener(IPAddress.Loopback, 0);
        canary.Start();
        await using var viewer = await SmartViewer.StartAsync(ehr);
        var issuer = viewer.Services.GetRequiredService<SmartIssuers>().Find(ehr.Fhir)!;
        var reader = viewer.Services.GetRequiredService<HostColoursReader>();

        foreach (
            var address in new[]
            {
                $"http://{canary.LocalEndpoint}/style.json",
                "file:///etc/passwd",
                "/ehr/smart-style.json",
                "",
                null,
            }
        )
            Assert.Null(await reader.ReadAsync(issuer, address, CancellationToken.None));
        Assert.False(canary.Pending());
    }

    [Theory]
    [InlineData("color_background", "#777777")]
    [InlineData("color_text", "#9aa5b0")]
    [InlineData("color_highlight", "#7cc3ea")]
    [InlineData("color_background", "red")]
    [InlineData("color_background", "#fff;background:url(//evil.example.org)")]
    [InlineData("color_background", "var(--banner)")]
    [InlineData("color_error", "#00ff00")]
    public void A_colour_that_is_none_or_would_hide_text_is_left_out(string name, string value) =>
        Assert.Null(
            HostColoursReader.Accept(
                JsonSerializer.SerializeToElement(new Dictionary<string, string> { [name] = value })
            )
        );

    [Fact]
    public void A_colour_that_passes_is_taken_though_another_fails()
    {
        var colours = HostColoursReader.Accept(
            JsonSerializer.SerializeToElement(
                new { color_background = "#FFF", color_highlight = "#ffff00" }
            )
        );
        Assert.Equal(
            new HostColours(
                "#ffffff",
                ChartPalette.Own[ChartPalette.Ink],
                ChartPalette.Own[ChartPalette.Accent]
            ),
            colours
        );
    }

    [Fact]
    public void The_charts_own_colours_are_those_of_the_style_sheet_and_readable()
    {
        var root = typeof(HostColoursTests)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(attribute => attribute.Key == "RepositoryRoot")
            .Value!;
        var light = File.ReadAllText(Path.Combine(root, "wwwroot", "tokens.css")).Split('}')[0];
        var declared = Declaration()
            .Matches(light)
            .ToDictionary(
                match => match.Groups[1].Value,
                match => Colour.Read(match.Groups[2].Value)
            );

        Assert.All(
            ChartPalette.Own.Names,
            name => Assert.Equal(declared[name], ChartPalette.Own[name])
        );
        Assert.True(ChartPalette.Own.IsReadable());
    }

    [Theory]
    [InlineData("#000000", "#ffffff", 21)]
    [InlineData("#ffffff", "#ffffff", 1)]
    [InlineData("#767676", "#ffffff", 4.54)]
    public void Contrast_is_as_WCAG_defines_it(string one, string other, double contrast) =>
        Assert.Equal(contrast, Colour.Contrast(one, other), 2);

    [GeneratedRegex(@"--([a-z0-9-]+): light-dark\((#[0-9a-f]+), ")]
    private static partial Regex Declaration();
}
