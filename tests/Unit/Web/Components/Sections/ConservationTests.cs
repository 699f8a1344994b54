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
    private readonly ChartSession _session = Sample.Session();

    public static TheoryData<string> Nouns => SectionCase.Nouns;

    [Theory]
    [MemberData(nameof(Nouns))]
    public void Rule_4_Each_record_is_behind_one_row_and_one_item_of_the_timeline_whatever_its_codes(
        string noun
    )
    {
        var section = SectionCase.Find(noun);
        for (var chart = 0; chart < 200; chart++)
        {
            var received = GeneratedChart.Of(chart, chart);
            var valid = Valid(received);
            Assert.Equal(Ids(received), section.Rows(received).SelectMany(row => row).Order());

            var lane = section.Lane(received, source: null);
            Assert.Equal((valid.Count, valid.Count), (lane.Records, lane.Shown));
            Assert.Equal(received.Count - valid.Count, lane.Withdrawn);
            Assert.Equal(valid.Count, lane.Sources.Values.Sum());
            foreach (var (source, count) in lane.Sources)
                Assert.Equal(count, section.Lane(received, source).Shown);
        }
    }

    [Theory]
    [MemberData(nameof(Nouns))]
    public void Rule_4_Records_of_a_row_are_one_thing_by_a_standard_code_or_by_the_same_words(
        string noun
    )
    {
        var section = SectionCase.Find(noun);
        for (var chart = 0; chart < 50; chart++)
        {
            var received = GeneratedChart.Of(chart, 120).ToDictionary(seed => seed.Id);
            foreach (var row in section.Rows(received.Values).Where(row => row.Count > 1))
            foreach (var one in row)
                // A classification's code may be what joins two that a finer code tells nothing of.
                Assert.True(
                    row.Any(other => other != one && Alike(received[one], received[other])),
                    $"Chart {chart}: {received[one]} shares nothing with its row."
                );
        }
    }

    [Theory]
    [MemberData(nameof(Nouns))]
    public void Rule_4_Source_visit_text_order_and_page_together_lose_and_double_nothing(
        string noun
    )
    {
        var section = SectionCase.Find(noun);
        section.Prepare(this);
        var pages = 0;
        for (var chart = 0; chart < 2; chart++)
        {
            var random = new Random(chart);
            var received = GeneratedChart.Of(1_000 + chart, 190 + random.Next(120));
            var valid = Valid(received);
            Assert.True(valid.Count > 101);
            section.End(this, section.Receive(this, _session, _session.OpenedAt, received), null);
            for (var trial = 0; trial < 6; trial++)
                pages = Math.Max(pages, Combined(section, random, valid));
            Services.GetRequiredService<IDispatcher>().Dispatch(new ShowAllVisits());
            var view = section.View(this, _session);
            Withdrawn(view, received.Count - valid.Count);
            Assert.Equal(valid.Count, Pages(view).Sum(row => row.Behind));
        }
        Assert.True(pages > 1, "No trial had a second page.");
    }

    /// <summary>One way of looking at a chart: what is chosen at random is what a reader may choose.</summary>
    private int Combined(SectionCase section, Random random, IReadOnlyList<RecordSeed> valid)
    {
        var dispatcher = Services.GetRequiredService<IDispatcher>();
        var visit =
            section.Noun != "encounters" && random.Next(3) == 0
                ? GeneratedChart.Visits[random.Next(GeneratedChart.Visits.Count)]
                : null;
        dispatcher.Dispatch(
            visit is null ? new ShowAllVisits() : new NarrowToVisit(new Visit(visit, [visit]))
        );
        var view = section.View(this, _session);
        var kept = valid.Where(seed => visit is null || seed.Encounter == visit).ToList();
        if (visit is not null)
            Assert.StartsWith(
                $"showing {kept.Count} of {valid.Count}",
                view.Find("[data-visit-filter] [role=status]").TextContent,
                StringComparison.Ordinal
            );

        // Its label is its count: all sources, then each of them.
        var labels = view.FindAll(".view .choices button b").Select(Counted).ToList();
        Assert.Equal(kept.Count, labels[0]);
        Assert.Equal(kept.Count, labels.Skip(1).Sum());
        var source = random.Next(labels.Count);
        view.FindAll(".view .choices button")[source].Click();
        var name = view.FindAll(".view .choices button")[source].FirstChild!.TextContent.Trim();
        var chosen = kept.Where(seed => source == 0 || Name(seed) == name).ToList();
        Assert.Equal(labels[source], chosen.Count);
        Assert.StartsWith(
            chosen.Count == kept.Count
                ? $"{kept.Count} record"
                : $"showing {chosen.Count} of {kept.Count} record",
            view.Find(".view [role=status]").TextContent,
            StringComparison.Ordinal
        );

        var columns = view.FindAll("button.sort").Count;
        var column = random.Next(columns);
        for (var click = random.Next(3); click > 0; click--)
            view.FindAll("button.sort")[column].Click();
        var apart = random.Next(2) == 0 && view.FindAll(".view input[type=checkbox]").Count > 0;
        if (apart)
            view.Find(".view input[type=checkbox]").Change(true);
        var rows = Pages(view);
        Assert.Equal(chosen.Count, rows.Sum(row => row.Behind));
        Assert.Equal(rows.Count, rows.Select(row => row.Id).Distinct().Count());
        if (apart)
            Assert.Equal(Ids(chosen), rows.Select(row => row.Id).Order());

        var text = $"words {random.Next(6)}";
        if (view.FindAll("input[type=search]").Count > 0)
        {
            view.Find("input[type=search]").Input(text);
            var found = Pages(view);
            var say = Regex
                .Match(view.Markup, @"showing ([\d,]+) of ([\d,]+)</span>")
                .Groups.Values.Skip(1)
                .Select(figure =>
                    int.Parse(
                        figure.Value,
                        NumberStyles.AllowThousands,
                        CultureInfo.InvariantCulture
                    )
                )
                .ToList();
            var matching = chosen
                .Where(seed => seed.Words.Contains(text, StringComparison.OrdinalIgnoreCase))
                .ToList();
            Assert.Equal([found.Sum(row => row.Behind), chosen.Count], say);
            // A row is found by any of its records, and then shows all of them.
            Assert.True(say[0] >= matching.Count);
            Assert.Empty(found.Except(rows));
            if (apart)
                Assert.Equal(Ids(matching), found.Select(row => row.Id).Order());
        }
        return (rows.Count + 49) / 50;
    }

    private static void Withdrawn(IRenderedComponent<IComponent> view, int withdrawn)
    {
        Assert.Equal(withdrawn, Counted(view.Find(".withdrawn button b")));
        view.Find(".withdrawn button").Click();
        Assert.Equal(withdrawn, Pages(view).Sum(row => row.Behind));
        view.Find(".withdrawn button").Click();
    }

    /// <summary>The rows of all pages, from the first on.</summary>
    private static List<(string Id, int Behind)> Pages(IRenderedComponent<IComponent> view)
    {
        var rows = new List<(string, int)>();
        while (true)
        {
            rows.AddRange(
                Row()
                    .Matches(view.Markup)
                    .Select(row =>
                        (
                            row.Groups[1].Value,
                            int.Parse(row.Groups[2].Value, CultureInfo.InvariantCulture)
                        )
                    )
            );
            if (
                view.FindAll("nav button").FirstOrDefault(button => button.TextContent == "Next")
                is not { } next
            )
                return rows;
            if (next.HasAttribute("disabled"))
                break;
            next.Click();
        }
        view.FindAll("nav button").First(button => button.TextContent == "First").Click();
        return rows;
    }

    private static bool Alike(RecordSeed one, RecordSeed other) =>
        Standard(one).Intersect(Standard(other)).Any()
        || (!Standard(one).Any() && !Standard(other).Any() && Folded(one) == Folded(other));

    private static IEnumerable<(string, string?)> Standard(RecordSeed seed) =>
        seed.Codings!.Where(coding => coding.System is not (null or "urn:local"))
            .Select(coding => (coding.System!, coding.Code));

    private static string Folded(RecordSeed seed) =>
        seed.Words.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();

    private static string Name(RecordSeed seed) =>
        seed.Source.ToUpperInvariant() switch
        {
            "EAST" => "Eastside",
            "CLAIMS" => "Claims",
            _ => "St. Brigid",
        };

    private static List<RecordSeed> Valid(IReadOnlyList<RecordSeed> received) =>
        [.. received.Where(seed => seed.Status != "entered-in-error")];

    private static IEnumerable<string> Ids(IEnumerable<RecordSeed> seeds) =>
        seeds.Select(seed => seed.Id).Order();

    private static int Counted(IElement element) =>
        int.Parse(
            Digits().Match(element.TextContent).Value,
            NumberStyles.AllowThousands,
            CultureInfo.InvariantCulture
        );

    [GeneratedRegex(@"<tr data-record=""([^""]+)"" data-contributors=""(\d+)""")]
    private static partial Regex Row();

    [GeneratedRegex(@"[\d,]+")]
    private static partial Regex Digits();
}
