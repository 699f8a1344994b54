using System.Globalization;
using System.Text.Json;

namespace HeiChartViewer.Tests.Unit.Sandbox.Population.Plausibility;

/// <summary>What is measured follows the illness and its treatment.</summary>
[Collection(OnePopulation.Name)]
public sealed class IllnessTests(PopulationSnapshot population)
{
    /// <summary>An illness, the drug that it is treated with, what the drug lowers, and by how much at least.</summary>
    [Theory]
    [InlineData("Type 2 diabetes", "861007", "4548-4", 0.5, 1.0)]
    [InlineData("Hypertension", "314076", "8480-6", 5, 0.9)]
    [InlineData("Depression", "312941", "44261-6", 2, 0.8)]
    public void What_is_treated_gets_better_after_the_treatment_starts(
        string title,
        string drug,
        string loinc,
        double least,
        double share
    )
    {
        var changes = new List<double>();
        foreach (var patient in population.Patients.Where(patient => patient.Title == title))
        {
            var starts = patient["medications"]
                .Where(record =>
                    record.Code(PatientSnapshot.RxNorm) == drug
                    && record.Text("start") is { Length: > 10 }
                )
                .Select(record => PatientSnapshot.Instant(record.Text("start")!))
                .ToArray();
            if (starts.Length == 0)
                continue;
            var start = starts.Min();
            var values = patient.Values(loinc);
            var before = values
                .Where(value => value.On <= start.AddDays(1))
                .Select(value => value.Value)
                .ToArray();
            var after = values
                .Where(value => value.On > start.AddDays(90) && value.On < start.AddDays(500))
                .Select(value => value.Value)
                .ToArray();
            if (before.Length > 0 && after.Length > 0)
                changes.Add(after.Average() - before[^1]);
        }
        Assert.True(changes.Count >= 5, $"only {changes.Count} patients");
        Assert.True(
            changes.Count(change => change < -least) >= share * changes.Count,
            string.Join(", ", changes.Select(change => $"{change:F2}"))
        );
    }

    [Fact]
    public void On_warfarin_the_INR_is_mostly_between_two_and_three()
    {
        var values = new List<double>();
        foreach (
            var patient in population.Patients.Where(patient =>
                patient.Title == "Atrial fibrillation, warfarin"
            )
        )
        {
            var inr = patient.Values("6301-6");
            values.AddRange(
                inr.Where(value => value.On > inr[0].On.AddDays(25)).Select(value => value.Value)
            );
        }
        Assert.True(values.Count > 50, $"only {values.Count} values");
        var within = values.Count(value => value is >= 2 and <= 3) / (double)values.Count;
        Assert.InRange(within, 0.75, 0.999);
    }

    [Fact]
    public void The_viral_load_falls_below_detection_and_the_CD4_count_rises_after_treatment()
    {
        var patients = population.Patients.Where(patient => patient.Title == "HIV").ToArray();
        Assert.NotEmpty(patients);
        foreach (var patient in patients)
        {
            var loads = patient["observations"]
                .Where(record => record.Code(PatientSnapshot.Loinc) == "20447-9")
                .OrderBy(record => PatientSnapshot.Instant(record.Text("effectiveOn")!))
                .Select(record => record.QuantityText()!)
                .ToArray();
            Assert.True(double.Parse(loads[0], CultureInfo.InvariantCulture) > 5_000, patient.Name);
            if (loads.Length > 4)
                Assert.Contains("<20", loads[3..]);
            var cells = patient.Values("24467-3");
            if (cells.Count > 6)
                Assert.True(cells[^1].Value > cells[0].Value, patient.Name);
        }
    }

    [Fact]
    public void In_sepsis_the_lactate_is_high_on_arrival_and_normal_at_the_end()
    {
        var patients = population.Patients.Where(patient => patient.Title == "Sepsis").ToArray();
        Assert.NotEmpty(patients);
        foreach (var patient in patients)
        {
            var lactate = patient.Values("2524-7");
            Assert.True(lactate.Count >= 8, patient.Name);
            Assert.True(lactate[0].Value > 2.5, $"{patient.Name} {lactate[0].Value}");
            Assert.True(lactate[^1].Value < 2.1, $"{patient.Name} {lactate[^1].Value}");
        }
    }

    /// <summary>A pathway, what is measured in it, and whether the last year's mean lies below or above the first value, for most.</summary>
    [Theory]
    [InlineData("Heart failure", "42637-9", -1)]
    [InlineData("Asthma", "20150-9", 1)]
    [InlineData("COPD", "20150-9", -1)]
    [InlineData("Well child", "29463-7", 1)]
    [InlineData("Newborn", "29463-7", 1)]
    public void What_is_measured_moves_as_the_illness_and_its_treatment_move_it(
        string title,
        string loinc,
        int direction
    )
    {
        var changes = population
            .Patients.Where(patient => patient.Title.StartsWith(title, StringComparison.Ordinal))
            .Select(patient => patient.Values(loinc))
            .Where(values => values.Count >= 3)
            .Select(values =>
                values
                    .Where(value => value.On > values[^1].On.AddYears(-1))
                    .Skip(1)
                    .DefaultIfEmpty(values[^1])
                    .Average(value => value.Value) - values[0].Value
            )
            .ToArray();

        Assert.True(changes.Length >= 2, $"only {changes.Length} patients");
        var expected = changes.Count(change => Math.Sign(change) == direction);
        Assert.True(
            expected >= 0.8 * changes.Length,
            $"{expected} of {changes.Length}: {string.Join(", ", changes.Select(change => $"{change:F1}"))}"
        );
    }

    [Theory]
    [InlineData("Type 2 diabetes")]
    [InlineData("Heart failure")]
    [InlineData("COPD")]
    [InlineData("Asthma")]
    [InlineData("Pregnancy")]
    [InlineData("Newborn")]
    [InlineData("Breast cancer")]
    [InlineData("Depression")]
    [InlineData("Hypertension")]
    [InlineData("Trauma")]
    [InlineData("Atrial fibrillation, warfarin")]
    [InlineData("HIV")]
    [InlineData("Sepsis")]
    [InlineData("Well child")]
    [InlineData("Healthy adult")]
    public void Every_pathway_is_followed_by_somebody_and_written_up(string title)
    {
        var patients = population
            .Patients.Where(patient =>
                patient.Name.StartsWith("patient-", StringComparison.Ordinal)
                && patient.Title.StartsWith(title, StringComparison.Ordinal)
            )
            .ToList();

        Assert.True(patients.Count >= 3, $"{patients.Count}");
        Assert.All(
            patients,
            patient =>
                Assert.True(
                    patient["observations"].Count > 0 && patient["encounters"].Count > 0,
                    patient.Name
                )
        );
        Assert.Contains(patients, patient => patient["document-references"].Count > 0);
    }

    [Fact]
    public void Diabetes_of_type_2_may_reach_the_kidneys() =>
        Assert.Contains(
            population.Patients.Where(patient => patient.Title == "Type 2 diabetes"),
            patient =>
                patient["conditions"]
                    .Any(record =>
                        record
                            .GetProperty("code")
                            .GetRawText()
                            .Contains("kidney", StringComparison.OrdinalIgnoreCase)
                    )
        );

    [Fact]
    public void In_kidney_disease_the_filtration_falls_over_the_years_and_creatinine_rises()
    {
        var changes = new List<(double Filtration, double Creatinine)>();
        foreach (
            var patient in population.Patients.Where(patient =>
                patient.Title == "Type 2 diabetes"
                && patient["conditions"]
                    .Any(record => record.Code(PatientSnapshot.Snomed) == "700378005")
            )
        )
            if (patient.Values("98979-8").Count >= 6)
                changes.Add((patient.Change("98979-8"), patient.Change("2160-0")));
        Assert.True(changes.Count >= 4, $"only {changes.Count} patients");
        Assert.True(
            changes.Count(change => change is { Filtration: < -5, Creatinine: > 0.05 })
                >= 0.9 * changes.Count,
            string.Join(", ", changes)
        );
    }

    [Fact]
    public void A_healthy_adult_has_normal_results_and_takes_nothing_for_long()
    {
        var patients = population
            .Patients.Where(patient => patient.Title == "Healthy adult")
            .ToList();
        Assert.True(patients.Count >= 5, $"{patients.Count}");
        var judged = patients
            .SelectMany(patient => patient["observations"])
            .Select(record => record.Member("interpretation", "codings"))
            .OfType<JsonElement>()
            .Select(codings => codings[0].Text("code"))
            .ToList();
        Assert.InRange(judged.Count(flag => flag == "N") / (double)judged.Count, 0.85, 1);
        // From fifty on there are the smaller troubles of the later years.
        foreach (var patient in patients.Where(patient => patient.YearsOn(Today) < 50))
            Assert.DoesNotContain(
                patient["medications"],
                record =>
                    record.StatusCode() == "active"
                    && record.Member("encounter") is not null
                    && !record.GetProperty("asNeeded").GetBoolean()
            );
    }

    [Fact]
    public void Who_has_smoked_never_becomes_somebody_who_never_has()
    {
        var wrong = new List<string>();
        var smokers = 0;
        foreach (var patient in population.Patients)
        {
            var answers = patient["observations"]
                .Where(record => record.Code(PatientSnapshot.Loinc) == "72166-2")
                .OrderBy(record => PatientSnapshot.Instant(record.Text("effectiveOn")!))
                .Select(record =>
                    record.Member("value", "codeableConcept", "codings")!.Value[0].Text("code")!
                )
                .ToList();
            var first = answers.FindIndex(answer => answer != NeverSmoked);
            smokers += first >= 0 ? 1 : 0;
            // Nor does one who has stopped turn out never to have begun.
            if (
                first >= 0
                && answers.Contains(NeverSmoked)
                && answers.LastIndexOf(NeverSmoked) > first
            )
                wrong.Add($"{patient.Name} {string.Join(", ", answers)}");
            if (patient.Title == "COPD" && answers.Contains(NeverSmoked))
                wrong.Add($"{patient.Name} {string.Join(", ", answers)}");
        }
        Assert.Empty(wrong);
        Assert.True(smokers > 20, $"{smokers}");
    }

    private const string NeverSmoked = "266919005";

    private static readonly DateOnly Today = new(2026, 11, 23);
}
