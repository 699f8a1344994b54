using Bunit;
using HeiChartViewer.Web.Chart.Sections;
using HeiChartViewer.Web.Components.Sections;
using HeiChartViewer.Web.Failures;
using HeiChartViewer.Web.Language;

namespace HeiChartViewer.Tests.Unit.Web.Components.Sections;

public sealed class SectionNoticeTests : BunitContext
{
    public static TheoryData<FailureKind> Kinds() => [.. Enum.GetValues<FailureKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Rule_2_A_failure_says_that_it_is_not_absence_and_why(FailureKind kind)
    {
        var notice = Notice(
            SectionStatus.NotAvailable,
            new HealtheIntentFailure(kind, "allergy") { CorrelationId = "6f1c" }
        );

        Assert.Contains(
            "does not mean that there are no allergies",
            notice.Find("strong").TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal(FailureWords.Reason(new(kind, "allergy")), notice.Find("p").TextContent);
        Assert.Equal("6f1c", notice.Find("code").TextContent);
        Assert.Equal("alert", notice.Find(".notice").GetAttribute("role"));
    }

    [Fact]
    public void A_missing_grant_names_the_API_and_who_can_mend_it()
    {
        var text = Notice(SectionStatus.NotAuthorized, new(FailureKind.NotGranted, "immunization"))
            .Find("p")
            .TextContent;

        Assert.Contains("immunization API", text, StringComparison.Ordinal);
        Assert.Contains("administrator", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_retry_is_offered_where_it_makes_sense()
    {
        var retried = 0;
        var notice = Render<SectionNotice>(parameters =>
            parameters
                .Add(n => n.Status, SectionStatus.PartlyReceived)
                .Add(n => n.Count, 214)
                .Add(n => n.Noun, Phrase.Of("results"))
                .Add(n => n.Failure, new HealtheIntentFailure(FailureKind.Throttled, "observation"))
                .Add(n => n.Retry, () => retried++)
        );

        notice.Find("button").Click();

        Assert.Equal(1, retried);
        Assert.Contains(
            "214 results so far, more may exist",
            notice.Find("strong").TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Nothing_received_is_not_a_statement_that_there_is_nothing()
    {
        var notice = Notice(SectionStatus.NoneReceived, null);

        Assert.Contains(
            "not a statement that there are no allergies",
            notice.Markup,
            StringComparison.Ordinal
        );
        Assert.Empty(notice.FindAll("button"));
    }

    private IRenderedComponent<SectionNotice> Notice(
        SectionStatus status,
        HealtheIntentFailure? failure
    ) =>
        Render<SectionNotice>(parameters =>
            parameters
                .Add(n => n.Status, status)
                .Add(n => n.Count, 0)
                .Add(n => n.Noun, Phrase.Of("allergies"))
                .Add(n => n.Failure, failure)
        );
}
