using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using HeiChartViewer.Tests.E2E.Fixtures;
using HeiChartViewer.Tests.E2E.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HeiChartViewer.Tests.E2E.Specs;

/// <summary>
/// What the chart shows is what the tenant sent, record by record and value by value. The tenant's JSON is read here
/// by a few lines of the test's own, so that viewer and test cannot share a mistake.
/// </summary>
[Collection(ViewerCollection.Name)]
public sealed partial class ValuesSpec(Viewer viewer)
{
    private const int Patients = 20;

    private static readonly Dictionary<string, string> PartitionNames = new()
    {
        ["877307a0-b5f5-4a01-9d4b-9fead6bcf788"] = "St. Brigid Millennium",
    };

    [Fact]
    public async Task Rule_4_and_5_Twenty_charts_show_every_record_with_its_name_date_status_and_source()
    {
        var patients = (await viewer.Sandbox.PatientsAsync())
            .Where(patient =>
                patient is { PatientId: not null, Name: not ("ten-thousand" or "hundred-thousand") }
            )
            .DistinctBy(patient => patient.PatientId)
            .Take(Patients)
            .ToList();
        Assert.Equal(Patients, patients.Count);
        foreach (var partition in await viewer.Sandbox.DataPartitionsAsync())
            PartitionNames[partition["id"]!.GetValue<string>()] = partition[
                "name"
            ]!.GetValue<string>();
        var page = await viewer.PageAsync();
        var compared = 0;
        foreach (var patient in patients)
        {
            var chart = await ChartPage.LaunchAsync(page, viewer, patient);
            if (await chart.Message.CountAsync() > 0)
                continue;
            await chart.WaitUntilLoadedAsync();
            foreach (var (slug, api, path) in ChartPage.Sections)
            {
                var sent = await viewer.Sandbox.RecordsAsync(api, path, patient.PatientId!);
                await chart.GoToAsync(slug);
                var valid = sent.Where(record => !IsWithdrawn(record)).ToList();
                if (valid.Count > 0)
                    await Expect(chart.Rows(slug).First).ToBeVisibleAsync();
                // Where there is nothing to choose there is one page, and a row for each.
                if (valid.Count is > 0 and <= 50)
                    Assert.Equal(valid.Count, await ContributorsAsync(chart, slug));
                await chart.PartAsync(slug);
                var shown = await RowsAsync(page, chart, slug);
                Assert.Equal(
                    valid.Select(record => Text(record, "id")).Order(StringComparer.Ordinal),
                    shown.Keys.Order(StringComparer.Ordinal)
                );
                if (valid.Count < sent.Count)
                    await Expect(chart.Section(slug))
                        .ToContainTextAsync($"Withdrawn {sent.Count - valid.Count}");
                foreach (var record in valid)
                    Compare(patient, slug, record, shown[Text(record, "id")!]);
                compared += valid.Count;
            }
            await CompareDemographicsAsync(page, chart, patient);
        }
        Assert.True(compared > 1_000, $"Only {compared} records were compared.");
        await page.Context.CloseAsync();
    }

    private static void Compare(
        SandboxPatient patient,
        string slug,
        JsonNode record,
        string[] cells
    )
    {
        var where = $"{patient.Name}, {slug}, {Text(record, "id")}: {string.Join(" | ", cells)}";
        void Is(string expected, string cell) =>
            Assert.True(Folded(expected) == Folded(cell), $"Not '{expected}' in {where}");
        void Has(string? text) =>
            Assert.True(
                text is null
                    || cells[2..^2]
                        .Any(cell => Folded(cell).Contains(Folded(text), StringComparison.Ordinal)),
                $"'{text}' is missing in {where}"
            );

        Is(
            When(slug, record) is var (says, date) ? $"{says}{Date(date)}" : "not recorded",
            Zone().Replace(cells[0], "")
        );
        Is($"{Display(Subject(slug, record)) ?? "Not named by the source"}, details", cells[1]);
        Is(Display(record["status"]) ?? "not recorded", cells[^2]);
        Is(PartitionNames[Text(record["sourceIdentifier"]!, "dataPartitionId")!], cells[^1]);
        if (slug == "results")
            Has(Value(record["value"]));
        if (slug == "medications" && record["dose"] is { } dose)
            Has(Quantity(dose));
    }

    private async Task CompareDemographicsAsync(IPage page, ChartPage chart, SandboxPatient patient)
    {
        var sent = await viewer.Sandbox.RecordsAsync("patient", "demographics", patient.PatientId!);
        await chart.GoToAsync("demographics");
        await chart.Locator("[data-records=demographics]").WaitForAsync();
        var columns = await page.EvalOnSelectorAllAsync<string[]>(
            "[data-records=demographics] thead th[data-source]",
            "cells => cells.map(cell => cell.dataset.source)"
        );
        Assert.Equal(
            sent.Select(record => Text(record["sourceIdentifier"]!, "id"))
                .Order(StringComparer.Ordinal),
            columns.Order(StringComparer.Ordinal)
        );
        foreach (var record in sent)
        {
            var column = Array.IndexOf(columns, Text(record["sourceIdentifier"]!, "id")) + 2;
            async Task<string> Cell(string field) =>
                Folded(
                    await page.Locator($"tr[data-field='{field}'] > :nth-child({column})")
                        .InnerTextAsync()
                );

            if (Text(record, "birthDate") is { } born)
                Assert.Contains(
                    Date(born),
                    await Cell("Birth date"),
                    StringComparison.OrdinalIgnoreCase
                );
            foreach (var name in record["names"]?.AsArray() ?? [])
            foreach (
                var part in new[] { "givenNames", "familyNames" }.SelectMany(key =>
                    name![key]?.AsArray() ?? []
                )
            )
                Assert.Contains(
                    Folded(part!.GetValue<string>()),
                    await Cell("Name"),
                    StringComparison.OrdinalIgnoreCase
                );
            if (record["birthSex"] is JsonValue sex)
                Assert.Contains(
                    sex.GetValue<string>(),
                    await Cell("Sex at birth"),
                    StringComparison.OrdinalIgnoreCase
                );
        }
    }

    /// <summary>How many records the rows stand for, as the section says it.</summary>
    private static async Task<int> ContributorsAsync(ChartPage chart, string slug)
    {
        var sum = chart.Section(slug).Locator(".view [role=status]");
        if (await sum.CountAsync() == 0)
            return await chart.Rows(slug).CountAsync();
        return int.Parse(
            (await sum.First.InnerTextAsync()).Split(' ')[0],
            NumberStyles.AllowThousands,
            CultureInfo.InvariantCulture
        );
    }

    /// <summary>The cells of every row, over all pages of the table, by record id.</summary>
    private static async Task<Dictionary<string, string[]>> RowsAsync(
        IPage page,
        ChartPage chart,
        string slug
    )
    {
        var rows = new Dictionary<string, string[]>();
        var table = chart.Section(slug).Locator("table").First;
        if (await chart.Section(slug).Locator(":scope > .scroll, :scope table").CountAsync() == 0)
            return rows;
        while (true)
        {
            var json = await table.EvaluateAsync<string>(
                "table => JSON.stringify([...table.querySelectorAll(`tr[data-record]`)].map(row => ({ id: row.dataset.record, cells: [...row.cells].map(cell => cell.textContent) })))"
            );
            var read = JsonSerializer.Deserialize<Row[]>(json, JsonSerializerOptions.Web)!;
            foreach (var row in read)
                rows.Add(row.Id, row.Cells);
            var next = chart
                .Section(slug)
                .GetByRole(AriaRole.Button, new() { Name = "Next", Exact = true });
            if (await next.CountAsync() == 0 || await next.IsDisabledAsync())
                return rows;
            await next.ClickAsync();
            await page.WaitForFunctionAsync(
                "([noun, id]) => document.querySelector(`section[data-section='${noun}'] tr[data-record]`).dataset.record !== id",
                new[] { slug, read[0].Id }
            );
        }
    }

    private static bool IsWithdrawn(JsonNode record) =>
        new[] { "status", "verificationStatus" }.Any(key =>
            Codes(record[key])
                .Any(code =>
                    code.Replace(' ', '-')
                        .Equals("entered-in-error", StringComparison.OrdinalIgnoreCase)
                )
        );

    private static IEnumerable<string> Codes(JsonNode? concept)
    {
        if (concept is null)
            yield break;
        if (Text(concept, "text") is { } text)
            yield return text;
        foreach (var list in new[] { "codings", "sourceCodings" })
        foreach (var coding in concept[list]?.AsArray() ?? [])
            if (Text(coding!, "code") is { } code)
                yield return code;
    }

    private static JsonNode? Subject(string slug, JsonNode record) =>
        slug switch
        {
            "encounters" => record["type"] ?? record["classification"],
            "documents" => record["type"] ?? record["category"],
            _ => record["code"],
        };

    /// <summary>The date of a record, with what it says where it is not what the heading of the column says.</summary>
    private static (string Says, string Date)? When(string slug, JsonNode record) =>
        (
            slug switch
            {
                "allergies" => new[] { ("", "assertedOn"), ("since ", "onset") },
                "conditions" =>
                [
                    ("", "onset"),
                    ("dated ", "effectiveDate"),
                    ("recorded ", "assertedOn"),
                ],
                "medications" => [("", "start"), ("prescribed ", "prescribedOn")],
                "results" => [("", "effectiveOn")],
                "encounters" => [("", "start")],
                "immunizations" => [("", "occurredOn")],
                "procedures" => [("", "start"), ("", "end")],
                _ => [("", "createdOn")],
            }
        )
            .Select(one => (one.Item1, Text(record, one.Item2)))
            .Where(one => one.Item2 is not null)
            .Select(one => ((string, string)?)(one.Item1, one.Item2!))
            .FirstOrDefault();

    private static string? Display(JsonNode? concept)
    {
        if (concept is null)
            return null;
        if (Text(concept, "text") is { Length: > 0 } text)
            return text;
        return new[] { "codings", "sourceCodings" }
            .SelectMany(list => concept[list]?.AsArray() ?? [])
            .Select(coding => Text(coding!, "display"))
            .FirstOrDefault(display => !string.IsNullOrEmpty(display));
    }

    private static string? Value(JsonNode? value) =>
        value is null ? null
        : value["quantity"] is { } quantity ? Quantity(quantity)
        : value["codeableConcept"] is { } concept ? Display(concept)
        : Text(value, "text");

    private static string Quantity(JsonNode quantity)
    {
        var number =
            Text(quantity, "comparator")
            + (quantity["value"] is JsonValue value ? value.ToString() : "");
        return Display(quantity["unit"]) is { } unit ? $"{number} {unit}" : number;
    }

    /// <summary>The date as it is written in the JSON, its month in words: nothing here knows a time zone.</summary>
    private static string Date(string recorded)
    {
        var parts = recorded.Split('T')[0].Split('-');
        if (parts.Length == 1)
            return parts[0];
        var month = CultureInfo.InvariantCulture.DateTimeFormat.GetAbbreviatedMonthName(
            int.Parse(parts[1], CultureInfo.InvariantCulture)
        );
        var day = parts.Length == 2 ? $"{month}-{parts[0]}" : $"{parts[2]}-{month}-{parts[0]}";
        return recorded.Contains('T', StringComparison.Ordinal)
            ? $"{day} {recorded.Split('T')[1][..5]}"
            : day;
    }

    private static string? Text(JsonNode node, string key) =>
        node[key] is JsonValue value ? value.ToString() : null;

    private static string Folded(string text) => Spaces().Replace(text, " ").Trim();

    /// <summary>The zone that stands behind a time.</summary>
    [GeneratedRegex(@" (UTC\S*|\(zone not recorded\))$")]
    private static partial Regex Zone();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    private sealed record Row(string Id, string[] Cells);
}
