using HealtheIntent.Client;
using HeiChartViewer.Web.Chart.Merging;
using HeiChartViewer.Web.Chart.Records;

namespace HeiChartViewer.Tests.Unit.Web.Chart.Records;

/// <summary>A medication is current where a source says so and none contradicts; silence is no evidence of use.</summary>
public sealed class MedicationRulesTests
{
    private static readonly ManualClock Clock = new();
    private static readonly RecordSection<Medication> Section = RecordSections.Medications(
        Sample.Clients(),
        Clock
    );

    [Theory]
    [InlineData("active", null, Standing.Current)]
    [InlineData("Active", "2099-01-01", Standing.Current)]
    [InlineData("in-progress", null, Standing.Current)]
    [InlineData("ordered", null, Standing.Current)]
    [InlineData("active", "2019-01-27", Standing.Past)]
    [InlineData("completed", null, Standing.Past)]
    [InlineData("stopped", "2099-01-01", Standing.Past)]
    [InlineData(null, "2019-01-27", Standing.Past)]
    [InlineData(null, null, Standing.Unknown)]
    [InlineData(null, "2099-01-01", Standing.Unknown)]
    [InlineData("unknown", null, Standing.Unknown)]
    [InlineData("on-hold", null, Standing.Unknown)]
    [InlineData("inactivated by rule 7", null, Standing.Unknown)]
    public void A_record_is_current_only_by_an_active_status(
        string? status,
        string? end,
        Standing standing
    ) => Assert.Equal(standing, Row(Record("1", "here", status, "2019-01-22", end)));

    /// <summary>Each source: status, start, end; a blank status is none.</summary>
    [Theory]
    [InlineData("active,2016,", "active,2018,", Standing.Current)]
    [InlineData("active,2016,", ",2019,", Standing.Current)]
    [InlineData("active,2016,", "unknown,2019,", Standing.Unknown)]
    [InlineData("active,2016,", "completed,2016,2016-09", Standing.Unknown)]
    [InlineData("completed,2019-01-22,2019-01-27", "unknown,2019-01,", Standing.Unknown)]
    [InlineData("completed,2019-01-22,2019-01-27", "stopped,2019-01,", Standing.Past)]
    [InlineData("completed,2019-01-22,2019-01-27", ",2019-01-22,", Standing.Past)]
    [InlineData("completed,2019-01-22,2019-01-27", ",2026-10-01,", Standing.Unknown)]
    [InlineData("completed,2019-01-22,2019-01-27", ",,", Standing.Unknown)]
    [InlineData(",2019-01-22,", ",2020-01-22,", Standing.Unknown)]
    [InlineData(",2019-01-22,2019-01-27", ",2020-01-22,2020-01-30", Standing.Past)]
    public void A_row_is_current_only_where_no_source_with_a_status_contradicts(
        string here,
        string there,
        Standing standing
    )
    {
        var (one, other) = (Stated("1", "here", here), Stated("2", "there", there));

        Assert.Equal(standing, Row(one, other));
        Assert.Equal(standing, Row(other, one));
    }

    [Fact]
    public void A_source_does_not_contradict_its_own_past() =>
        Assert.Equal(
            Standing.Current,
            Row(
                Record("1", "here", "active", "2026-01-01"),
                Record("2", "here", "completed", "2020-01-01", "2020-01-10")
            )
        );

    [Theory]
    [InlineData("completed")]
    [InlineData("unknown")]
    [InlineData("active")]
    public void No_record_without_a_status_leads_over_one_with(string status)
    {
        var row = Assert.Single(
            RecordMerge.Merge(
                Section,
                Section.Order([
                    Record("1", "here", status, "2019-01-01"),
                    Record("2", "claims", null, "2026-01-01"),
                ])
            )
        );

        Assert.Equal("1", row.Lead.Id);
    }

    [Fact]
    public void What_sources_contradict_each_other_on_stands_marked_under_what_is_not_known()
    {
        var row = Assert.Single(
            RecordMerge.Merge(
                Section,
                Section.Order([
                    Record("1", "here", "active", "2016-03-01"),
                    Record("2", "there", "completed", "2016-03"),
                ])
            )
        );

        Assert.Equal("Not known whether current", Section.GroupOf!(row));
        Assert.Contains(row.Disagreements, one => one.Label.English == "Status");
    }

    private static Medication Stated(string id, string source, string text) =>
        text.Split(',') is [var status, var start, var end]
            ? Record(id, source, Of(status), Of(start), Of(end))
            : throw new ArgumentException(text, nameof(text));

    private static string? Of(string text) => text.Length == 0 ? null : text;

    private static Standing Row(params Medication[] records) =>
        Section.StandingOf(Assert.Single(RecordMerge.Merge(Section, Section.Order(records))));

    private static Medication Record(
        string id,
        string source,
        string? status,
        string? start,
        string? end = null
    ) =>
        new()
        {
            Id = id,
            Code = Sample.Text("Azithromycin"),
            SourceIdentifier = new(source, id),
            Status = status is null ? null : Sample.Text(status),
            Start = start is null ? null : PartialDate.Parse(start),
            End = end is null ? null : PartialDate.Parse(end),
        };
}
