using System.Globalization;

namespace HeiChartViewer.Tests.Unit.Sandbox.Population.Plausibility;

/// <summary>A fall, and what comes of it.</summary>
[Collection(OnePopulation.Name)]
public sealed class TraumaTests(PopulationSnapshot population)
{
    [Fact]
    public void A_fracture_heals_within_a_season_and_its_opioid_ends_within_weeks()
    {
        var patients = population
            .Patients.Where(patient => patient.Title.StartsWith("Trauma", StringComparison.Ordinal))
            .ToArray();
        Assert.NotEmpty(patients);
        foreach (var patient in patients)
        {
            var fracture = patient["conditions"]
                .First(record =>
                    record
                        .GetProperty("code")
                        .GetRawText()
                        .Contains("racture", StringComparison.Ordinal)
                    && record.Text("resolvedOn") is not null
                );
            Assert.InRange(
                (
                    PatientSnapshot.Instant(fracture.Text("resolvedOn")!)
                    - PatientSnapshot.Instant(fracture.Text("assertedOn")!)
                ).Days,
                30,
                120
            );
            foreach (
                var opioid in patient["medications"]
                    .Where(record =>
                        record.Code(PatientSnapshot.RxNorm) == "1049221"
                        && record.Text("start") is not null
                        && record.Text("end") is not null
                    )
            )
                Assert.InRange(
                    (
                        PatientSnapshot.Instant(opioid.Text("end")!)
                        - PatientSnapshot.Instant(opioid.Text("start")!)
                    ).TotalDays,
                    0,
                    30
                );
        }
    }

    [Fact]
    public async Task Nobody_falls_on_ice_but_in_winter_or_on_the_way_to_work_when_there_is_none()
    {
        var wrong = new List<string>();
        var falls = 0;
        foreach (
            var patient in population.Patients.Where(patient =>
                patient.Title.StartsWith("Trauma", StringComparison.Ordinal)
            )
        )
        foreach (
            var note in patient["document-references"]
                .Where(record => record.Code(PatientSnapshot.Loinc, "type") == "34111-5")
        )
        {
            var words = await population.WordsAsync(patient, note);
            var day = DateOnly.ParseExact(
                words[(words.IndexOf("Seen ", StringComparison.Ordinal) + 5)..][..10],
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture
            );
            falls++;
            if (
                words.Contains(" ice", StringComparison.Ordinal)
                && day.Month is not (12 or 1 or 2 or 3)
            )
                wrong.Add($"{patient.Name}: ice on {day:O}");
            if (
                words.Contains("work", StringComparison.Ordinal)
                && (
                    day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday
                    || patient.YearsOn(day) > 67
                )
            )
                wrong.Add($"{patient.Name}: to work on {day:O}, aged {patient.YearsOn(day)}");
        }
        Assert.Empty(wrong);
        Assert.True(falls > 5, $"{falls}");
    }
}
