using System.Globalization;
using System.Text.RegularExpressions;
using Bunit;
using HealtheIntent.Client;
using HeiChartViewer.Web.Chart.Records;
using HeiChartViewer.Web.Chart.Results;
using HeiChartViewer.Web.Components.Results;
using static HeiChartViewer.Tests.Unit.Web.Chart.Results.ResultSample;

namespace HeiChartViewer.Tests.Unit.Web.Components.Results;

/// <summary>Every result received is in the flowsheet, and in the history of its test, over generated charts of several sources.</summary>
public sealed partial class ResultConservationTests : ResultsContext
{
    private static readonly IReadOnlyList<string> Sources = [Sample.Partition, "east", "claims"];

    [Fact]
    public void Rule_4_Each_record_is_in_a_series_and_each_point_in_one_cell()
    {
        for (var chart = 0; chart < 100; chart++)
        {
            var received = Chart(chart, chart + 60);
            var series = Series([.. received]);
            Assert.Equal(
                received.Select(one => one.Id).Order(),
                series
                    .SelectMany(one => one.Points)
                    .SelectMany(point => point.Row.Contributors)
                    .Select(one => one.Id)
                    .Distinct()
                    .Order()
            );
            // A result in parts is in as many series as it has parts, and in none twice.
            Assert.Equal(
                received.Sum(one => ResultPart.Of(one).Count),
                series.Sum(one => one.Points.Sum(point => point.Row.Contributors.Count))
            );
            var sheet = new Flowsheet(series);
            Assert.All(
                series,
                one =>
                    Assert.Equal(
                        one.Points.ToHashSet(),
                        sheet.Columns.SelectMany(column => sheet.Cell(one, column)).ToHashSet()
                    )
            );
        }
    }

    [Fact]
    public void Rule_4_The_flowsheet_shows_every_point_on_some_page_of_days()
    {
        for (var chart = 0; chart < 3; chart++)
        {
            var received = Chart(chart, 150);
            var table = Render<FlowsheetTable>(parameters =>
                parameters.Add(one => one.Records, Section.Order(received))
            );
            var shown = 0;
            while (true)
            {
                shown += Cell().Count(table.Markup);
                var older = table.FindAll("button").Single(button => button.TextContent == "Older");
                if (older.HasAttribute("disabled"))
                    break;
                older.Click();
            }
            Assert.Equal(Series([.. received]).Sum(series => series.Points.Count), shown);
        }
    }

    [Fact]
    public void Rule_4_The_history_of_a_test_has_all_of_its_records_behind_its_rows()
    {
        foreach (var series in Series([.. Chart(7, 400)]))
        {
            var view = Render<TestView>(parameters =>
                parameters.Add(one => one.Session, Session).Add(one => one.Series, [series])
            );
            var behind = 0;
            while (true)
            {
                behind += Row()
                    .Matches(view.Markup)
                    .Sum(row => int.Parse(row.Groups[1].Value, CultureInfo.InvariantCulture));
                if (
                    view.FindAll("nav button")
                        .FirstOrDefault(button => button.TextContent == "Next")
                        is not { } next
                    || next.HasAttribute("disabled")
                )
                    break;
                next.Click();
            }
            Assert.Equal(series.Points.Sum(point => point.Row.Contributors.Count), behind);
        }
    }

    private static IReadOnlyList<Observation> Chart(int seed, int count)
    {
        var random = new Random(seed);
        return
        [
            .. Enumerable
                .Range(0, count)
                .Select(i =>
                    Any(random) with
                    {
                        Id = i.ToString("000", CultureInfo.InvariantCulture),
                    }
                ),
        ];
    }

    private static Observation Any(Random random)
    {
        var source = Sources[random.Next(Sources.Count)];
        var when = random.Next(5) switch
        {
            0 => "2025",
            1 => "no date",
            2 => $"2025-03-0{random.Next(1, 9)}",
            _ => $"2025-03-02T0{random.Next(3)}:00:00Z",
        };
        return random.Next(4) switch
        {
            0 => BloodPressure(when, $"1{random.Next(3)}0", "80", source: source),
            1 => Worded(when, "haemolysed") with { SourceIdentifier = new(source, when) },
            2 => Potassium(when, $"4.{random.Next(3)}", source: source) with
            {
                Code = Sample.Text($"Local test {random.Next(3)}"),
            },
            _ => Potassium(
                when,
                $"4.{random.Next(3)}",
                random.Next(3) == 0 ? "mEq/L" : "mmol/L",
                source: source
            ),
        };
    }

    [GeneratedRegex(@"<span class=""cell result")]
    private static partial Regex Cell();

    [GeneratedRegex(@"<tr data-record=""[^""]+"" data-contributors=""(\d+)""")]
    private static partial Regex Row();
}
