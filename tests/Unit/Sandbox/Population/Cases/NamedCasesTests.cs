using System.Globalization;
using System.Text.Json;

namespace HeiChartViewer.Tests.Unit.Sandbox.Population.Cases;

public sealed class NamedCasesTests(SandboxHost host) : IClassFixture<SandboxHost>
{
    [Fact]
    public async Task Every_promised_case_is_in_the_catalogue()
    {
        var names = (await host.GetAsync("/sandbox/catalogue"))
            .EnumerateArray()
            .Select(entry => entry.Text("name")!)
            .ToHashSet();
        string[] promised =
        [
            "analisa",
            "ten-thousand",
            "empty",
            "no-known-allergies",
            "deceased",
            "single-name",
            "similar-name-1",
            "similar-name-2",
            "two-matches",
            "no-match",
            "entered-in-error",
            "infant",
            "long-name",
            "arabic-name",
            "chinese-name",
            "hostile-text",
            "disagreeing-identity",
            "mixed-units",
            "text-only",
        ];
        Assert.Empty(promised.Except(names));
    }

    [Fact]
    public async Task Analisa_has_the_critical_potassium_and_the_conflicting_dose()
    {
        var observations = await ReadAsync("analisa", "observations");
        var potassium = observations
            .Where(record =>
                record.Code(PatientSnapshot.Loinc) == "2823-3"
                || record.GetProperty("code").Text("text") == "Potassium"
            )
            .First();
        Assert.Equal("6.2", potassium.QuantityText());
        Assert.Equal("HH", potassium.Code("2.16.840.1.113883.5.83", "interpretation"));
        Assert.Contains(
            observations,
            record =>
                record
                    .GetProperty("value")
                    .GetRawText()
                    .Contains("mmol/mol", StringComparison.Ordinal)
        );
        Assert.Contains(observations, record => record.QuantityText() == "<6");

        var doses = (await ReadAsync("analisa", "medications"))
            .Where(record =>
                record
                    .GetProperty("code")
                    .Text("text")!
                    .StartsWith("Metformin", StringComparison.Ordinal)
            )
            .Select(record => record.Member("dose")?.Text("value"))
            .OfType<string>();
        Assert.Equal(["1000", "500"], doses.Distinct().Order());

        var allergies = await ReadAsync("analisa", "allergies");
        Assert.Equal(
            ["Latex", "Penicillin V", "Shellfish"],
            allergies.Select(record => record.GetProperty("code").Text("text")!).Distinct().Order()
        );
        Assert.Contains(
            allergies,
            record =>
                record.Member("criticality")?.Text("text") == "High"
                && record.GetProperty("reactions")[0].GetProperty("reaction").Text("text")
                    == "Anaphylaxis"
        );
    }

    [Theory]
    [InlineData("text/plain", 4)]
    [InlineData("application/pdf", 2)]
    [InlineData("text/html", 2)]
    [InlineData("application/xml", 1)]
    [InlineData("image/png", 1)]
    [InlineData("application/dicom", 1)]
    public async Task Documents_come_in_every_form(string contentType, int atLeast) =>
        Assert.InRange(
            (await ReadAsync("documents", "document-references")).Count(record =>
                record.GetProperty("contents")[0].Text("contentType") == contentType
            ),
            atLeast,
            100
        );

    [Fact]
    public async Task Vague_dates_say_a_year_a_month_a_day_or_nothing() =>
        Assert.Superset(
            new HashSet<string?> { "1969", "1998-11", "2021-02-17", null },
            (await ReadAsync("vague-dates", "conditions"))
                .Select(record => record.Text("onset"))
                .ToHashSet()
        );

    [Fact]
    public async Task The_hour_that_comes_twice_has_its_readings_in_the_order_they_were_taken()
    {
        var night = (await ReadAsync("summer-time", "observations"))
            .Select(record => (At: record.Text("effectiveOn")!, Value: record.QuantityText()))
            .Where(reading => reading.At.StartsWith("2025-11-02", StringComparison.Ordinal))
            .OrderBy(reading => PatientSnapshot.Instant(reading.At))
            .ToArray();

        Assert.Equal(9, night.Length);
        Assert.Contains(night, reading => reading.At == "2025-11-02T01:40:00-05:00");
        Assert.Contains(night, reading => reading.At == "2025-11-02T01:40:00-06:00");
        var values = night
            .Select(reading => int.Parse(reading.Value!, CultureInfo.InvariantCulture))
            .ToArray();
        Assert.Equal(values.Order(), values);
    }

    [Fact]
    public async Task Comparators_are_part_of_the_value()
    {
        var values = (await ReadAsync("comparators", "observations"))
            .Select(record => record.QuantityText())
            .ToArray();

        foreach (var value in new[] { "<0.01", ">35000", "≤6", ">=300", "~30", "3-5" })
            Assert.Contains(value, values);
    }

    [Theory]
    [InlineData("twin-1", "twin-2", false)]
    [InlineData("same-name-1", "same-name-2", true)]
    public async Task People_who_are_easily_taken_for_each_other(
        string one,
        string other,
        bool sameName
    )
    {
        var first = (await ReadAsync(one, "demographics"))[0];
        var second = (await ReadAsync(other, "demographics"))[0];

        Assert.Equal(first.Text("birthDate"), second.Text("birthDate"));
        Assert.Equal(
            sameName,
            first.GetProperty("names")[0].GetRawText()
                == second.GetProperty("names")[0].GetRawText()
        );
    }

    [Fact]
    public async Task Nothing_happened_to_a_newborn_before_the_birth()
    {
        Assert.Equal(
            "2026-11-22",
            (await ReadAsync("newborn", "demographics"))[0].Text("birthDate")
        );
        Assert.All(
            await ReadAsync("newborn", "observations"),
            record =>
                Assert.StartsWith("2026-11-2", record.Text("effectiveOn"), StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Deceased_says_when()
    {
        var record = (await ReadAsync("deceased", "demographics"))[0];
        Assert.True(record.GetProperty("deceased").GetBoolean());
        Assert.Equal("2026-03-14", record.Text("deathDate"));
    }

    [Fact]
    public async Task Single_name_has_no_family_name()
    {
        foreach (var record in await ReadAsync("single-name", "demographics"))
        {
            var name = record.GetProperty("names")[0];
            Assert.Equal(0, name.GetProperty("familyNames").GetArrayLength());
            Assert.Equal(1, name.GetProperty("givenNames").GetArrayLength());
        }
    }

    [Fact]
    public async Task Similar_names_share_family_name_and_birth_date_and_differ_in_the_given_name()
    {
        var one = (await ReadAsync("similar-name-1", "demographics"))[0];
        var two = (await ReadAsync("similar-name-2", "demographics"))[0];
        Assert.Equal(
            one.GetProperty("names")[0].GetProperty("familyNames")[0].GetString(),
            two.GetProperty("names")[0].GetProperty("familyNames")[0].GetString()
        );
        Assert.NotEqual(
            one.GetProperty("names")[0].GetProperty("givenNames")[0].GetString(),
            two.GetProperty("names")[0].GetProperty("givenNames")[0].GetString()
        );
        Assert.Equal(one.Text("birthDate"), two.Text("birthDate"));
    }

    [Theory]
    [InlineData("two-matches", 2)]
    [InlineData("no-match", 0)]
    public async Task A_muddled_or_unknown_local_id_resolves_to_that_many(string name, int count)
    {
        var entry = await host.CaseAsync(name);
        Assert.Equal(JsonValueKind.Null, entry.GetProperty("patientId").ValueKind);
        var answer = await host.GetAsync(
            $"/patient/v1/populations/{SandboxHost.Population}/patient-id-lookup?dataPartitionId={entry.Text("dataPartitionId")}&sourcePersonId={entry.Text("personId")}"
        );
        Assert.Equal(count, answer.GetProperty("items").GetArrayLength());
        Assert.Equal(count, entry.GetProperty("patientIds").GetArrayLength());
    }

    [Fact]
    public async Task The_infant_is_six_weeks_old_and_grows()
    {
        Assert.Equal(
            "2026-10-11",
            (await ReadAsync("infant", "demographics"))[0].Text("birthDate")
        );
        var observations = await ReadAsync("infant", "observations");
        Assert.Contains(observations, record => record.Code(PatientSnapshot.Loinc) == "9843-4");
        Assert.DoesNotContain(
            observations,
            record => record.TryGetProperty("referenceRanges", out _)
        );
    }

    [Fact]
    public async Task Names_are_long_or_of_another_script()
    {
        Assert.True((await NameAsync("long-name")).Length > 150);
        Assert.Contains(
            await NameAsync("arabic-name"),
            letter => letter is >= '\u0600' and <= '\u06FF'
        );
        Assert.Contains(
            await NameAsync("chinese-name"),
            letter => letter is >= '\u4E00' and <= '\u9FFF'
        );

        async Task<string> NameAsync(string name) =>
            (await ReadAsync(name, "demographics"))[0].GetProperty("names")[0].Text("formatted")!;
    }

    [Fact]
    public async Task Sources_disagree_on_birth_date_and_sex()
    {
        var records = await ReadAsync("disagreeing-identity", "demographics");
        Assert.Equal(3, records.Select(record => record.Text("birthDate")).Distinct().Count());
        Assert.Equal(2, records.Select(record => record.Text("birthSex")).Distinct().Count());
    }

    [Fact]
    public async Task A_sentinel_stands_in_every_section_of_one_chart_and_in_no_other()
    {
        var cases = (await host.GetAsync("/sandbox/catalogue"))
            .EnumerateArray()
            .Where(entry => entry.Text("sentinel") is not null)
            .ToArray();
        Assert.True(cases.Length >= 8);
        var sentinels = cases.Select(entry => entry.Text("sentinel")!).ToArray();
        Assert.Equal(sentinels.Length, sentinels.Distinct().Count());
        foreach (var entry in cases)
        foreach (var (api, plural) in SandboxHost.Lists)
        {
            var records = await host.AllAsync(entry.Text("patientId")!, api, plural);
            Assert.NotEmpty(records);
            foreach (var text in records.Select(record => record.GetRawText()))
            {
                Assert.Contains(entry.Text("sentinel")!, text, StringComparison.Ordinal);
                Assert.DoesNotContain(
                    sentinels.Except([entry.Text("sentinel")!]),
                    other => text.Contains(other, StringComparison.Ordinal)
                );
            }
        }
    }

    private async Task<List<JsonElement>> ReadAsync(string name, string plural) =>
        await host.AllAsync(
            await host.PatientIdAsync(name),
            SandboxHost.Lists.Single(list => list.Plural == plural).Api,
            plural
        );
}
