using Bunit;
using HealtheIntent.Client;
using HeiChartViewer.Web.Chart.Results;
using HeiChartViewer.Web.Components.Results;
using HeiChartViewer.Web.Failures;
using static HeiChartViewer.Tests.Unit.Web.Chart.Results.ResultSample;

namespace HeiChartViewer.Tests.Unit.Web.Components.Results;

/// <summary>Whatever is drawn stands in a table too.</summary>
public sealed class TestViewTests : ResultsContext
{
    [Fact]
    public void GTAB_189_Every_result_of_every_test_is_a_row_that_names_its_test_the_newest_on_top()
    {
        var view = View([
            One(Potassium("2026-01-01", "4.1"), Potassium("2026-03-01", "4.3")),
            One(Potassium("2026-02-01", "4.2", unit: "mEq/L"), Worded("unknown", "lost")),
        ]);

        Assert.Equal(
            ["Potassium, mmol/L", "Potassium, mEq/L", "Potassium, mmol/L", "Potassium, mEq/L"],
            view.FindAll("[data-records=results] tbody tr td:first-child")
                .Select(cell => cell.TextContent)
        );
    }

    [Fact]
    public void Medications_are_asked_for_and_then_stand_in_a_table_too_none_left_out()
    {
        Receive<Medication>(
            null,
            new Medication
            {
                Id = "1",
                Code = Sample.Text("Metformin"),
                Status = Sample.Text("active"),
                Start = PartialDate.Parse("2026-01-10"),
            },
            new Medication { Id = "2", Code = Sample.Text("Ramipril") }
        );
        var view = View([One(Potassium("2026-01-01", "4.1"), Potassium("2026-03-01", "4.3"))]);
        Assert.Empty(view.FindAll(".medication"));

        view.Find("[data-medications]").Change(true);

        Assert.Single(view.FindAll(".medication.current"));
        Assert.Equal(
            ["1", "2"],
            view.FindAll("[data-records=graph-medications] tbody tr")
                .Select(row => row.GetAttribute("data-record"))
        );
    }

    [Fact]
    public void Rule_2_Medications_that_did_not_come_are_not_none()
    {
        Receive<Medication>(new HealtheIntentFailure(FailureKind.NotGranted, "medication"));
        var view = View([One(Potassium("2026-01-01", "4.1"))]);

        view.Find("[data-medications]").Change(true);

        Assert.Contains(
            "Medications: not authorized.",
            view.Find(".tools [role=status]").TextContent,
            StringComparison.Ordinal
        );
    }

    private IRenderedComponent<TestView> View(IReadOnlyList<ResultSeries> series) =>
        Render<TestView>(parameters =>
            parameters.Add(view => view.Session, Session).Add(view => view.Series, series)
        );
}
