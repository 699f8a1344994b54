using Bunit;
using HealtheIntent.Client;
using HeiChartViewer.Web.Failures;

namespace HeiChartViewer.Tests.Unit.Web.Components.Chart;

/// <summary>The demographics in every state: what is said, and that nothing reads as absence but where that is known.</summary>
public sealed class DemographicsStatesTests : DemographicsContext
{
    [Theory]
    [InlineData(false, null, false, "Loading", "loading …", null)]
    [InlineData(true, null, false, "Loading", "1 so far …", null)]
    [InlineData(true, null, true, "Known", "1", null)]
    [InlineData(false, null, true, "NoneReceived", "none received", "None received.")]
    [InlineData(
        true,
        FailureKind.Truncated,
        true,
        "PartlyReceived",
        "1 so far, more may exist",
        "Partly received: 1 demographics so far"
    )]
    [InlineData(
        false,
        FailureKind.ServerError,
        true,
        "NotAvailable",
        "not available",
        "Not available. This does not mean that there are no demographics."
    )]
    [InlineData(
        false,
        FailureKind.NotGranted,
        true,
        "NotAuthorized",
        "not authorized",
        "Not authorized. This does not mean that there are no demographics."
    )]
    [InlineData(
        true,
        FailureKind.Withheld,
        true,
        "Withheld",
        "withheld",
        "Withheld. This does not mean that there are no demographics."
    )]
    [InlineData(
        true,
        FailureKind.ForeignPatient,
        true,
        "NotAvailable",
        "not available",
        "Not available. This does not mean that there are no demographics."
    )]
    public void Rule_2_Each_state_says_what_it_is_and_shows_what_it_may(
        bool received,
        FailureKind? failure,
        bool ends,
        string status,
        string count,
        string? notice
    )
    {
        if (received)
            Receive(
                new DemographicRecord
                {
                    Id = "1",
                    SourceIdentifier = new(Sample.Partition, "1"),
                    MaritalStatus = Sample.Text("Married"),
                }
            );
        if (failure is { } kind)
            Fail(new(kind, "patient"));
        else if (ends)
            End();

        var view = View();

        var section = view.Find("section");
        Assert.Equal(status, section.GetAttribute("data-status"));
        Assert.Equal(count, view.Find(".count").TextContent);
        var isShown = status is "Known" or "PartlyReceived" || (status == "Loading" && received);
        Assert.Equal(isShown, section.TextContent.Contains("Married", StringComparison.Ordinal));
        if (notice is null)
            Assert.Empty(view.FindAll(".notice"));
        else
            Assert.Contains(notice, view.Find(".notice").TextContent, StringComparison.Ordinal);
    }
}
