using HeiChartViewer.Web.Chart;
using HeiChartViewer.Web.Chart.Glass;

namespace HeiChartViewer.Tests.Unit.Web.Chart.Glass;

public sealed class BreakGlassOptionsValidatorTests
{
    [Fact]
    public void Nothing_is_withheld_where_nothing_is_configured() =>
        Assert.True(Validate(new BreakGlassOptions()).Succeeded);

    [Theory]
    [InlineData("allergies")]
    [InlineData("demographics")]
    [InlineData("")]
    [InlineData("timeline")]
    [InlineData("no such section")]
    public void What_the_banner_rests_on_is_never_withheld(string slug) =>
        Assert.Contains(
            "Viewer:BreakGlass:Withheld:0",
            Validate(new BreakGlassOptions { Withheld = [slug] }).FailureMessage,
            default
        );

    [Fact]
    public void Every_other_section_may_be() =>
        Assert.True(
            Validate(
                new BreakGlassOptions
                {
                    Withheld = [ChartView.Documents.Slug, ChartView.CareGaps.Slug],
                }
            ).Succeeded
        );

    [Fact]
    public void Control_64_Nobody_may_have_it_longer_than_half_an_hour_and_all_errors_are_told_at_once()
    {
        var result = Validate(
            new BreakGlassOptions
            {
                Duration = TimeSpan.FromMinutes(31),
                ProofWithin = TimeSpan.Zero,
            }
        );

        Assert.Equal(2, result.Failures!.Count());
    }

    [Theory]
    [InlineData("clinician", true)]
    [InlineData("emergency", true)]
    [InlineData("Chart", false)]
    [InlineData("", false)]
    public void Control_64_Who_may_break_it_is_a_role(string role, bool isRole) =>
        Assert.Equal(isRole, Validate(new BreakGlassOptions { Roles = [role] }).Succeeded);

    private static Microsoft.Extensions.Options.ValidateOptionsResult Validate(
        BreakGlassOptions options
    ) => new BreakGlassOptionsValidator().Validate(null, options);
}
