using System.Text.Json;
using HealtheIntent.Client;
using HeiChartViewer.Sandbox.Population;
using HeiChartViewer.Web.Launch.Identity;

namespace HeiChartViewer.Tests.Unit.Web.Launch.Identity;

public sealed class IdentityComparisonTests
{
    private const int Pairs = 500;
    private const int Seed = 20261123;

    [Theory]
    [InlineData("Roberson", "Analisa", "1934-08-20", "female", "")]
    [InlineData("ROBERSON", "analisa", "1934-08-20", "F", "")]
    [InlineData("Analisa", "Roberson", "1934-08-20", "female", "")]
    [InlineData("Roberson-Smith", "Ana", "1934-08-20", "female", "")]
    [InlineData("Married", "Analisa", "1934-08-20", "female", "")]
    [InlineData("Róberson", "Lisa", "1934-08-20", "female", "")]
    [InlineData("Roberson", "Analisa", "1934-08-20", "male", "")]
    [InlineData("Roberson", "Analisa", "1934-08-02", "female", "birth date")]
    [InlineData("Roberson", "Analisa", "1934-08-02", "male", "birth date, sex")]
    [InlineData("Pemberton", "Harold", "1934-08-20", "male", "name, sex")]
    [InlineData("Pemberton", "Harold", "1944-06-02", "male", "birth date, name, sex")]
    [InlineData("Roberson", "Analisa", null, "female", "")]
    [InlineData("Roberson", "Harold", null, "female", "name")]
    [InlineData(null, null, "1934-08-20", null, "")]
    public void What_differs_is_named(
        string? family,
        string? given,
        string? born,
        string? sex,
        string differences
    ) =>
        Assert.Equal(
            differences,
            string.Join(
                ", ",
                IdentityComparison.Differences(
                    new StatedIdentity(
                        family is null ? [] : [family],
                        given is null ? [] : [given],
                        born is null
                            ? null
                            : DateOnly.Parse(
                                born,
                                System.Globalization.CultureInfo.InvariantCulture
                            ),
                        sex
                    ),
                    [Record("Roberson", "Analisa", "1934-08-20", "Female")]
                )
            )
        );

    [Theory]
    [InlineData("1934", true)]
    [InlineData("1934-08", true)]
    [InlineData("1934-09", false)]
    [InlineData("1935", false)]
    public void A_date_that_is_not_known_to_the_day_agrees_as_far_as_it_goes(
        string kept,
        bool agrees
    ) =>
        Assert.Equal(
            agrees,
            IdentityComparison
                .Differences(
                    Stated("Roberson", "Analisa"),
                    [Record("Roberson", "Analisa", kept, "Female")]
                )
                .Count == 0
        );

    [Fact]
    public void One_source_that_agrees_is_enough() =>
        Assert.Empty(
            IdentityComparison.Differences(
                Stated("Roberson", "Analisa"),
                [
                    Record("Roberson", "Analisa", "1933-08-20", "Female"),
                    Record("Roberson", "Analisa", "1934-08-20", "Female"),
                ]
            )
        );

    [Fact]
    public void Where_nothing_is_known_nothing_differs() =>
        Assert.Empty(IdentityComparison.Differences(Stated("Roberson", "Analisa"), []));

    /// <summary>The rates that docs/security.md states.</summary>
    [Fact]
    public void Of_five_hundred_swapped_patients_none_opens_and_of_five_hundred_renamed_ones_few_are_stopped()
    {
        var random = new Random(Seed);
        var people = Census.Take(1, 2_000).People.Where(person => !person.IsCase).ToArray();
        var swapped = 0;
        for (var pair = 0; pair < Pairs; )
        {
            var (one, other) = (
                people[random.Next(people.Length)],
                people[random.Next(people.Length)]
            );
            if (one == other)
                continue;
            pair++;
            if (Opens(Stated(one), other))
                swapped++;
        }
        var stopped = 0;
        for (var pair = 0; pair < Pairs; pair++)
        {
            var person = people[random.Next(people.Length)];
            var stated = Stated(person);
            stated = random.Next(3) switch
            {
                // Married.
                0 => stated with
                {
                    FamilyNames = [people[random.Next(people.Length)].Name.Family[0]],
                },
                // Known by a name that is in no table of short names.
                1 => stated with
                {
                    GivenNames = [people[random.Next(people.Length)].Name.Given[0]],
                },
                // Both at once, one in ten; else the parts the other way round.
                _ => random.Next(10) == 0
                    ? stated with
                    {
                        FamilyNames = ["Newname"],
                        GivenNames = ["Buddy"],
                    }
                    : stated with
                    {
                        FamilyNames = stated.GivenNames,
                        GivenNames = stated.FamilyNames,
                    },
            };
            if (!Opens(stated, person))
                stopped++;
        }

        Assert.Equal(0, swapped);
        Assert.InRange(stopped, 1, Pairs * 5 / 100);
    }

    private static bool Opens(StatedIdentity stated, Person person) =>
        IdentityComparison
            .Differences(
                stated,
                [
                    Record(
                        person.Name.Family[0],
                        person.Name.Given[0],
                        person.Born.ToString(
                            "O",
                            System.Globalization.CultureInfo.InvariantCulture
                        ),
                        person.Sex.ToString()
                    ),
                ]
            )
            .Count == 0;

    private static StatedIdentity Stated(Person person) =>
        new(person.Name.Family, person.Name.Given, person.Born, person.Sex.ToString());

    private static StatedIdentity Stated(string family, string given) =>
        new([family], [given], new DateOnly(1934, 8, 20), "female");

    private static DemographicRecord Record(string family, string given, string born, string sex) =>
        JsonSerializer.Deserialize<DemographicRecord>(
            JsonSerializer.Serialize(
                new
                {
                    id = "1",
                    birthDate = born,
                    birthSex = new { text = sex },
                    names = new[]
                    {
                        new { givenNames = new[] { given }, familyNames = new[] { family } },
                    },
                }
            ),
            HealtheIntent.Client.Json.HealtheIntentJson.Default.DemographicRecord
        )!;
}
