using System.Text.Json;
using HealtheIntent.Client;
using HeiChartViewer.Web.Chart.Demographics;

namespace HeiChartViewer.Tests.Unit.Web.Chart.Demographics;

public sealed class DemographicHistoryTests
{
    [Fact]
    public void Of_a_field_that_changed_each_source_is_heard_the_newest_first_and_without_a_date_last()
    {
        var history = DemographicHistory.Of([
            Record("undated", "Widowed"),
            Record("old", "Single", """{"recordedOn":"2001-05"}"""),
            Record("new", "Married", """{"recordedOn":"2024-03-01T08:00:00Z"}"""),
        ]);

        Assert.Equal(
            [("new", "Married"), ("old", "Single"), ("undated", "Widowed")],
            history.Select(statement => (statement.Source!.Id, statement.Values.Single()))
        );
        Assert.All(
            history,
            statement => Assert.Equal("Marital status", statement.Field.Name.English)
        );
    }

    [Fact]
    public void What_all_sources_record_alike_and_what_none_records_has_not_changed() =>
        Assert.Empty(
            DemographicHistory.Of([
                Record("a", "Married"),
                Record("b", "MARRIED"),
                Record("c", null),
            ])
        );

    [Fact]
    public void A_source_that_records_nothing_makes_no_statement()
    {
        var history = DemographicHistory.Of([
            Record("a", "Married"),
            Record("b", "Single"),
            Record("c", null),
        ]);

        Assert.Equal(["a", "b"], history.Select(statement => statement.Source!.Id));
    }

    [Theory]
    [InlineData("""{"recordedOn":"2020-01-01"}|{"recordedOn":"2021-06"}""", "2021-06")]
    [InlineData("""{"recordedOn":"some day"}""", null)]
    [InlineData("""{"recordedOn":20210601}""", null)]
    [InlineData("""{"activity":"x"}""", null)]
    [InlineData("\"2021-06-01\"", null)]
    [InlineData("null", null)]
    public void Rule_5_A_date_is_taken_from_provenance_and_never_guessed(
        string provenances,
        string? date
    ) =>
        Assert.Equal(
            date,
            DemographicHistory.RecordedOn(Record("a", "Married", provenances.Split('|')))?.Text
        );

    private static DemographicRecord Record(
        string id,
        string? maritalStatus,
        params string[] provenances
    ) =>
        new()
        {
            Id = id,
            SourceIdentifier = new(Sample.Partition, id),
            MaritalStatus = maritalStatus is null ? null : Sample.Text(maritalStatus),
            Provenances = [.. provenances.Select(json => JsonDocument.Parse(json).RootElement)],
        };
}
