using System.Text.Json;

namespace HeiChartViewer.Tests.Unit.Sandbox.Population;

[Collection(OnePopulation.Name)]
public sealed class DemographicWriterTests(PopulationSnapshot population)
{
    [Fact]
    public void Some_sources_say_when_they_recorded_who_somebody_is_and_some_do_not()
    {
        var dates = population
            .Patients.SelectMany(patient => patient["demographics"])
            .Select(RecordedOn)
            .ToList();

        Assert.InRange(dates.Count(date => date is not null), dates.Count / 2, dates.Count - 20);
        Assert.All(
            population.Patients,
            patient =>
                Assert.All(
                    patient["demographics"].Select(RecordedOn).OfType<string>(),
                    date =>
                    {
                        Assert.True(
                            string.CompareOrdinal(date[..10], patient.Born) >= 0,
                            $"{patient.Name} {date}"
                        );
                        Assert.True(
                            string.CompareOrdinal(date[..10], "2026-11-24") < 0,
                            $"{patient.Name} {date}"
                        );
                    }
                )
        );
    }

    [Fact]
    public void The_old_address_was_recorded_before_the_new_one()
    {
        var moved = 0;
        foreach (var patient in population.Patients)
        {
            var told = patient["demographics"]
                .Where(record => RecordedOn(record) is not null)
                .Select(record =>
                    (
                        On: RecordedOn(record)!,
                        Street: record
                            .GetProperty("addresses")[0]
                            .GetProperty("lines")[0]
                            .GetString(),
                        IsClaims: record.GetProperty("aliases")[0].Text("type") == "MEMBER"
                    )
                )
                .ToList();
            if (told.FirstOrDefault(x => x.IsClaims) is not { On: { } old } former)
                continue;
            foreach (var now in told.Where(x => x.Street != former.Street))
            {
                moved++;
                Assert.True(string.CompareOrdinal(old, now.On) < 0, patient.Name);
            }
        }
        Assert.True(moved > 20, $"{moved}");
    }

    [Fact]
    public void A_name_before_marriage_and_a_birth_date_before_its_correction_are_older()
    {
        var (married, corrected) = (0, 0);
        foreach (
            var patient in population.Patients.Where(patient =>
                patient.Name.StartsWith("patient-", StringComparison.Ordinal)
            )
        )
        {
            var now = patient["demographics"][0];
            foreach (var record in patient["demographics"].Skip(1))
            {
                var isRenamed = Family(record) != Family(now);
                var isCorrected = record.Text("birthDate") != now.Text("birthDate");
                if (isRenamed)
                {
                    married++;
                    Assert.True(patient.IsFemale, patient.Name);
                    Assert.Equal("Married", now.Text("maritalStatus"));
                }
                corrected += isCorrected ? 1 : 0;
                if (
                    (isRenamed || isCorrected)
                    && RecordedOn(record) is { } then
                    && RecordedOn(now) is { } later
                )
                    Assert.True(string.CompareOrdinal(then, later) < 0, patient.Name);
            }
        }
        Assert.True(married >= 3 && corrected >= 3, $"{married} married, {corrected} corrected");

        static string Family(JsonElement record) =>
            record
                .GetProperty("names")[0]
                .GetProperty("familyNames")[0]
                .GetString()!
                .ToUpperInvariant();
    }

    private static string? RecordedOn(JsonElement record) =>
        record.TryGetProperty("provenances", out var provenances)
            ? provenances[0].Text("recordedOn")
            : null;
}
