using System.Globalization;
using System.Text.Json;

namespace HeiChartViewer.Tests.Unit.Sandbox.Population;

public sealed class PlausibilityTests(PopulationSnapshot population)
    : IClassFixture<PopulationSnapshot>
{
    private const string Today = "2026-11-23";

    private static readonly (string Plural, string[] Dates)[] Dated =
    [
        ("allergies", ["assertedOn"]),
        ("conditions", ["assertedOn", "onset", "resolvedOn"]),
        ("medications", ["start", "end", "prescribedOn"]),
        ("immunizations", ["occurredOn"]),
        ("procedures", ["start", "end"]),
        ("observations", ["effectiveOn"]),
        ("encounters", ["start", "end"]),
        ("document-references", ["createdOn"]),
        ("medication-dispenses", ["dispensedOn"]),
    ];

    [Fact]
    public void Nothing_happens_before_birth_after_death_or_tomorrow()
    {
        var impossible = new List<string>();
        foreach (var patient in population.Patients)
        foreach (var (plural, members) in Dated)
        foreach (var record in patient[plural])
        foreach (var member in members)
        {
            if (record.Text(member) is not { } date)
                continue;
            // A vaguer date may only be compared as far as it goes.
            var length = Math.Min(10, date.Length);
            var last = patient.Died ?? Today;
            // An evening of the last day is the next day in UTC.
            var latest = NextDay(last);
            if (
                string.CompareOrdinal(date[..length], patient.Born[..length]) < 0
                || string.CompareOrdinal(date[..length], latest[..length]) > 0
            )
                impossible.Add(
                    $"{patient.Name} {plural}.{member} {date} (born {patient.Born}, died {patient.Died})"
                );
        }
        Assert.Empty(impossible);
    }

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
    public void Influenza_is_vaccinated_against_in_its_season()
    {
        var months = population
            .Patients.SelectMany(patient => patient["immunizations"])
            .Where(record =>
                record
                    .GetProperty("code")
                    .GetRawText()
                    .Contains("nfluenza", StringComparison.Ordinal)
                && record.Text("occurredOn") is { Length: >= 7 }
            )
            .Select(record =>
                int.Parse(record.Text("occurredOn")![5..7], CultureInfo.InvariantCulture)
            )
            .ToArray();

        Assert.True(months.Length > 200, $"only {months.Length}");
        Assert.True(
            months.Count(month => month is >= 9 or <= 2) >= 0.95 * months.Length,
            string.Join(", ", months.CountBy(month => month).OrderBy(x => x.Key))
        );
    }

    /// <summary>A vaccine, and the ages in days between which anybody gets it.</summary>
    [Theory]
    [InlineData("119", 40, 250)] // rotavirus: weeks only
    [InlineData("20", 40, 7 * 366)] // DTaP: a child's
    [InlineData("10", 40, 120 * 366)] // polio
    [InlineData("133", 40, 120 * 366)] // pneumococci, conjugate
    [InlineData("03", 330, 120 * 366)] // measles, mumps, rubella: not before the first birthday
    [InlineData("21", 330, 120 * 366)] // varicella
    [InlineData("140", 180, 120 * 366)] // influenza: from half a year
    [InlineData("165", 9 * 365, 46 * 366)] // papilloma
    [InlineData("115", 7 * 365, 120 * 366)] // Tdap: from school age
    [InlineData("208", 12 * 365, 120 * 366)] // COVID-19, the dose of adults
    [InlineData("33", 2 * 365, 120 * 366)] // pneumococci, polysaccharide
    [InlineData("187", 18 * 365, 120 * 366)] // zoster
    public void A_vaccine_is_given_at_an_age_that_it_is_given_at(string code, int from, int to)
    {
        const string cvx = "2.16.840.1.113883.12.292";
        var wrong = new List<string>();
        var count = 0;
        foreach (var patient in population.Patients)
        foreach (var record in patient["immunizations"].Where(x => x.Code(cvx) == code))
        {
            if (record.Text("occurredOn") is not { Length: >= 10 } given)
                continue;
            count++;
            var age =
                DateOnly.Parse(given[..10], CultureInfo.InvariantCulture).DayNumber
                - DateOnly.Parse(patient.Born, CultureInfo.InvariantCulture).DayNumber;
            if (age < from || age > to)
                wrong.Add($"{patient.Name} {age}");
        }
        Assert.True(wrong.Count == 0, string.Join(", ", wrong));
        Assert.NotEqual(0, count);
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

    /// <summary>A document's kind, the category it belongs in, and how many of the population there are at least.</summary>
    [Theory]
    [InlineData("11506-3", "Clinical note", 100)] // progress
    [InlineData("18842-5", "Clinical note", 10)] // discharge
    [InlineData("11488-4", "Clinical note", 2)] // consultation
    [InlineData("34111-5", "Clinical note", 5)] // emergency
    [InlineData("18748-4", "Diagnostic report", 10)] // imaging
    [InlineData("11526-1", "Diagnostic report", 5)] // pathology
    public void A_document_is_in_the_category_of_its_kind_and_holds_words(
        string loinc,
        string category,
        int least
    )
    {
        var documents = population
            .Patients.Where(patient =>
                patient.Name.StartsWith("patient-", StringComparison.Ordinal)
            )
            .SelectMany(patient => patient["document-references"])
            .Where(record => record.Code(PatientSnapshot.Loinc, "type") == loinc)
            .ToList();

        Assert.True(documents.Count >= least, $"{documents.Count}");
        Assert.All(
            documents,
            record =>
            {
                Assert.Equal(category, record.Member("category")?.Text("text"));
                Assert.NotEqual(
                    0,
                    record.GetProperty("contents")[0].GetProperty("size").GetInt32()
                );
            }
        );
    }

    [Fact]
    public void An_interpretation_agrees_with_value_and_range()
    {
        var wrong = new List<string>();
        var flagged = 0;
        var silent = 0;
        foreach (var patient in population.Patients)
        foreach (var record in patient["observations"])
        {
            if (
                record.Member("referenceRanges") is not { ValueKind: JsonValueKind.Array } ranges
                || !double.TryParse(
                    record.QuantityText(),
                    NumberStyles.Float,
                    CultureInfo.InvariantCulture,
                    out var value
                )
            )
                continue;
            if (record.Member("interpretation", "codings") is not { } codings)
            {
                silent++;
                continue;
            }
            flagged++;
            var low = Limit(ranges[0], "low") ?? double.MinValue;
            var high = Limit(ranges[0], "high") ?? double.MaxValue;
            var expected =
                value > high ? "H"
                : value < low ? "L"
                : "N";
            if (!codings[0].Text("code")!.StartsWith(expected, StringComparison.Ordinal))
                wrong.Add(
                    $"{patient.Name} {record.GetProperty("code").Text("text")} {value} {codings[0].Text("code")}"
                );
        }
        Assert.Empty(wrong);
        Assert.True(flagged > silent && silent > 100, $"{flagged} flagged, {silent} not");
    }

    [Fact]
    public void Every_reference_leads_to_a_record_of_the_same_patient()
    {
        var dangling = new List<string>();
        foreach (var patient in population.Patients)
        {
            var encounters = patient["encounters"].Select(record => record.Text("id")!).ToHashSet();
            foreach (var (plural, _) in Dated)
            foreach (var record in patient[plural])
                if (record.Member("encounter")?.Text("id") is { } id && !encounters.Contains(id))
                    dangling.Add($"{patient.Name} {plural} {id}");
        }
        Assert.Empty(dangling);
    }

    [Fact]
    public void The_sources_overlap_and_disagree_as_real_ones_do()
    {
        var doses = 0;
        var statuses = 0;
        foreach (var patient in population.Patients)
        {
            doses += patient["medications"]
                .Where(record =>
                    record.Code(PatientSnapshot.RxNorm) is not null
                    && record.Member("dose") is not null
                )
                .GroupBy(record => record.Code(PatientSnapshot.RxNorm))
                .Count(same =>
                    same.Select(record => record.GetProperty("dose").Text("value"))
                        .Distinct()
                        .Count() > 1
                );
            statuses += patient["conditions"]
                .Where(record => record.StatusCode() is not null)
                .GroupBy(record => record.GetProperty("code").Text("text"))
                .Count(same => same.Select(record => record.StatusCode()).Distinct().Count() > 1);
        }
        Assert.True(doses > 20, $"{doses} conflicting doses");
        Assert.True(statuses > 10, $"{statuses} conflicting statuses");
    }

    [Fact]
    public void Dates_come_in_every_precision()
    {
        var shapes = population
            .Patients.SelectMany(patient =>
                Dated.SelectMany(kind =>
                    patient[kind.Plural]
                        .SelectMany(record => kind.Dates.Select(member => record.Text(member)))
                )
            )
            .OfType<string>()
            .GroupBy(date =>
                date.Length switch
                {
                    4 => "year",
                    7 => "month",
                    10 => "day",
                    24 => "instant in UTC",
                    25 => "instant with offset",
                    _ => date,
                }
            )
            .Select(shape => shape.Key)
            .Order();
        Assert.Equal(["day", "instant in UTC", "instant with offset", "month", "year"], shapes);
    }

    private static double? Limit(JsonElement range, string name) =>
        range.Member(name)?.Text("value") is { } text
            ? double.Parse(text, CultureInfo.InvariantCulture)
            : null;

    private static string NextDay(string day) =>
        DateOnly
            .ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture)
            .AddDays(1)
            .ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
