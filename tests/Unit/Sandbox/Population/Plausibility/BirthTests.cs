namespace HeiChartViewer.Tests.Unit.Sandbox.Population.Plausibility;

/// <summary>Pregnancies and newborns.</summary>
[Collection(OnePopulation.Name)]
public sealed class BirthTests(PopulationSnapshot population)
{
    [Fact]
    public void Only_women_are_pregnant_or_have_been()
    {
        string[] pregnancy = ["77386006", "11687002", "177184002", "11466000"];
        var pregnant = population
            .Patients.Where(patient =>
                patient["conditions"]
                    .Concat(patient["procedures"])
                    .Any(record => pregnancy.Contains(record.Code(PatientSnapshot.Snomed)))
            )
            .ToArray();

        Assert.NotEmpty(pregnant);
        Assert.All(pregnant, patient => Assert.True(patient.IsFemale, patient.Name));
    }

    [Fact]
    public void A_newborn_weighs_no_more_than_a_newborn_and_was_measured_on_its_first_day()
    {
        var patients = population.Patients.Where(patient => patient.Title == "Newborn").ToArray();
        Assert.NotEmpty(patients);
        foreach (var patient in patients)
        {
            var first = patient.Values("29463-7")[0];
            Assert.Equal(patient.Born, $"{first.On:yyyy-MM-dd}");
            Assert.InRange(first.Value, 1.8, 5.2);
        }
    }

    [Fact]
    public void A_pregnancy_adds_weight_takes_hemoglobin_and_ends_in_one_birth()
    {
        // One in thirty records has no code.
        string[] births = ["Normal delivery procedure", "Cesarean section"];
        var (heavier, paler, counted, ended) = (0, 0, 0, 0);
        foreach (var patient in population.Patients.Where(patient => patient.Title == "Pregnancy"))
        {
            var pregnancy = patient["conditions"]
                .Single(record =>
                    record.GetProperty("code").Text("text") == "Pregnancy"
                    && record.Member("encounter") is not null
                );
            var from = PatientSnapshot.Instant(pregnancy.Text("assertedOn")!);
            var to = pregnancy.Text("resolvedOn") is { } over
                ? PatientSnapshot.Instant(over)
                : DateTimeOffset.MaxValue;
            var delivered = patient["procedures"]
                .Where(record =>
                    births.Contains(record.GetProperty("code").Text("text"))
                    && record.Member("encounter") is not null
                )
                .ToList();
            Assert.InRange(delivered.Count, 0, 1);
            if (delivered.Count == 1)
            {
                ended++;
                Assert.InRange(
                    Math.Abs((PatientSnapshot.Instant(delivered[0].Text("end")!) - to).TotalDays),
                    0,
                    3
                );
            }
            else
                // Nobody is with child for longer than that.
                Assert.True(to == DateTimeOffset.MaxValue || to > Now.AddDays(-3), patient.Name);
            // What comes too early in it says nothing yet.
            if ((to < Now ? to : Now) - from < TimeSpan.FromDays(150))
                continue;
            counted++;
            var weights = Within("29463-7");
            heavier += weights[^1].Value - weights[0].Value > 4 ? 1 : 0;
            var hemoglobin = Within("718-7");
            paler +=
                hemoglobin.Count > 1 && hemoglobin[^1].Value < hemoglobin[0].Value - 0.5 ? 1 : 0;

            List<(DateTimeOffset On, double Value)> Within(string loinc) =>
                [.. patient.Values(loinc).Where(value => value.On >= from && value.On < to)];
        }
        Assert.True(counted >= 5 && ended >= 3, $"{counted} pregnancies, {ended} births");
        Assert.True(heavier >= 0.9 * counted, $"{heavier} of {counted} gained weight");
        Assert.True(paler >= 0.8 * counted, $"{paler} of {counted} lost hemoglobin");
    }

    private static readonly DateTimeOffset Now = new(2026, 11, 23, 0, 0, 0, TimeSpan.Zero);
}
