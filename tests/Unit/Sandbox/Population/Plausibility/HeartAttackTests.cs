using System.Globalization;

namespace HeiChartViewer.Tests.Unit.Sandbox.Population.Plausibility;

/// <summary>A heart attack: how it is found, and what is left of it.</summary>
[Collection(OnePopulation.Name)]
public sealed class HeartAttackTests(PopulationSnapshot population)
{
    private const string TroponinT = "67151-1";

    [Fact]
    public async Task A_heart_attack_shows_in_code_troponin_cardiogram_and_discharge_letter()
    {
        var patients = population
            .Patients.Where(patient =>
                patient["conditions"]
                    .Any(record => record.Code(PatientSnapshot.Snomed) == "22298006")
            )
            .ToList();
        Assert.True(patients.Count >= 3, $"{patients.Count} patients");
        Assert.All(patients, patient => Assert.Equal("Heart failure", patient.Title));
        foreach (var patient in patients)
        {
            var acute = patient["conditions"]
                .First(record =>
                    record.Code(PatientSnapshot.Snomed) == "22298006"
                    && record.Member("encounter") is not null
                );
            var stay = acute.Member("encounter", "id")!.Value.GetString();
            var troponin = patient["observations"]
                .Where(record =>
                    record.Member("encounter")?.Text("id") == stay
                    && record
                        .GetProperty("code")
                        .GetRawText()
                        .Contains("Troponin", StringComparison.Ordinal)
                )
                .OrderBy(record => PatientSnapshot.Instant(record.Text("effectiveOn")!))
                .Select(record =>
                    double.Parse(record.QuantityText()!, CultureInfo.InvariantCulture)
                )
                .ToList();
            Assert.True(troponin.Count >= 3, patient.Name);
            Assert.True(troponin.Max() > 52 && troponin.Max() > 2 * troponin[0], patient.Name);
            Assert.Contains(
                patient["procedures"],
                record =>
                    record.Member("encounter")?.Text("id") == stay
                    && record.Code(PatientSnapshot.Snomed) == "29303009"
            );
            var letter = patient["document-references"]
                .Single(record =>
                    record.Member("encounter")?.Text("id") == stay
                    && record.GetProperty("type").Text("text") == "Discharge summary"
                );
            Assert.Contains(
                "Myocardial infarction",
                await population.WordsAsync(patient, letter),
                StringComparison.Ordinal
            );
            // Four weeks later it is an old one, which stays.
            Assert.NotNull(acute.Text("resolvedOn"));
            Assert.Contains(
                patient["conditions"],
                record =>
                    record.GetProperty("code").Text("text") == "Old myocardial infarction"
                    && record.StatusCode() == "active"
            );
        }
        Assert.Contains(
            patients,
            patient =>
                patient["conditions"].Any(record => record.Code(PatientSnapshot.Icd10) == "I21.4")
        );
        Assert.Contains(
            patients,
            patient =>
                patient["conditions"].Any(record => record.Code(PatientSnapshot.Icd10) == "I25.2")
        );
    }
}
