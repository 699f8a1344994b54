using System.Text.Json;

namespace HeiChartViewer.Tests.Unit.Sandbox.Population.Plausibility;

/// <summary>Breast cancer, from the mammogram on.</summary>
[Collection(OnePopulation.Name)]
public sealed class BreastCancerTests(PopulationSnapshot population)
{
    private const string Leukocytes = "6690-2";

    private List<PatientSnapshot> Patients =>
        [.. population.Patients.Where(patient => patient.Title == "Breast cancer")];

    [Fact]
    public void It_is_seen_proven_cut_out_treated_and_kept_away_in_this_order()
    {
        string[] order = ["71651007", "122548005", "392021009", "367336001", "33195004"];
        Assert.True(Patients.Count >= 3, $"{Patients.Count}");
        foreach (var patient in Patients)
        {
            var steps = order
                .Select(code => First(patient["procedures"], "start", PatientSnapshot.Snomed, code))
                .Append(First(patient["medications"], "start", PatientSnapshot.RxNorm, "199224"))
                .OfType<DateTimeOffset>()
                .ToList();
            Assert.True(steps.Count >= 3, patient.Name);
            Assert.Equal(steps.Order(), steps);
        }

        static DateTimeOffset? First(
            List<JsonElement> records,
            string member,
            string system,
            string code
        ) =>
            records
                .Where(record =>
                    record.Code(system) == code && record.Member("encounter") is not null
                )
                .Select(record => (DateTimeOffset?)PatientSnapshot.Instant(record.Text(member)!))
                .Min();
    }

    [Fact]
    public async Task The_side_is_the_same_in_modifiers_codes_and_every_report()
    {
        foreach (var patient in Patients)
        {
            var sides = patient["procedures"]
                .Where(record => record.Member("modifiers") is not null)
                .Select(record => record.GetProperty("modifiers")[0].Text("text")!)
                .Distinct();
            var side = Assert.Single(sides);
            Assert.All(
                patient["conditions"]
                    .Select(record => record.Code(PatientSnapshot.Icd10))
                    .Where(code => code?.StartsWith("C50", StringComparison.Ordinal) == true),
                code => Assert.Equal(side == "Left" ? "C50.912" : "C50.911", code)
            );
            var reports = 0;
            foreach (
                var report in patient["document-references"]
                    .Where(record =>
                        record.Text("description")
                            is "Mammogram"
                                or "Biopsy of breast"
                                or "Lumpectomy"
                    )
            )
            {
                reports++;
                var words = await population.WordsAsync(patient, report);
                Assert.Contains(
                    $"{side.ToLowerInvariant()} breast",
                    words,
                    StringComparison.Ordinal
                );
                Assert.DoesNotContain(
                    side == "Left" ? "right breast" : "left breast",
                    words,
                    StringComparison.Ordinal
                );
            }
            Assert.Equal(3, reports);
        }
    }

    [Fact]
    public void Leukocytes_dip_between_the_cycles_of_chemotherapy_and_come_back()
    {
        var (treated, dipped, recovered) = (0, 0, 0);
        foreach (var patient in Patients)
        {
            var cycles = patient["procedures"]
                .Where(record =>
                    record.Code(PatientSnapshot.Snomed) == "367336001"
                    && record.Member("encounter") is not null
                )
                .Select(record => PatientSnapshot.Instant(record.Text("end")!))
                .Order()
                .ToList();
            if (cycles.Count == 0)
                continue;
            treated++;
            var values = patient.Values(Leukocytes);
            var before = values.Last(value => value.On <= cycles[0]).Value;
            dipped += cycles.Any(cycle =>
                values.Any(value =>
                    value.On > cycle.AddDays(5)
                    && value.On < cycle.AddDays(16)
                    && value.Value < 0.7 * before
                )
            )
                ? 1
                : 0;
            var after = values.Where(value => value.On > cycles[^1].AddDays(40)).ToList();
            recovered +=
                after.Count == 0 || after.Average(value => value.Value) > 0.8 * before ? 1 : 0;
        }
        Assert.True(treated >= 2, $"{treated}");
        Assert.Equal((treated, treated), (dipped, recovered));
    }
}
