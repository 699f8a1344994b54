namespace HeiChartViewer.Sandbox.Population;

/// <summary>Names, streets and towns the population is made of; whoever carries one of them is invented.</summary>
internal static class Names
{
    public static readonly IReadOnlyList<string> Female =
    [
        "Ada",
        "Beatrice",
        "Camila",
        "Delia",
        "Edith",
        "Farah",
        "Greta",
        "Helen",
        "Imani",
        "Joana",
        "Keiko",
        "Lucía",
        "Mabel",
        "Nadia",
        "Odile",
        "Paula",
        "Renata",
        "Sofía",
        "Tamara",
        "Ursula",
        "Vera",
        "Wanda",
        "Yara",
        "Zoë",
    ];

    public static readonly IReadOnlyList<string> Male =
    [
        "Abel",
        "Bruno",
        "Caleb",
        "Dimitri",
        "Emil",
        "Felix",
        "Gustav",
        "Hugo",
        "Ivan",
        "Jorge",
        "Kofi",
        "Leon",
        "Mateo",
        "Nils",
        "Omar",
        "Pavel",
        "Quentin",
        "René",
        "Samuel",
        "Tomás",
        "Uwe",
        "Victor",
        "Walter",
        "Yusuf",
    ];

    public static readonly IReadOnlyList<string> Family =
    [
        "Abernathy",
        "Brightwater",
        "Castellano",
        "Dunmore",
        "Eastwick",
        "Fairbanks",
        "Gallowglass",
        "Hawthorne",
        "Ibarra",
        "Jankowski",
        "Kestrel",
        "Lindqvist",
        "Marchetti",
        "Nakamura",
        "Okonjo",
        "Pemberton",
        "Quillfeather",
        "Rosenthal",
        "Salazar",
        "Thistlewood",
        "Underhill",
        "Vasquez",
        "Whitcombe",
        "Ximenes",
        "Yarrow",
        "Zielinski",
        "O'Hollow",
        "St. Clair-Moor",
        "Müllerstein",
        "Núñez-Prado",
    ];

    public static readonly IReadOnlyList<(string Given, string Family)> Clinicians =
    [
        ("Amara", "Holloway"),
        ("Bjorn", "Castle"),
        ("Chiara", "Wren"),
        ("Daniel", "Osei"),
        ("Elena", "Marsh"),
        ("Farid", "Stone"),
        ("Grace", "Lindholm"),
        ("Hiro", "Tanabe"),
    ];

    public static readonly IReadOnlyList<string> Streets =
    [
        "Pine Alley",
        "Quarry Road",
        "Lantern Street",
        "Mill Lane",
        "Harbor View",
        "Orchard Row",
        "Foundry Court",
        "Meadow Walk",
    ];

    public static readonly IReadOnlyList<(string City, string State, string Zip)> Towns =
    [
        ("CHICAGO", "IL", "60634"),
        ("EVANSTON", "IL", "60201"),
        ("OAK PARK", "IL", "60302"),
        ("CICERO", "IL", "60804"),
        ("GARY", "IN", "46402"),
    ];
}
