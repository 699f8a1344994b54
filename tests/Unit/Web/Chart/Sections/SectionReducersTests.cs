using HealtheIntent.Client;
using HeiChartViewer.Web.Chart.Sections;
using HeiChartViewer.Web.Components.Sections;
using HeiChartViewer.Web.Failures;
using HeiChartViewer.Web.Language;

namespace HeiChartViewer.Tests.Unit.Web.Chart.Sections;

public sealed class SectionReducersTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 7, 0, 0, TimeSpan.Zero);

    private readonly LoadSection<Allergy> _load = new(Sample.Session());

    public static TheoryData<FailureKind, int> Failures()
    {
        var failures = new TheoryData<FailureKind, int>();
        foreach (var kind in Enum.GetValues<FailureKind>())
        {
            failures.Add(kind, 0);
            failures.Add(kind, 3);
        }
        return failures;
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public void Rule_2_No_failure_ever_reads_as_absence(FailureKind kind, int received)
    {
        var state = Fail(Received(received), kind);

        Assert.Contains(
            state.Status,
            new[]
            {
                SectionStatus.PartlyReceived,
                SectionStatus.NotAvailable,
                SectionStatus.NotAuthorized,
                SectionStatus.Withheld,
            }
        );
        var words = SectionWords.Fact(state.Status, state.Records.Count, Phrase.Of("allergies"));
        Assert.DoesNotContain("None received", words, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(
            "none",
            SectionWords.Rail(state.Status, state.Records.Count),
            StringComparison.OrdinalIgnoreCase
        );
        Assert.False(string.IsNullOrWhiteSpace(FailureWords.Reason(state.Failure!)));
    }

    [Fact]
    public void Rule_2_Nothing_received_in_full_is_none_received() =>
        Assert.Equal(SectionStatus.NoneReceived, Complete(Received(0)).Status);

    [Fact]
    public void Rule_2_A_record_that_says_none_is_known_to_be_none() =>
        Assert.Equal(SectionStatus.KnownNone, Complete(Received(1), saysNone: true).Status);

    [Fact]
    public void Rule_2_Records_received_in_full_are_known() =>
        Assert.Equal(SectionStatus.Known, Complete(Received(2)).Status);

    [Fact]
    public void A_missing_grant_is_not_authorized() =>
        Assert.Equal(SectionStatus.NotAuthorized, Fail(Received(0), FailureKind.NotGranted).Status);

    [Fact]
    public void What_came_before_a_failure_is_kept_and_called_partial()
    {
        var state = Fail(Received(3), FailureKind.TimedOut);

        Assert.Equal((SectionStatus.PartlyReceived, 3), (state.Status, state.Records.Count));
    }

    [Fact]
    public void Control_38_A_foreign_record_takes_the_whole_section_with_it()
    {
        var state = Fail(Received(3), FailureKind.ForeignPatient);

        Assert.Equal(SectionStatus.NotAvailable, state.Status);
        Assert.Empty(state.Records);
    }

    [Fact]
    public void Control_40_Answers_to_an_earlier_load_are_dropped()
    {
        var old = _load;
        var state = SectionReducers<Allergy>.On(
            Received(1),
            new LoadSection<Allergy>(Sample.Session())
        );

        Assert.Same(
            state,
            SectionReducers<Allergy>.On(state, new SectionPageReceived<Allergy>(old, [new()], Now))
        );
        Assert.Same(
            state,
            SectionReducers<Allergy>.On(state, new SectionReceived<Allergy>(old, Now, false))
        );
        Assert.Same(
            state,
            SectionReducers<Allergy>.On(
                state,
                new SectionFailed<Allergy>(old, new(FailureKind.TimedOut, "allergy"))
            )
        );
    }

    [Fact]
    public void A_retry_starts_from_nothing()
    {
        var state = SectionReducers<Allergy>.On(
            Fail(Received(2), FailureKind.TimedOut),
            new LoadSection<Allergy>(Sample.Session())
        );

        Assert.Equal(SectionStatus.Loading, state.Status);
        Assert.Empty(state.Records);
        Assert.Null(state.Failure);
    }

    private SectionState<Allergy> Received(int records)
    {
        var state = SectionReducers<Allergy>.On(SectionState<Allergy>.Initial, _load);
        return records == 0
            ? state
            : SectionReducers<Allergy>.On(
                state,
                new SectionPageReceived<Allergy>(
                    _load,
                    [.. Enumerable.Range(0, records).Select(i => new Allergy { Id = $"{i}" })],
                    Now
                )
            );
    }

    private SectionState<Allergy> Complete(SectionState<Allergy> state, bool saysNone = false) =>
        SectionReducers<Allergy>.On(state, new SectionReceived<Allergy>(_load, Now, saysNone));

    private SectionState<Allergy> Fail(SectionState<Allergy> state, FailureKind kind) =>
        SectionReducers<Allergy>.On(state, new SectionFailed<Allergy>(_load, new(kind, "allergy")));
}
