using HealtheIntent.Client;
using HeiChartViewer.Web.Chart.Records;
using HeiChartViewer.Web.Chart.Sections;

namespace HeiChartViewer.Tests.Unit.Web.Chart.Records;

public sealed class AllergySummaryTests
{
    private static readonly RecordSection<Allergy> Section = RecordSections.Allergies(
        Sample.Clients()
    );

    private static readonly Allergy Penicillin = new()
    {
        Id = "1",
        Code = Sample.Text("Penicillin V"),
        Criticality = Sample.Text("High"),
        Reactions = [new() { Manifestation = Sample.Text("anaphylaxis") }],
    };

    private static readonly Allergy NoneKnown = new()
    {
        Id = "2",
        Code = Sample.Code(CodeSystems.Snomed, "716186003"),
    };

    private static readonly Allergy NoDrugAllergy = new()
    {
        Id = "3",
        Code = Sample.Code(CodeSystems.Snomed, "409137002"),
    };

    [Theory]
    [InlineData(SectionStatus.Loading, "loading")]
    [InlineData(SectionStatus.NoneReceived, "not-recorded")]
    [InlineData(SectionStatus.NotAvailable, "unavailable")]
    [InlineData(SectionStatus.NotAuthorized, "unavailable")]
    public void PAB_0064_Without_records_the_banner_never_says_none(
        SectionStatus status,
        string state
    )
    {
        var summary = AllergySummary.Of(Section, State(status));

        Assert.Equal(state, summary.State);
        Assert.DoesNotContain("no known", summary.Headline, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void PAB_0066_None_is_said_where_a_record_says_it() =>
        Assert.Equal(
            "none",
            AllergySummary.Of(Section, State(SectionStatus.KnownNone, NoneKnown)).State
        );

    [Fact]
    public void PAB_0068_Each_of_the_four_answers_has_a_sign_and_words_of_its_own()
    {
        AllergySummary[] answers =
        [
            AllergySummary.Of(Section, State(SectionStatus.Known, Penicillin)),
            AllergySummary.Of(Section, State(SectionStatus.KnownNone, NoneKnown)),
            AllergySummary.Of(Section, State(SectionStatus.NoneReceived)),
            AllergySummary.Of(Section, State(SectionStatus.NotAvailable)),
        ];

        Assert.Equal(
            ["known", "none", "not-recorded", "unavailable"],
            answers.Select(answer => answer.State)
        );
        Assert.Equal(4, answers.Select(answer => answer.Mark).Distinct().Count());
        Assert.Equal(4, answers.Select(answer => answer.Headline).Distinct().Count());
    }

    [Fact]
    public void PAB_0066_A_negation_that_came_before_a_failure_is_not_enough() =>
        Assert.Equal(
            "unavailable",
            AllergySummary.Of(Section, State(SectionStatus.PartlyReceived, NoneKnown)).State
        );

    [Fact]
    public void Rule_4_What_two_sources_record_is_one_allergy_and_its_records_are_counted()
    {
        var elsewhere = Penicillin with
        {
            Id = "4",
            Criticality = null,
            SourceIdentifier = new("east", "4"),
        };
        var latex = new Allergy { Id = "5", Code = Sample.Text("Latex") };

        var summary = AllergySummary.Of(
            Section,
            State(SectionStatus.Known, latex, elsewhere, Penicillin)
        );

        Assert.Equal("2 allergies", summary.Headline);
        Assert.Equal("Penicillin V — anaphylaxis\u00a0·\u00a0+1", summary.Detail);
    }

    [Fact]
    public void An_allergy_beats_a_record_that_says_there_is_none()
    {
        var summary = AllergySummary.Of(Section, State(SectionStatus.Known, NoneKnown, Penicillin));

        Assert.Equal("known", summary.State);
        Assert.Equal("1 allergy", summary.Headline);
        Assert.Equal("Penicillin V — anaphylaxis", summary.Detail);
    }

    [Fact]
    public void No_drug_allergy_is_not_no_allergy() =>
        Assert.Equal(
            "not-recorded",
            AllergySummary.Of(Section, State(SectionStatus.Known, NoDrugAllergy)).State
        );

    [Theory]
    [InlineData("entered-in-error")]
    [InlineData("Resolved")]
    [InlineData("refuted")]
    public void Withdrawn_and_past_allergies_are_not_counted(string status) =>
        Assert.Equal(
            "not-recorded",
            AllergySummary
                .Of(
                    Section,
                    State(SectionStatus.Known, Penicillin with { Status = Sample.Text(status) })
                )
                .State
        );

    [Fact]
    public void An_unknown_status_keeps_an_allergy_in_view() =>
        Assert.Equal(
            "known",
            AllergySummary
                .Of(
                    Section,
                    State(
                        SectionStatus.Known,
                        Penicillin with
                        {
                            Status = Sample.Text("per family"),
                        }
                    )
                )
                .State
        );

    [Fact]
    public void A_partial_answer_says_so_far() =>
        Assert.Equal(
            "1 allergy so far",
            AllergySummary.Of(Section, State(SectionStatus.PartlyReceived, Penicillin)).Headline
        );

    [Fact]
    public void The_gravest_comes_first()
    {
        var latex = new Allergy
        {
            Id = "0",
            Code = Sample.Text("Latex"),
            AssertedOn = PartialDate.Parse("2026"),
        };

        Assert.StartsWith(
            "Penicillin V",
            AllergySummary.Of(Section, State(SectionStatus.Known, latex, Penicillin)).Detail,
            StringComparison.Ordinal
        );
    }

    private static SectionState<Allergy> State(SectionStatus status, params Allergy[] records) =>
        new() { Status = status, Records = [.. records] };
}
