using System.Globalization;

namespace HeiChartViewer.Sandbox.Population.Cases;

/// <summary>People whose every record holds a word of their own, so that one leaking into another's chart is seen.</summary>
internal static class IsolationCases
{
    private static readonly (string Letter, string Given)[] People =
    [
        ("ALPHA", "Ada"),
        ("BRAVO", "Bruno"),
        ("CHARLIE", "Camila"),
        ("DELTA", "Dimitri"),
        ("ECHO", "Edith"),
        ("FOXTROT", "Felix"),
        ("GOLF", "Greta"),
        ("HOTEL", "Hugo"),
    ];

    public static IReadOnlyList<PersonSketch> All =>
        [
            .. People.Select(
                (person, index) =>
                {
                    var sentinel = $"SENTINEL-{person.Letter}-{4417 + 131 * index}";
                    var key = $"bleed-{(index + 1).ToString(CultureInfo.InvariantCulture)}";
                    return new PersonSketch
                    {
                        Key = key,
                        Title = $"Isolation {person.Letter}",
                        What =
                            $"{sentinel} stands in every section of this chart and must show in no other.",
                        Name = new PersonName([person.Given, sentinel], ["Isolde"]),
                        Sex = index % 2 == 0 ? Sex.Female : Sex.Male,
                        Born = new DateOnly(1960 + index, 1 + index, 10 + index),
                        Sentinel = sentinel,
                        Wording = text => $"{text} {sentinel}",
                        Thorough = true,
                        Live = RecordCases.Complete,
                    };
                }
            ),
        ];
}
