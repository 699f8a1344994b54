using HealtheIntent.Client;
using HeiChartViewer.Web.Chart.CareGaps;

namespace HeiChartViewer.Tests.Unit.Web.Chart.CareGaps;

public sealed class CareMeasureTests
{
    public static TheoryData<string?, bool?, CareStanding> Standings() =>
        new()
        {
            { "NOT_ACHIEVED", true, CareStanding.Due },
            { "ACHIEVED", true, CareStanding.Due },
            { "MISSING_DATA", true, CareStanding.Due },
            { null, true, CareStanding.Due },
            { "NOT_ACHIEVED", false, CareStanding.NotMet },
            { "NOT_ACHIEVED", null, CareStanding.NotMet },
            { "MISSING_DATA", null, CareStanding.MissingData },
            { "ACHIEVED", false, CareStanding.Met },
            { "EXCLUDED", null, CareStanding.Excluded },
            { "EXCLUDED", true, CareStanding.Excluded },
            { "PENDING_REVIEW", null, CareStanding.Unclear },
            { null, null, CareStanding.Unclear },
        };

    [Theory]
    [MemberData(nameof(Standings))]
    public void What_is_missing_or_unknown_is_never_taken_for_met(
        string? outcome,
        bool? due,
        CareStanding standing
    ) => Assert.Equal(standing, One(Measure("a", outcome, due)).Standing);

    [Fact]
    public void What_is_due_comes_first_and_the_earliest_of_it_before_the_rest()
    {
        var program = new RegistryProgram
        {
            Measures =
            [
                Measure("met", "ACHIEVED"),
                Measure("due without a date", "NOT_ACHIEVED", true),
                Measure("missing", "MISSING_DATA"),
                Measure("due later", "NOT_ACHIEVED", true, "2027-01"),
                Measure("due now", "NOT_ACHIEVED", true, "2026-11-01"),
            ],
        };

        Assert.Equal(
            ["due now", "due later", "due without a date", "missing", "met"],
            CareMeasure.In([program]).Select(one => one.Measure.Name)
        );
    }

    [Fact]
    public void Rule_4_Measures_of_programs_and_of_their_events_are_all_there()
    {
        RegistryProgram[] programs =
        [
            new() { Measures = [Measure("a"), Measure("b")] },
            new()
            {
                Events = [new() { Measures = [Measure("c")] }, new() { Measures = [Measure("d")] }],
            },
            new(),
        ];

        Assert.Equal(
            ["a", "b", "c", "d"],
            CareMeasure.In(programs).Select(one => one.Measure.Name).Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [InlineData(true, "1 due")]
    [InlineData(false, "none due")]
    public void The_rail_says_how_many_are_due(bool due, string words) =>
        Assert.Equal(words, CareWords.Rail([One(Measure("a", "NOT_ACHIEVED", due))]));

    [Fact]
    public void Each_standing_has_a_word_and_a_shape()
    {
        foreach (var standing in Enum.GetValues<CareStanding>())
        {
            Assert.NotEqual("", CareWords.Of(standing));
            Assert.NotEqual("", CareWords.Mark(standing));
        }
    }

    private static CareMeasure One(RegistryMeasure measure) => new(new(), null, measure);

    private static RegistryMeasure Measure(
        string name,
        string? outcome = null,
        bool? due = null,
        string? dueDate = null
    ) =>
        new()
        {
            Name = name,
            Outcome = outcome is null ? null : Outcome(outcome),
            MeasureDue = due,
            DueDate = dueDate is null ? null : PartialDate.Parse(dueDate),
        };

    private static MeasureOutcome Outcome(string value) =>
        System.Text.Json.JsonSerializer.Deserialize<MeasureOutcome>($"\"{value}\"")!;
}
