using System.Globalization;
using System.Text.Json;
using HeiChartViewer.Sandbox.Population;

namespace HeiChartViewer.Tests.Unit.Sandbox.Population.Cases;

/// <summary>Records that are many, none, wrong, wordy, hostile or in parts.</summary>
public sealed class RecordCasesTests(SandboxHost host) : IClassFixture<SandboxHost>
{
    [Fact]
    public async Task Ten_thousand_are_exactly_that_many() =>
        Assert.Equal(
            10_000,
            (await ReadAsync("ten-thousand", "observations"))
                .Select(record => record.Text("id"))
                .Distinct()
                .Count()
        );

    [Fact]
    public void A_hundred_thousand_are_exactly_that_many() =>
        Assert.Equal(
            100_000,
            Census
                .Take(1, 0, RecordDates.Today)
                .People.Single(person => person.Key == "hundred-thousand")
                .Chart.Observations.All.Count
        );

    [Fact]
    public async Task Empty_has_demographics_and_nothing_else()
    {
        foreach (var (_, plural) in SandboxHost.Lists)
            Assert.Equal(
                plural == "demographics" ? 1 : 0,
                (await ReadAsync("empty", plural)).Count
            );
    }

    [Fact]
    public async Task No_known_allergies_is_a_record()
    {
        var record = Assert.Single(await ReadAsync("no-known-allergies", "allergies"));
        Assert.Equal("716186003", record.Code(PatientSnapshot.Snomed));
    }

    [Fact]
    public async Task Every_section_has_one_record_taken_back_and_one_unknown_status()
    {
        foreach (var (_, plural) in SandboxHost.Lists.Where(list => list.Plural != "demographics"))
        {
            var statuses = (await ReadAsync("entered-in-error", plural))
                .Select(WireExtensions.StatusCode)
                .ToArray();
            Assert.Equal(1, statuses.Count(status => status == "entered-in-error"));
            Assert.Equal(1, statuses.Count(status => status == "Zz-unmapped"));
        }
    }

    [Fact]
    public async Task Mixed_units_come_in_pairs()
    {
        var units = (await ReadAsync("mixed-units", "observations"))
            .Select(record => record.Member("value", "quantity", "unit")?.Text("text"))
            .ToHashSet();
        Assert.Superset(
            new HashSet<string?>
            {
                "mg/dL",
                "mmol/L",
                "µmol/L",
                "%",
                "mmol/mol",
                "kg",
                "lb",
                "°C",
                "°F",
            },
            units
        );
    }

    [Fact]
    public async Task Text_only_records_have_no_code()
    {
        foreach (
            var (_, plural) in SandboxHost.Lists.Where(list =>
                list.Plural is not ("demographics" or "encounters")
            )
        )
        {
            var records = await ReadAsync("text-only", plural);
            Assert.NotEmpty(records);
            var member = plural == "document-references" ? "type" : "code";
            Assert.All(
                records,
                record =>
                {
                    Assert.False(record.GetProperty(member).TryGetProperty("codings", out _));
                    Assert.False(record.GetProperty(member).TryGetProperty("sourceCodings", out _));
                    Assert.NotEmpty(record.GetProperty(member).Text("text")!);
                }
            );
        }
        Assert.Contains(
            await ReadAsync("text-only", "observations"),
            record => record.GetProperty("value").Text("type") == "TEXT"
        );
    }

    /// <summary>What is no text: ids, codes and the systems they are of, dates, and the numbers of quantities.</summary>
    private static readonly HashSet<string> NoText =
    [
        .. "id dataPartitionId system code contextId alias use type contentType brandType birthSex".Split(
            ' '
        ),
        .. "assertedOn onset resolvedOn date start end prescribedOn occurredOn effectiveOn createdOn dispensedOn birthDate deathDate recordedOn".Split(
            ' '
        ),
    ];

    [Fact]
    public async Task Hostile_text_stands_in_every_text_field()
    {
        var harmless = new SortedSet<string>(StringComparer.Ordinal);
        var paths = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var (_, plural) in SandboxHost.Lists)
        foreach (var record in await ReadAsync("hostile-text", plural))
            Walk(record, plural, "");

        Assert.Empty(harmless);
        // Each kind of text that a screen shows was there.
        Assert.Superset(
            new HashSet<string>
            {
                "allergies.type.text",
                "allergies.category.text",
                "allergies.status.text",
                "allergies.reactions.severity.text",
                "conditions.verificationStatus.text",
                "medications.prescriber.provider.name.family",
                "medications.dose.unit.text",
                "observations.value.quantity.unit.text",
                "observations.value.quantity.value",
                "observations.interpretation.text",
                "observations.referenceRanges.text",
                "document-references.category.text",
                "encounters.dischargeDisposition.text",
                "demographics.addresses.city",
                "demographics.addresses.state",
                "demographics.telecoms.value",
                "demographics.languages.text",
                "demographics.maritalStatus",
            },
            paths
        );

        void Walk(JsonElement element, string path, string name)
        {
            switch (element.ValueKind)
            {
                case JsonValueKind.Object:
                    foreach (var member in element.EnumerateObject())
                        Walk(member.Value, $"{path}.{member.Name}", member.Name);
                    break;
                case JsonValueKind.Array:
                    foreach (var item in element.EnumerateArray())
                        Walk(item, path, name);
                    break;
                case JsonValueKind.String:
                    var text = element.GetString()!;
                    var isHostile =
                        text.Contains("<script>", StringComparison.Ordinal)
                        && text.Contains('\u202E', StringComparison.Ordinal);
                    if (isHostile)
                        paths.Add(path);
                    // An identifier, and a quantity, which is one of many and a number in all but one.
                    else if (
                        !NoText.Contains(name)
                        && !path.EndsWith("aliases.value", StringComparison.Ordinal)
                        && !(
                            name == "value"
                            && double.TryParse(
                                text.TrimStart('<'),
                                NumberStyles.Float,
                                CultureInfo.InvariantCulture,
                                out _
                            )
                        )
                    )
                        harmless.Add($"{path}: {text}");
                    break;
            }
        }
    }

    [Fact]
    public async Task One_pressure_is_one_observation_whose_parts_have_values_flags_and_ranges_of_their_own()
    {
        const string panel = "85354-9";
        var pressures = (await ReadAsync("panels", "observations"))
            .Where(record => record.Code(PatientSnapshot.Loinc) == panel)
            .ToList();
        Assert.True(pressures.Count >= 4, $"{pressures.Count}");
        Assert.Contains(pressures, record => record.TryGetProperty("value", out _));
        // Some sources say everything in the parts.
        Assert.Contains(pressures, record => !record.TryGetProperty("value", out _));
        foreach (var record in pressures)
        {
            var parts = record.GetProperty("components").EnumerateArray().ToList();
            Assert.Equal(
                ["8480-6", "8462-4"],
                parts.Select(part => part.Code(PatientSnapshot.Loinc))
            );
            foreach (var part in parts)
            {
                var value = double.Parse(part.QuantityText()!, CultureInfo.InvariantCulture);
                var high = double.Parse(
                    part.GetProperty("referenceRanges")[0].Member("high")!.Value.Text("value")!,
                    CultureInfo.InvariantCulture
                );
                Assert.Equal(
                    value > high,
                    part.Code("2.16.840.1.113883.5.83", "interpretation")?.StartsWith('H') == true
                );
            }
        }
        // One part is high where the other is not.
        Assert.Contains(
            pressures,
            record =>
                record
                    .GetProperty("components")
                    .EnumerateArray()
                    .Select(part => part.Code("2.16.840.1.113883.5.83", "interpretation"))
                    .Distinct()
                    .Count() == 2
        );
    }

    private async Task<List<JsonElement>> ReadAsync(string name, string plural) =>
        await host.AllAsync(
            await host.PatientIdAsync(name),
            SandboxHost.Lists.Single(list => list.Plural == plural).Api,
            plural
        );
}
