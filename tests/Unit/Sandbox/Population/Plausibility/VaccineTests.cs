using System.Globalization;

namespace HeiChartViewer.Tests.Unit.Sandbox.Population.Plausibility;

/// <summary>Vaccines by season and by age.</summary>
[Collection(OnePopulation.Name)]
public sealed class VaccineTests(PopulationSnapshot population)
{
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

    [Fact]
    public void A_dose_is_given_where_its_route_and_the_age_allow()
    {
        var wrong = new List<string>();
        var (oral, infants) = (0, 0);
        foreach (var patient in population.Patients)
        foreach (var record in patient["immunizations"])
        {
            if (
                record.StatusCode() != "completed"
                || record.Text("occurredOn") is not { Length: >= 10 } given
            )
                continue;
            var route = record.GetProperty("route").Text("text")!;
            var site = record.Member("site")?.Text("text");
            if (route.StartsWith("Oral", StringComparison.Ordinal))
            {
                oral++;
                if (site is not null)
                    wrong.Add($"{patient.Name} by mouth: {site}");
            }
            else if (patient.YearsOn(DateOnly.Parse(given[..10], CultureInfo.InvariantCulture)) < 1)
            {
                infants++;
                if (site?.Contains("thigh", StringComparison.Ordinal) != true)
                    wrong.Add($"{patient.Name} in the first year: {site}");
            }
            else if (site is null)
                wrong.Add($"{patient.Name}: no site");
        }
        Assert.Empty(wrong);
        Assert.True(oral > 10 && infants > 50, $"{oral} oral, {infants} infants");
    }
}
