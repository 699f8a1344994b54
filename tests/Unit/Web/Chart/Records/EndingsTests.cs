using HealtheIntent.Client;
using HeiChartViewer.Web.Chart.Records;

namespace HeiChartViewer.Tests.Unit.Web.Chart.Records;

public sealed class EndingsTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 7, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("2026-11-21")]
    [InlineData("2026-11-23T06:59:00Z")]
    [InlineData("2026-11-23T07:59:00+01:00")]
    [InlineData("2026-10")]
    [InlineData("2025")]
    public void What_has_ended_is_over(string end) =>
        Assert.True(Endings.HasPassed(PartialDate.Parse(end), Now));

    [Theory]
    [InlineData("2027-02-01")]
    [InlineData("2026-11-23")]
    [InlineData("2026-11-22")]
    [InlineData("2026-11-23T07:01:00Z")]
    [InlineData("2026-11")]
    [InlineData("2026")]
    [InlineData("until further notice")]
    [InlineData(null)]
    public void What_may_still_run_stays_in_view(string? end) =>
        Assert.False(Endings.HasPassed(end is null ? null : PartialDate.Parse(end), Now));

    [Fact]
    public void A_prescription_with_an_end_to_come_is_current()
    {
        using var client = HealtheIntentClient.Create(
            new()
            {
                Tenant = "sandbox",
                BaseAddress = new Uri("http://localhost:1/"),
                PopulationId = "population",
                Credential = new() { BearerToken = "token" },
            }
        );
        var medications = RecordSections.Medications(Sample.Clients(client), new ManualClock());

        Assert.True(
            medications.IsCurrent(
                new() { End = PartialDate.Parse("2027-02-01"), Status = Sample.Text("Active") }
            )
        );
        Assert.False(
            medications.IsCurrent(
                new() { End = PartialDate.Parse("2026-02-01"), Status = Sample.Text("Active") }
            )
        );
        Assert.False(medications.IsCurrent(new() { Status = Sample.Text("Completed") }));
    }
}
