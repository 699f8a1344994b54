using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Bunit;
using HeiChartViewer.Flux;
using HeiChartViewer.Web.Chart.Visits;
using HeiChartViewer.Web.Sessions;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace HeiChartViewer.Tests.Unit.Web.Components.Sections;

/// <summary>Contributors shown are records received, in every section and under every filter, over generated charts.</summary>
public sealed partial class ConservationTests : BunitContext
{
    private const int Charts = 6;
    private readonly ChartSession _session = Sample.Session();

    public static TheoryData<string> Nouns => SectionCase.Nouns;

    [Theory]
    [MemberData(nameof(Nouns))]
    public void Rule_4_Counts_and_rows_reconcile_under_every_filter(string noun)
    {
        var section = SectionCase.Find(noun);
        section.Prepare(this);
        for (var chart = 0; chart < Charts; chart++)
        {
            var random = new Random(chart);
            List<RecordSeed> received =
            [
                .. Enumerable.Range(0, 3 + random.Next(40)).Select(i => Any(random, i)),
            ];
            var valid = received.Where(seed => seed.Status != "entered-in-error").ToList();
            section.End(this, section.Receive(this, _session, _session.OpenedAt, received), null);
            var view = section.View(this, _session);

            Assert.Equal(valid.Count, Behind(view));
            EverySource(view, valid);
            Apart(view, valid.Count);
            Withdrawn(view, received.Count - valid.Count);
            if (noun != "encounters")
                EveryVisit(view, valid);
            Assert.Equal(valid.Count, Behind(view));
        }
    }

    private static void EverySource(IRenderedComponent<IComponent> view, List<RecordSeed> valid)
    {
        var sources = valid.GroupBy(seed => seed.Source).ToList();
        if (sources.Count < 2)
            return;
        // Its label is its count: all sources, then each of them.
        var labels = view.FindAll(".view .choices button b").Select(Counted).ToList();
        Assert.Equal(valid.Count, labels[0]);
        Assert.Equal(valid.Count, labels.Skip(1).Sum());
        for (var i = 1; i < labels.Count; i++)
        {
            view.FindAll(".view .choices button")[i].Click();
            Assert.Equal(labels[i], Behind(view));
            Assert.StartsWith(
                labels[i] == valid.Count
                    ? $"{valid.Count} records"
                    : $"showing {labels[i]} of {valid.Count} records",
                view.Find(".view [role=status]").TextContent,
                StringComparison.Ordinal
            );
        }
        view.FindAll(".view .choices button")[0].Click();
    }

    private static void Apart(IRenderedComponent<IComponent> view, int valid)
    {
        if (view.FindAll(".view input[type=checkbox]") is not [var box])
            return;
        box.Change(true);
        Assert.Equal(valid, view.FindAll("tr[data-record]").Count);
        view.Find(".view input[type=checkbox]").Change(false);
    }

    private static void Withdrawn(IRenderedComponent<IComponent> view, int withdrawn)
    {
        if (withdrawn == 0)
        {
            Assert.Empty(view.FindAll(".withdrawn"));
            return;
        }
        Assert.Equal(withdrawn, Counted(view.Find(".withdrawn button b")));
        view.Find(".withdrawn button").Click();
        Assert.Equal(withdrawn, Behind(view));
        view.Find(".withdrawn button").Click();
    }

    private void EveryVisit(IRenderedComponent<IComponent> view, List<RecordSeed> valid)
    {
        foreach (var visit in new[] { "e1", "e2" })
        {
            var kept = valid.Count(seed => seed.Encounter == visit);
            var dispatcher = Services.GetRequiredService<IDispatcher>();

            dispatcher.Dispatch(new NarrowToVisit(new Visit(visit, [visit])));
            view.WaitForAssertion(() =>
                Assert.StartsWith(
                    $"showing {kept} of {valid.Count}",
                    view.Find("[data-visit-filter] [role=status]").TextContent,
                    StringComparison.Ordinal
                )
            );
            Assert.Equal(kept, Behind(view));

            dispatcher.Dispatch(new ShowAllVisits());
            view.WaitForAssertion(() => Assert.Empty(view.FindAll("[data-visit-filter]")));
        }
    }

    private static RecordSeed Any(Random random, int i) =>
        new(
            i.ToString(CultureInfo.InvariantCulture),
            $"Words {random.Next(5)}",
            new[] { Sample.Partition, "east", "claims" }[random.Next(3)],
            new[] { null, "active", "final", "entered-in-error" }[random.Next(4)],
            new[] { null, "2025", "2025-03-01", "2025-03-02T07:00:00Z" }[random.Next(4)],
            new[] { null, "e1", "e2" }[random.Next(3)]
        );

    private static int Behind(IRenderedComponent<IComponent> view) =>
        view.FindAll("tr[data-record]")
            .Sum(row =>
                int.Parse(row.GetAttribute("data-contributors")!, CultureInfo.InvariantCulture)
            );

    private static int Counted(IElement element) =>
        int.Parse(Digits().Match(element.TextContent).Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\d+")]
    private static partial Regex Digits();
}
