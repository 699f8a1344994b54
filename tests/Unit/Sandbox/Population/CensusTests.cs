using System.Text;
using HeiChartViewer.Sandbox;
using HeiChartViewer.Sandbox.Population;

namespace HeiChartViewer.Tests.Unit.Sandbox.Population;

public sealed class CensusTests
{
    private static readonly DateOnly Later = new(2027, 3, 9);

    [Fact]
    public void Another_today_keeps_everybodys_ids_and_makes_the_newborn_a_day_old_again()
    {
        var first = Census.Take(1, 120, RecordDates.Today);
        var later = Census.Take(1, 120, Later);

        Assert.Equal(first.People.Select(Ids), later.People.Select(Ids));
        Assert.Equal(Later.AddDays(-1), Find("newborn").Born);
        Assert.Equal(Later.AddDays(-43), Find("infant").Born);
        Assert.Equal(new DateOnly(1934, 8, 20), Find("analisa").Born);

        Person Find(string key) => later.People.Single(person => person.Key == key);

        static string Ids(Person person) =>
            $"{person.Key} {person.PatientId} {string.Join(' ', person.Sources.Select(x => x.PersonId))}";
    }

    [Fact]
    public void With_another_today_charts_are_written_up_to_it_and_no_further()
    {
        var newest = Census
            .Take(1, 120, Later)
            .People.Where(person => !person.Key.EndsWith("thousand", StringComparison.Ordinal))
            .Select(person => person.Chart.Encounters.All)
            .Where(encounters => encounters.Count > 0)
            .Select(encounters =>
            {
                var json = Encoding.UTF8.GetString(encounters[0].Json.Span);
                var at = json.IndexOf("\"start\":\"", StringComparison.Ordinal) + 9;
                return json[at..(at + 10)];
            })
            .Max(StringComparer.Ordinal);

        // An evening of the last day is the next day in UTC.
        Assert.InRange(string.CompareOrdinal(newest, "2027-03-10"), int.MinValue, 0);
        Assert.True(string.CompareOrdinal(newest, "2027-01-01") > 0, newest);
    }

    [Theory]
    [InlineData("2026-11-23", true)]
    [InlineData("2027-03-09", true)]
    [InlineData("2026-11-22", false)]
    [InlineData("2046-01-01", false)]
    public void A_today_before_the_cases_or_far_off_is_refused_by_its_key(string day, bool isGood)
    {
        var options = new SandboxOptions
        {
            Today = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture),
        };

        Assert.Equal(
            isGood,
            !options
                .Validate()
                .Any(error => error.StartsWith("Sandbox:Today", StringComparison.Ordinal))
        );
    }
}
