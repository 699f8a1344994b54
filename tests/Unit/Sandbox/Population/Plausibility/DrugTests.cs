using System.Globalization;

namespace HeiChartViewer.Tests.Unit.Sandbox.Population.Plausibility;

/// <summary>Drugs that fit the patient.</summary>
[Collection(OnePopulation.Name)]
public sealed class DrugTests(PopulationSnapshot population)
{
    /// <summary>An allergen, and the words of the drugs that whoever has it must not be given.</summary>
    [Theory]
    [InlineData("enicillin", "amoxicillin")]
    [InlineData("spirin", "aspirin ibuprofen")]
    [InlineData("odeine", "codeine oxycodone")]
    public void Nobody_is_given_what_they_are_known_to_be_allergic_to(string allergen, string drugs)
    {
        var wrong = new List<string>();
        var (allergic, others) = (0, 0);
        foreach (var patient in population.Patients)
        {
            var known = patient["allergies"]
                .Where(record =>
                    record
                        .GetProperty("code")
                        .Text("text")!
                        .Contains(allergen, StringComparison.Ordinal)
                )
                .Select(record => record.Text("assertedOn")!)
                .Order(StringComparer.Ordinal)
                .FirstOrDefault();
            allergic += known is null ? 0 : 1;
            foreach (var record in patient["medications"])
            {
                var drug = record.GetProperty("code").Text("text")!;
                if (
                    !drugs.Split(' ').Any(x => drug.Contains(x, StringComparison.OrdinalIgnoreCase))
                )
                    continue;
                others += known is null ? 1 : 0;
                var length = Math.Min(known?.Length ?? 0, record.Text("start")!.Length);
                if (
                    known is not null
                    && string.CompareOrdinal(record.Text("start")![..length], known[..length]) >= 0
                )
                    wrong.Add($"{patient.Name} {drug} {record.Text("start")}, allergic {known}");
            }
        }
        Assert.Empty(wrong);
        Assert.True(allergic >= 3 && others > 0, $"{allergic} allergic, {others} others");
    }

    [Fact]
    public void Nobody_with_an_allergy_is_said_to_have_none() =>
        Assert.All(
            population.Patients,
            patient =>
                Assert.False(
                    patient["allergies"].Count > 1
                        && patient["allergies"]
                            .Any(record =>
                                record.Code(PatientSnapshot.Snomed) == "716186003"
                                && record.StatusCode() == "active"
                            ),
                    patient.Name
                )
        );

    /// <summary>Of one class one order at a time, whatever other sources say about the same order.</summary>
    [Theory]
    [InlineData("lisinopril")]
    [InlineData("metformin")]
    [InlineData("sertraline")]
    [InlineData("statin")]
    [InlineData("olol|carvedilol")]
    [InlineData("aspirin")]
    public void Only_one_drug_of_a_class_is_ordered_at_a_time(string drugs)
    {
        var twice = new List<string>();
        var count = 0;
        foreach (var patient in population.Patients)
        {
            var orders = patient["medications"]
                .Where(record =>
                    record.Member("encounter") is not null
                    && record.Text("prescribedOn") is not null
                    && drugs
                        .Split('|')
                        .Any(drug =>
                            record
                                .GetProperty("code")
                                .Text("text")!
                                .Contains(drug, StringComparison.OrdinalIgnoreCase)
                        )
                )
                .Select(record =>
                    (From: record.Text("prescribedOn")!, To: record.Text("end") ?? "9")
                )
                .OrderBy(order => order.From, StringComparer.Ordinal)
                .ToList();
            count += orders.Count;
            for (var i = 1; i < orders.Count; i++)
                // A step up begins at the visit that the step before ends with, give or take one.
                if (
                    orders[i - 1].To == "9"
                    || DateOnly.Parse(orders[i].From, CultureInfo.InvariantCulture).AddDays(90)
                        < DateOnly.Parse(orders[i - 1].To, CultureInfo.InvariantCulture)
                )
                    twice.Add($"{patient.Name} {orders[i - 1]} {orders[i]}");
        }
        Assert.Empty(twice);
        Assert.NotEqual(0, count);
    }

    [Fact]
    public void A_small_child_swallows_no_capsules_and_no_tablets()
    {
        var wrong = new List<string>();
        var children = 0;
        foreach (var patient in population.Patients)
        foreach (var record in patient["medications"])
        {
            if (
                record.Text("start") is not { Length: >= 10 } start
                || patient.YearsOn(DateOnly.Parse(start[..10], CultureInfo.InvariantCulture)) >= 6
            )
                continue;
            children++;
            if (record.GetProperty("form").Text("text") is "Capsule" or "Tablet")
                wrong.Add($"{patient.Name} {record.GetProperty("code").Text("text")} {start}");
        }
        Assert.Empty(wrong);
        Assert.True(children > 20, $"{children}");
    }
}
