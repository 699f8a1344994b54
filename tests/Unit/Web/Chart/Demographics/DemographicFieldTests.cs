using HealtheIntent.Client;
using HeiChartViewer.Web.Chart.Demographics;

namespace HeiChartViewer.Tests.Unit.Web.Chart.Demographics;

public sealed class DemographicFieldTests
{
    [Theory]
    [InlineData("1934-08-20", "1934-08-20", false)]
    [InlineData("1934-08-20", "1934-08-02", true)]
    [InlineData("1934-08-20", "1934", true)]
    [InlineData("1934-08-20", null, false)]
    public void Sources_differ_only_where_both_recorded_something(
        string? one,
        string? other,
        bool differ
    ) => Assert.Equal(differ, DemographicFields.BirthDate.Differs([Born(one), Born(other)]));

    [Fact]
    public void Letter_case_is_no_difference() =>
        Assert.False(
            DemographicFields.BirthSex.Differs([
                new() { BirthSex = new() { Text = "Female" } },
                new() { BirthSex = new() { Text = "FEMALE" } },
            ])
        );

    [Fact]
    public void The_banner_is_told_of_every_difference_in_identity()
    {
        var launched = new SourceIdentifier(Sample.Partition, "1");
        var identity = PatientIdentity.From(
            [
                Born("1934-08-20") with
                {
                    SourceIdentifier = new SourceIdentifier("other", "9"),
                },
                Born("1934-08-02") with
                {
                    SourceIdentifier = launched,
                },
            ],
            launched
        )!;

        Assert.Equal("1934-08-02", identity.Born!.Text);
        Assert.Equal(["birth date"], identity.Differences);
    }

    [Fact]
    public void A_death_that_any_source_knows_is_shown()
    {
        var identity = PatientIdentity.From(
            [
                Born("1934-08-20"),
                Born("1934-08-20") with
                {
                    DeathDate = PartialDate.Parse("2025-01"),
                },
            ],
            new SourceIdentifier(Sample.Partition, "1")
        )!;

        Assert.True(identity.Deceased);
        Assert.Equal("2025-01", identity.Died!.Text);
    }

    private static DemographicRecord Born(string? date) =>
        new() { BirthDate = date is null ? null : PartialDate.Parse(date) };
}
