using System.Net;
using Bunit;
using HealtheIntent.Client;
using HeiChartViewer.Web.Chart.CareGaps;
using HeiChartViewer.Web.Components.CareGaps;

namespace HeiChartViewer.Tests.Unit.Web.Components.CareGaps;

/// <summary>The care gaps, from HealtheIntent's answer to the screen.</summary>
public sealed class CareGapsViewTests : CareGapsContext
{
    [Fact]
    public async Task A_measure_shows_how_the_patient_stands_when_it_is_due_and_what_that_rests_on()
    {
        Registries = (
            HttpStatusCode.OK,
            """
            {"programs":[{"id":"1","name":"Diabetes","total_measure_count":2,"met_measure_count":1,
              "supporting_facts":[{"name":"Type 2 diabetes","date":"2019-04"}],
              "measures":[
                {"name":"Foot examination","outcome":"ACHIEVED"},
                {"name":"HbA1c","outcome":"NOT_ACHIEVED","measure_due":true,"due_date":"2026-10-31",
                 "supporting_facts":[{"name":"HbA1c 9.1 %","formatted_code":"4548-4 (LOINC)","formatted_source":"St. Brigid","date":"2025-10-30"}]}
              ]}]}
            """
        );

        var view = await ViewAsync();

        var first = view.FindAll("tbody tr")[0];
        Assert.Equal("Due", first.GetAttribute("data-standing"));
        foreach (
            var words in new[]
            {
                "HbA1c",
                "31-Oct-2026",
                "Diabetes",
                "HbA1c 9.1 %",
                "date 30-Oct-2025 · 4548-4 (LOINC) · St. Brigid",
            }
        )
            Assert.Contains(words, first.TextContent, StringComparison.Ordinal);
        Assert.Contains(
            "1 due, 1 met in 1 program",
            view.Find(".sum").TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains("1 of 2 measures met", view.Markup, StringComparison.Ordinal);
        Assert.Contains("Type 2 diabetes", view.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_column_but_the_facts_sorts_and_the_caption_says_by_which()
    {
        Registries = (
            HttpStatusCode.OK,
            """
            {"programs":[
              {"name":"Diabetes","measures":[{"name":"Foot","outcome":"ACHIEVED","due_date":"2027-01-01"},{"name":"Eye","outcome":"NOT_ACHIEVED"}]},
              {"name":"Asthma","measures":[{"name":"Plan","outcome":"NOT_ACHIEVED","measure_due":true,"due_date":"2026-10-31"}]}]}
            """
        );
        var view = await ViewAsync();
        Assert.Equal("Plan Eye Foot", Names(view));
        Assert.Contains("due first", Caption(view), StringComparison.Ordinal);

        Press(view, "Measure");
        Assert.Equal("Eye Foot Plan", Names(view));
        Assert.Equal("Quality measures, sorted by Measure, ascending", Caption(view));
        Press(view, "Due");
        Assert.Equal("Plan Foot Eye", Names(view));
        Press(view, "Due");
        Assert.Equal("Foot Plan Eye", Names(view));
        Assert.Equal("Quality measures, sorted by Due, descending", Caption(view));
        Press(view, "Due");
        Assert.Equal("Plan Eye Foot", Names(view));

        static string Names(IRenderedComponent<CareGapsView> view) =>
            string.Join(' ', view.FindAll("tbody th").Select(cell => cell.TextContent));
        static string Caption(IRenderedComponent<CareGapsView> view) =>
            view.Find("caption").TextContent;
        static void Press(IRenderedComponent<CareGapsView> view, string heading) =>
            view.FindAll("thead button")
                .First(button => button.TextContent.StartsWith(heading, StringComparison.Ordinal))
                .Click();
    }

    [Fact]
    public async Task A_measure_of_an_event_says_which_event()
    {
        Registries = (
            HttpStatusCode.OK,
            """
            {"programs":[{"name":"Transitions","events":[{"date":"2026-09-01","responsible_providers":[{"full_name":"Dr Berg"}],
              "measures":[{"name":"Visit within 7 days","outcome":"MISSING_DATA"}]}]}]}
            """
        );

        var row = (await ViewAsync()).Find("tbody tr");

        Assert.Contains("event of 01-Sep-2026, Dr Berg", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("missing data", row.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        HttpStatusCode.OK,
        """{"programs":[]}""",
        "None received. This is not a statement that there are no care gaps."
    )]
    [InlineData(
        HttpStatusCode.NoContent,
        "",
        "None received. This is not a statement that there are no care gaps."
    )]
    [InlineData(
        HttpStatusCode.NotFound,
        "{}",
        "HealtheIntent has no registries for this patient, or none at all (404)."
    )]
    [InlineData(
        HttpStatusCode.Forbidden,
        "{}",
        "Not authorized. This does not mean that there are no care gaps."
    )]
    [InlineData(
        HttpStatusCode.OK,
        "no JSON",
        "Not available. This does not mean that there are no care gaps."
    )]
    public async Task Rule_2_Each_state_says_what_it_is(
        HttpStatusCode status,
        string answer,
        string words
    )
    {
        Registries = (status, answer);

        Assert.Contains(words, (await ViewAsync()).Markup, StringComparison.Ordinal);
    }

    private async Task<IRenderedComponent<CareGapsView>> ViewAsync()
    {
        await LoadAsync<RegistryProgram>();
        return Render<CareGapsView>(parameters => parameters.Add(v => v.Session, Session));
    }
}
