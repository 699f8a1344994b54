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
    [InlineData("Roberson", "Harold", "1934-08-20", "female", "name")]
    [InlineData("Roberson", null, "1934-08-20", "female", "")]
    [InlineData("Pemberton", null, "1934-08-20", "female", "name")]
    [InlineData(null, "Analisa", "1934-08-20", "female", "")]
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

    /// <summary>Names and what people are called by them, of everyday use.</summary>
    private static readonly (string Name, string[] Called)[] Called =
    [
        ("Abigail", ["Abby"]),
        ("Alexander", ["Alex", "Xander", "Sandy", "Al"]),
        ("Andrew", ["Andy", "Drew"]),
        ("Anthony", ["Tony"]),
        ("Benjamin", ["Ben", "Benny"]),
        ("Catherine", ["Cathy", "Kate", "Cat"]),
        ("Charles", ["Charlie", "Chuck"]),
        ("Christopher", ["Chris", "Kit"]),
        ("Cynthia", ["Cindy"]),
        ("Daniel", ["Dan", "Danny"]),
        ("Deborah", ["Debbie", "Deb"]),
        ("Dorothy", ["Dot", "Dottie"]),
        ("Edward", ["Ed", "Ted", "Ned", "Eddie"]),
        ("Eleanor", ["Ellie", "Nora", "Nell"]),
        ("Elizabeth", ["Liz", "Beth", "Betty", "Eliza", "Libby", "Lizzie", "Betsy"]),
        ("Frances", ["Fran", "Frankie"]),
        ("Gerald", ["Gerry", "Jerry"]),
        ("Gregory", ["Greg"]),
        ("Harold", ["Harry", "Hal"]),
        ("Henry", ["Harry", "Hank"]),
        ("Isabella", ["Bella", "Izzy"]),
        ("Jacob", ["Jake"]),
        ("James", ["Jim", "Jimmy", "Jamie"]),
        ("Jennifer", ["Jenny", "Jen"]),
        ("John", ["Jack", "Johnny", "Jon"]),
        ("Joseph", ["Joe", "Joey"]),
        ("Katherine", ["Kathy", "Katie", "Kay", "Kitty"]),
        ("Kenneth", ["Ken", "Kenny"]),
        ("Lawrence", ["Larry"]),
        ("Margaret", ["Maggie", "Peggy", "Meg", "Margie", "Rita"]),
        ("Mary", ["Molly", "Polly", "Mae"]),
        ("Matthew", ["Matt"]),
        ("Michael", ["Mike", "Mick", "Mickey"]),
        ("Nancy", ["Nan"]),
        ("Nathaniel", ["Nate", "Nat"]),
        ("Nicholas", ["Nick", "Nicky"]),
        ("Pamela", ["Pam"]),
        ("Patricia", ["Pat", "Patty", "Trish", "Tricia"]),
        ("Peter", ["Pete"]),
        ("Philip", ["Phil"]),
        ("Rebecca", ["Becky", "Becca"]),
        ("Richard", ["Dick", "Rick", "Rich", "Ricky"]),
        ("Robert", ["Bob", "Bobby", "Rob", "Robbie"]),
        ("Ronald", ["Ron", "Ronnie"]),
        ("Samuel", ["Sam", "Sammy"]),
        ("Sarah", ["Sally", "Sadie"]),
        ("Stephen", ["Steve"]),
        ("Susan", ["Sue", "Susie"]),
        ("Theodore", ["Ted", "Theo"]),
        ("Theresa", ["Terry", "Tess"]),
        ("Thomas", ["Tom", "Tommy"]),
        ("Timothy", ["Tim"]),
        ("Victoria", ["Vicky", "Tori"]),
        ("Virginia", ["Ginny", "Ginger"]),
        ("Walter", ["Walt", "Wally"]),
        ("William", ["Bill", "Will", "Billy", "Liam"]),
        ("Zachary", ["Zach", "Zack"]),
    ];

    private static readonly Person[] People =
    [
        .. Census.Take(1, 2_000, RecordDates.Today).People.Where(person => !person.IsCase),
    ];

    // The rates of the following are those that docs/security.md states.

    [Fact]
    public void Of_five_hundred_swapped_patients_none_opens() =>
        Assert.Equal(
            0,
            Count(random =>
            {
                var (one, other) = Two(random);
                return Opens(Stated(one), other);
            })
        );

    /// <summary>Twins, and whoever else shares a birth date and a family name.</summary>
    [Fact]
    public void Of_five_hundred_swapped_patients_with_one_birth_date_and_family_name_none_opens() =>
        Assert.Equal(
            0,
            Count(random =>
            {
                string[] names =
                [
                    .. Called.Select(pair => pair.Name),
                    .. People.Select(person => person.Name.Given[0]).Distinct(),
                ];
                random.Shuffle(names);
                return IdentityComparison
                        .Differences(
                            Stated("Roberson", names[0]),
                            [Record("Roberson", names[1], "1934-08-20", "Female")]
                        )
                        .Count == 0;
            })
        );

    [Fact]
    public void Of_five_hundred_people_who_married_none_is_stopped() =>
        Assert.Equal(
            0,
            Count(random =>
            {
                var (one, other) = Two(random);
                return !Opens(Stated(one) with { FamilyNames = other.Name.Family }, one);
            })
        );

    [Fact]
    public void Of_five_hundred_people_who_go_by_a_short_name_none_is_stopped() =>
        Assert.Equal(
            0,
            Count(random =>
            {
                var (name, called) = Called[random.Next(Called.Length)];
                var stated = Stated("Roberson", called[random.Next(called.Length)]);
                return IdentityComparison
                        .Differences(stated, [Record("Roberson", name, "1934-08-20", "Female")])
                        .Count > 0;
            })
        );

    private static int Count(Func<Random, bool> isSo)
    {
        var random = new Random(Seed);
        return Enumerable.Range(0, Pairs).Count(_ => isSo(random));
    }

    /// <summary>Two people of different given names: one who has another's name, birth date and sex is that other, to all who look.</summary>
    private static (Person One, Person Other) Two(Random random)
    {
        while (true)
        {
            var (one, other) = (
                People[random.Next(People.Length)],
                People[random.Next(People.Length)]
            );
            if (one.Name.Given[0] != other.Name.Given[0])
                return (one, other);
        }
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
