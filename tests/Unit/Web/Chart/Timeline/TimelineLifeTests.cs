using HealtheIntent.Client;
using HeiChartViewer.Web.Chart.Demographics;
using HeiChartViewer.Web.Chart.Timeline;
using static HeiChartViewer.Tests.Unit.Web.Chart.Timeline.TimelineSample;

namespace HeiChartViewer.Tests.Unit.Web.Chart.Timeline;

/// <summary>The axis holds the whole life, and what cannot belong to it is told apart and not hidden.</summary>
public sealed class TimelineLifeTests
{
    [Fact]
    public void A_life_runs_from_birth_to_today()
    {
        var life = Of("1934-08-20", null, Item("1", "2009-03-12"));

        Assert.Equal(new DateTime(1934, 8, 20), life.From);
        Assert.Equal(Today, DateOnly.FromDateTime(life.To));
        Assert.Equal((life.From, life.To), (life.Earliest, life.Latest));
    }

    [Fact]
    public void Without_a_birth_date_it_begins_with_the_first_item() =>
        Assert.Equal(new DateTime(2009, 3, 1), Of(null, null, Item("1", "2009-03")).From);

    [Fact]
    public void With_nothing_at_all_it_is_the_last_year() =>
        Assert.Equal(new DateOnly(2025, 11, 23), DateOnly.FromDateTime(Of(null, null).From));

    [Fact]
    public void What_is_before_birth_is_told_and_can_be_reached_and_does_not_stretch_the_life()
    {
        var (before, vague) = (Item("1", "1900-01-01"), Item("2", "1934"));
        var life = Of("1934-08-20", null, before, vague);

        Assert.True(life.IsBeforeBirth(before));
        Assert.False(life.IsBeforeBirth(vague));
        Assert.Equal(new DateTime(1934, 8, 20), life.From);
        Assert.Equal(new DateTime(1900, 1, 1), life.Earliest);
    }

    [Fact]
    public void What_is_planned_soon_belongs_to_it_and_what_is_far_ahead_can_be_reached()
    {
        var (soon, far, today) = (
            Item("1", "2027-02-01"),
            Item("2", "2099-01-01"),
            Item("3", "2026-11-23")
        );
        var life = Of("1934-08-20", null, soon, far, today);

        Assert.Equal([true, true, false], new[] { soon, far, today }.Select(life.IsInFuture));
        Assert.Equal(new DateTime(2027, 2, 2), life.To);
        Assert.Equal(new DateTime(2099, 1, 2), life.Latest);
    }

    [Fact]
    public void What_is_after_death_is_told_and_a_vague_death_accuses_nothing_within_it()
    {
        var life = Of("1934-08-20", "2024", Item("1", "2024-12-31"), Item("2", "2025-01-01"));

        Assert.True(life.IsDeceased);
        Assert.False(life.IsAfterDeath(Item("1", "2024-12-31")));
        Assert.True(life.IsAfterDeath(Item("2", "2025-01-01")));
    }

    [Fact]
    public void GTAB_084_Marks_stand_at_the_beginnings_of_months_and_are_called_by_them()
    {
        var ticks = TimelineTick.Of(Of("1934-08-20", null)).ToList();

        Assert.All(
            ticks,
            tick => Assert.Equal((1, TimeSpan.Zero), (tick.At.Day, tick.At.TimeOfDay))
        );
        Assert.Equal(ticks.Select(tick => tick.At).Order(), ticks.Select(tick => tick.At));
        Assert.Contains(new(new DateTime(2026, 11, 1), 7, "Nov-2026"), ticks);
        Assert.Contains(ticks, tick => tick.At == new DateTime(2000, 1, 1) && tick.Step == 0);
        Assert.Contains(ticks, tick => tick.At == new DateTime(1950, 1, 1) && tick.Step == 2);
        Assert.Contains(ticks, tick => tick.At == new DateTime(2026, 4, 1) && tick.Step == 6);
    }

    [Fact]
    public void A_date_gone_wrong_by_ages_costs_a_mark_a_year() =>
        Assert.InRange(
            TimelineTick.Of(Of("1934-08-20", null, Item("1", "0001"), Item("2", "9999"))).Count(),
            10_000,
            12_000
        );

    private static TimelineLife Of(string? born, string? died, params TimelineItem[] items) =>
        TimelineLife.Of(
            PatientIdentity.From(
                [
                    new DemographicRecord
                    {
                        BirthDate = born is null ? null : PartialDate.Parse(born),
                        DeathDate = died is null ? null : PartialDate.Parse(died),
                    },
                ],
                new SourceIdentifier(Sample.Partition, "1")
            ),
            Today,
            items
        );
}
