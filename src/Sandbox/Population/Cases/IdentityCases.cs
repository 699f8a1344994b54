using HeiChartViewer.Sandbox.Population.Pathways;

namespace HeiChartViewer.Sandbox.Population.Cases;

/// <summary>People who are hard to name, to tell apart or to find.</summary>
internal static class IdentityCases
{
    private const string SharedPersonId = "660123";

    public static IReadOnlyList<PersonSketch> All =>
        [
            new()
            {
                Key = "deceased",
                Title = "Deceased",
                What = "Died on 14-Mar-2026: the banner says so and gives the age at death.",
                Name = new PersonName("Harold", "Pemberton"),
                Sex = Sex.Male,
                Born = new DateOnly(1944, 6, 2),
                Died = new DateOnly(2026, 3, 14),
                Live = HeartFailurePathway.Live,
            },
            new()
            {
                Key = "infant",
                Title = "Infant",
                What =
                    "Born six weeks ago: the age is in weeks, adult reference ranges are not sent.",
                Name = new PersonName("Mila", "Okonjo"),
                Sex = Sex.Female,
                DaysOld = 43,
                Live = WellChildPathway.Live,
            },
            new()
            {
                Key = "newborn",
                Title = "Newborn",
                What =
                    "Born yesterday: a birth date is a day, so the age is in days, and nothing happened before the birth.",
                Name = new PersonName("Baby boy", "Lindholm"),
                Sex = Sex.Male,
                DaysOld = 1,
                SourceCount = 1,
                Live = NewbornPathway.Live,
            },
            new()
            {
                Key = "twin-1",
                Title = "Twin, one of two",
                What =
                    "Shares family name, birth date and address with a twin, and the names begin alike: only the given name and the ids differ.",
                Name = new PersonName("Karin", "Ekdahl"),
                Sex = Sex.Female,
                Born = new DateOnly(2019, 5, 30),
                PersonId = "770412",
                Live = WellChildPathway.Live,
            },
            new()
            {
                Key = "twin-2",
                Title = "Twin, two of two",
                What =
                    "Shares family name, birth date and address with a twin, and the names begin alike: only the given name and the ids differ.",
                Name = new PersonName("Karina", "Ekdahl"),
                Sex = Sex.Female,
                Born = new DateOnly(2019, 5, 30),
                PersonId = "770413",
                Live = WellChildPathway.Live,
            },
            new()
            {
                Key = "same-name-1",
                Title = "Same name and birth date, one of two",
                What =
                    "Another person has the same name, birth date and sex: nothing but the ids and the address tells them apart.",
                Name = new PersonName("John", "Whitaker"),
                Sex = Sex.Male,
                Born = new DateOnly(1956, 2, 29),
                Live = HypertensionPathway.Live,
            },
            new()
            {
                Key = "same-name-2",
                Title = "Same name and birth date, two of two",
                What =
                    "Another person has the same name, birth date and sex: nothing but the ids and the address tells them apart.",
                Name = new PersonName("John", "Whitaker"),
                Sex = Sex.Male,
                Born = new DateOnly(1956, 2, 29),
                Live = CopdPathway.Live,
            },
            new()
            {
                Key = "swedish-name",
                Title = "Swedish name",
                What =
                    "Å, Ä and Ö are letters of their own: they are not A and O, in a list or in a search.",
                Name = new PersonName("Åsa Östen", "Öhrström"),
                Sex = Sex.Female,
                Born = new DateOnly(1966, 12, 13),
                Live = Background.Live,
            },
            new()
            {
                Key = "single-name",
                Title = "One name only",
                What = "Has no family name in any source: nothing may be invented in its place.",
                Name = new PersonName(["Prabowani"], []),
                Sex = Sex.Male,
                Born = new DateOnly(1968, 1, 30),
                Live = Background.Live,
            },
            new()
            {
                Key = "similar-name-1",
                Title = "Similar name, one of two",
                What =
                    "Shares family name, birth date and most of the given name with another patient: search must warn.",
                Name = new PersonName("Giuliana", "Marchetti"),
                Sex = Sex.Female,
                Born = new DateOnly(1971, 5, 4),
                Live = Background.Live,
            },
            new()
            {
                Key = "similar-name-2",
                Title = "Similar name, two of two",
                What =
                    "Shares family name, birth date and most of the given name with another patient: search must warn.",
                Name = new PersonName("Giulia", "Marchetti"),
                Sex = Sex.Female,
                Born = new DateOnly(1971, 5, 4),
                Live = Background.Live,
            },
            new()
            {
                Key = "two-matches",
                Title = "One local id, two patients",
                What = "The lookup answers with two patients: stop and say why, never pick one.",
                Name = new PersonName("Dana", "Double"),
                Sex = Sex.Female,
                Born = new DateOnly(1980, 9, 9),
                PersonId = SharedPersonId,
                Live = Background.Live,
            },
            new()
            {
                Key = "two-matches-other",
                Title = "One local id, two patients",
                What = "The other patient behind the same local id.",
                Name = new PersonName("Dana", "Double"),
                Sex = Sex.Female,
                Born = new DateOnly(1980, 9, 19),
                PersonId = SharedPersonId,
                Live = Background.Live,
            },
            new()
            {
                Key = "long-name",
                Title = "Very long name",
                What =
                    "A name of more than 150 characters: it may wrap, it may not be cut without a way to read it.",
                Name = new PersonName(
                    ["Maximiliana-Friederike", "Theodora Evangelina", "Bartholomea Wilhelmina"],
                    [
                        "von Hohenwaldstein-Quillfeatherington zu Altenbrunnen",
                        "de la Encarnación y Montemayor-Thistlewood",
                    ]
                ),
                Sex = Sex.Female,
                Born = new DateOnly(1959, 12, 24),
                Live = Background.Live,
            },
            new()
            {
                Key = "arabic-name",
                Title = "Arabic name",
                What = "The name runs from right to left and must not turn the text around it.",
                Name = new PersonName("ليلى", "المنصوري"),
                Sex = Sex.Female,
                Born = new DateOnly(1985, 3, 17),
                Live = Background.Live,
            },
            new()
            {
                Key = "chinese-name",
                Title = "Chinese name",
                What = "A name without letters of the Latin alphabet.",
                Name = new PersonName("晓明", "欧阳"),
                Sex = Sex.Male,
                Born = new DateOnly(1977, 7, 21),
                Live = Background.Live,
            },
            new()
            {
                Key = "disagreeing-identity",
                Title = "Sources disagree on who",
                What =
                    "Birth date and sex differ between the sources: show that they do, and whose is whose.",
                Name = new PersonName("Robin", "Fairbanks"),
                Sex = Sex.Male,
                Born = new DateOnly(1962, 4, 8),
                BornAccordingTo = new Dictionary<DataPartition, DateOnly>
                {
                    [DataPartition.Eastside] = new(1962, 8, 4),
                    [DataPartition.Northgate] = new(1926, 4, 8),
                },
                SexAccordingTo = new Dictionary<DataPartition, Sex>
                {
                    [DataPartition.Eastside] = Sex.Female,
                },
                Live = Background.Live,
            },
        ];
}
