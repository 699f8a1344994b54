using HealtheIntent.Client;
using HeiChartViewer.Web.Chart.Merging;
using HeiChartViewer.Web.Chart.Records;
using HeiChartViewer.Web.Chart.Sections;
using HeiChartViewer.Web.Chart.Timeline;

namespace HeiChartViewer.Tests.Unit.Web.Chart.Timeline;

/// <summary>A lane holds the rows of its section, by the section's own rules.</summary>
public sealed class LaneContentsTests
{
    private static readonly HealtheIntentClient Client = Sample.Client();
    private static readonly RecordSection<Condition> Conditions = RecordSections.Conditions(
        Sample.Clients(Client)
    );
    private static readonly RecordSection<Medication> Medications = RecordSections.Medications(
        Sample.Clients(Client),
        new ManualClock()
    );
    private static readonly RecordSection<Observation> Results = RecordSections.Results(
        Sample.Clients(Client)
    );

    [Fact]
    public void Rule_4_Its_items_are_the_sections_rows_and_all_records_stand_behind_them()
    {
        Condition[] records =
        [
            Asthma("1", "2009"),
            Asthma("2", "2010-01-01"),
            Asthma("3", null),
            Named("4", "Gout"),
        ];

        var lane = Of(Conditions, records);

        Assert.Equal(
            RecordMerge.Merge(Conditions, Conditions.Order(records)).Select(row => row.Lead.Id),
            lane.Items.Select(item => item.RecordId)
        );
        Assert.Equal((4, 4), (lane.Records, lane.Shown));
        Assert.Equal([3, 1], lane.Items.Select(item => item.Contributors));
        Assert.Null(lane.Items[1].Period);
        Assert.Equal("not recorded", lane.Items[1].When);
    }

    [Fact]
    public void What_was_entered_in_error_is_no_item_and_is_counted_apart()
    {
        var lane = Of(
            Conditions,
            Named("1", "Gout", "active"),
            Named("2", "Zoster", "entered-in-error")
        );

        Assert.Equal(["1"], lane.Items.Select(item => item.RecordId));
        Assert.Equal((1, 1), (lane.Records, lane.Withdrawn));
    }

    [Fact]
    public void While_the_section_is_loading_it_has_a_count_and_no_items()
    {
        var state = new SectionState<Condition> { Records = [Named("1", "Gout")] };

        var lane = LaneContents.Of(Conditions, state, null, TimelineSample.Today);

        Assert.Equal(SectionStatus.Loading, lane.Status);
        Assert.Empty(lane.Items);
        Assert.Equal(1, lane.Records);
    }

    [Fact]
    public void By_source_it_holds_what_that_source_sent_and_still_counts_all()
    {
        var lane = LaneContents.Of(
            Conditions,
            Known(
                Named("1", "Gout") with
                {
                    SourceIdentifier = new("EAST", "1"),
                },
                Named("2", "Zoster") with
                {
                    SourceIdentifier = new("east", "2"),
                },
                Named("3", "Asthma")
            ),
            "east",
            TimelineSample.Today
        );

        Assert.Equal(["1", "2"], lane.Items.Select(item => item.RecordId).Order());
        Assert.Equal((3, 2), (lane.Records, lane.Shown));
        Assert.Equal(2, lane.Sources["east"]);
        Assert.Equal(1, lane.Sources[""]);
    }

    [Fact]
    public void A_condition_lasts_from_onset_to_resolution()
    {
        var item = Assert.Single(
            Of(
                Conditions,
                Named("1", "Gout") with
                {
                    Onset = PartialDate.Parse("2009"),
                    ResolvedOn = PartialDate.Parse("2011-02-03"),
                }
            ).Items
        );

        Assert.Equal("2009 to 03-Feb-2011", item.When);
        Assert.False(item.Period!.IsBeginningOpen || item.Period.IsEndOpen);
    }

    [Fact]
    public void A_condition_without_an_onset_is_open_to_the_left()
    {
        var item = Assert.Single(
            Of(
                Conditions,
                Named("1", "Gout", "active") with
                {
                    AssertedOn = PartialDate.Parse("2009-01-01"),
                }
            ).Items
        );

        Assert.True(item.Period!.IsBeginningOpen && item.Period.IsEndOpen);
        Assert.Equal(TimelineSample.Today, DateOnly.FromDateTime(item.Period.To));
    }

    [Fact]
    public void A_drug_taken_twice_shows_both_times_in_its_one_row()
    {
        var drug = new Medication { Id = "1", Code = Sample.Text("Metformin") };

        var item = Assert.Single(
            Of(
                Medications,
                drug with
                {
                    Status = Sample.Text("active"),
                    Start = PartialDate.Parse("2020-01-01"),
                },
                drug with
                {
                    Id = "2",
                    Status = Sample.Text("completed"),
                    Start = PartialDate.Parse("2004-01-01"),
                    End = PartialDate.Parse("2006-01-01"),
                }
            ).Items
        );

        Assert.Equal(2, item.Period!.Sure.Count);
        Assert.Equal(
            "since 01-Jan-2020, no end recorded; also 01-Jan-2004 to 01-Jan-2006, 2 records",
            item.WhenAndCount
        );
    }

    [Fact]
    public void A_result_says_its_value_and_its_flag()
    {
        var item = Assert.Single(
            Of(Results, Potassium("1", "6.2") with { Interpretation = Sample.Text("HH") }).Items
        );

        Assert.Equal("Result: 6.2, critically high", item.Remark);
    }

    private static Observation Potassium(string id, string value) =>
        new()
        {
            Id = id,
            Code = Sample.Text("Potassium"),
            Value = new ObservationValue.Worded(value),
            EffectiveOn = PartialDate.Parse("2026-11-18T07:14:00Z"),
        };

    private static LaneContents Of<TRecord>(
        RecordSection<TRecord> section,
        params TRecord[] records
    )
        where TRecord : ClinicalRecord =>
        LaneContents.Of(section, Known(records), null, TimelineSample.Today);

    private static SectionState<TRecord> Known<TRecord>(params TRecord[] records) =>
        new() { Status = SectionStatus.Known, Records = [.. records] };

    private static Condition Asthma(string id, string? onset) =>
        Named(id, "Asthma") with
        {
            Onset = onset is null ? null : PartialDate.Parse(onset),
        };

    private static Condition Named(string id, string name, string? status = null) =>
        new()
        {
            Id = id,
            Code = Sample.Text(name),
            Status = status is null ? null : Sample.Text(status),
        };
}
