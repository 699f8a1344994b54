namespace HeiChartViewer.Tests.Unit.Sandbox.Population.Plausibility;

/// <summary>The sources beside each other.</summary>
[Collection(OnePopulation.Name)]
public sealed class SourceTests(PopulationSnapshot population)
{
    [Fact]
    public void Every_reference_leads_to_a_record_of_the_same_patient()
    {
        var dangling = new List<string>();
        foreach (var patient in population.Patients)
        {
            var encounters = patient["encounters"].Select(record => record.Text("id")!).ToHashSet();
            foreach (var (plural, _) in TimeTests.Dated)
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

    /// <summary>Sources repeat each other; one source does not repeat itself.</summary>
    [Fact]
    public void One_source_makes_a_diagnosis_once_a_visit_and_lists_an_active_one_once()
    {
        var twice = new List<string>();
        foreach (var patient in population.Patients)
        {
            var conditions = patient["conditions"]
                .Select(record =>
                    (
                        Source: record.GetProperty("sourceIdentifier").Text("dataPartitionId"),
                        What: record.GetProperty("code").Text("text"),
                        Visit: record.Member("encounter")?.Text("id"),
                        Active: record.StatusCode() == "active"
                    )
                )
                .ToList();
            twice.AddRange(
                conditions
                    .Where(x => x.Visit is not null)
                    .GroupBy(x => (x.Source, x.What, x.Visit))
                    .Concat<IEnumerable<(string?, string? What, string?, bool)>>(
                        conditions.Where(x => x.Active).GroupBy(x => (x.Source, x.What))
                    )
                    .Where(same => same.Count() > 1)
                    .Select(same => $"{patient.Name} {same.First().What}")
            );
        }
        Assert.Empty(twice);
    }
}
