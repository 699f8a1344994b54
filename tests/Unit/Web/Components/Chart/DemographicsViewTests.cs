using System.Text.Json;
using Bunit;
using HealtheIntent.Client;
using HeiChartViewer.Web.Components.Chart;

namespace HeiChartViewer.Tests.Unit.Web.Components.Chart;

public sealed class DemographicsViewTests : DemographicsContext
{
    private const string Undated = "recording date not stated";

    [Fact]
    public void DTa_0018_What_changed_is_listed_with_the_date_each_source_recorded_it()
    {
        var view = ViewOf(
            Record(Sample.Partition, "Single"),
            Record("eastside", "Married") with
            {
                Provenances = [JsonDocument.Parse("""{"recordedOn":"2024-03-01"}""").RootElement],
            }
        );

        Assert.Equal(
            [
                ["Marital status", "01-Mar-2024", "Eastside", "Married"],
                ["Marital status", "not recorded", "St. Brigid", "Single"],
            ],
            view.FindAll("[data-records=changes] tbody tr")
                .Select(row => row.Children.Select(cell => cell.TextContent.Trim()).ToArray())
        );
    }

    [Fact]
    public void The_newest_record_comes_first_those_without_a_date_last_and_the_launched_one_is_named()
    {
        var view = ViewOf(
            Record("eastside", "Married"),
            Record(Sample.Partition, "Single") with
            {
                SourceIdentifier = Session.Source,
            },
            Recorded("older", "2019"),
            Recorded("newer", "2024-03-01")
        );

        Assert.Equal(
            ["newer", "older", Sample.Partition, "eastside"],
            view.FindAll("[data-records=demographics] thead th[data-source]")
                .Select(column => column.GetAttribute("data-partition"))
        );
        Assert.Equal(
            ["recorded 01-Mar-2024", "recorded 2019", Undated, Undated],
            view.FindAll("[data-recorded]").Select(said => said.TextContent)
        );
        var launched = Assert.Single(
            view.FindAll("th[data-source]"),
            column => column.TextContent.Contains("opened from here", StringComparison.Ordinal)
        );
        Assert.Equal(Sample.Partition, launched.GetAttribute("data-partition"));
    }

    [Theory]
    [InlineData("Single", "SINGLE", "Agree", "sources agree")]
    [InlineData("Single", "Married", "Differ", "sources differ")]
    [InlineData("Single", null, "OneSource", "one source alone")]
    [InlineData(null, null, "NotRecorded", "")]
    public void Agreement_and_disagreement_are_said_in_words(
        string? one,
        string? other,
        string agreement,
        string words
    )
    {
        var row = ViewOf(Record(Sample.Partition, one), Record("eastside", other))
            .Find("[data-field='Marital status']");

        Assert.Equal(agreement, row.GetAttribute("data-agreement"));
        Assert.EndsWith(
            words,
            row.QuerySelector("th")!.TextContent.Trim(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Where_sources_agree_nothing_is_said_to_have_changed()
    {
        var view = ViewOf(Record(Sample.Partition, "Single"), Record("eastside", "Single"));

        Assert.Empty(view.FindAll("[data-records=changes]"));
    }

    private IRenderedComponent<DemographicsView> ViewOf(params DemographicRecord[] records)
    {
        Receive(records);
        End();
        return View();
    }

    private static DemographicRecord Record(string partition, string? maritalStatus) =>
        new()
        {
            Id = partition,
            SourceIdentifier = new(partition, "1"),
            MaritalStatus = maritalStatus is null ? null : Sample.Text(maritalStatus),
        };

    private static DemographicRecord Recorded(string partition, string on) =>
        Record(partition, "Single") with
        {
            Provenances = [JsonDocument.Parse($$"""{"recordedOn":"{{on}}"}""").RootElement],
        };
}
