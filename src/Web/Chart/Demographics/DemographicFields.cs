using HealtheIntent.Client;

namespace HeiChartViewer.Web.Chart.Demographics;

/// <summary>One line of the demographics: what each source record says of it.</summary>
/// <param name="Name">The line's label.</param>
/// <param name="Values">The values of a source record, as shown; none where the source recorded none.</param>
public sealed record DemographicField(
    Phrase Name,
    Func<DemographicRecord, IReadOnlyList<string>> Values
)
{
    /// <summary>Whether each source has its own, as of an identifier that it gave: to differ is then no contradiction.</summary>
    public bool IsOfTheSource { get; init; }

    /// <summary>
    /// Whether sources that recorded the field disagree. A source without a value does not disagree, and neither
    /// order nor letter case is a difference.
    /// </summary>
    public bool Differs(IEnumerable<DemographicRecord> records) =>
        Compare(records) is Agreement.Differ;

    /// <summary>How the sources that recorded the field stand to one another.</summary>
    public Agreement Compare(IEnumerable<DemographicRecord> records)
    {
        if (IsOfTheSource)
            return Agreement.OfTheSource;
        var recorded = records
            .Select(record => Values(record).Order(StringComparer.OrdinalIgnoreCase).ToList())
            .Where(values => values.Count > 0)
            .Select(values => string.Join('\n', values).ToUpperInvariant())
            .ToList();
        return recorded.Count switch
        {
            0 => Agreement.NotRecorded,
            1 => Agreement.OneSource,
            _ => recorded.Distinct().Skip(1).Any() ? Agreement.Differ : Agreement.Agree,
        };
    }
}

/// <summary>How sources stand to one another about a field.</summary>
public enum Agreement
{
    /// <summary>No source recorded it.</summary>
    NotRecorded,

    /// <summary>One source recorded it, and none can confirm it.</summary>
    OneSource,

    /// <summary>Each source that recorded it recorded the same.</summary>
    Agree,

    /// <summary>Each source has its own.</summary>
    OfTheSource,

    /// <summary>Sources recorded it differently.</summary>
    Differ,
}

/// <summary>The lines of the longitudinal demographics, in the order they are read.</summary>
public static class DemographicFields
{
    /// <summary>Name.</summary>
    public static DemographicField Name { get; } =
        new(
            Phrase.Of("Name"),
            record =>
                [
                    .. record
                        .Names.Select(name => (Text: PersonNames.Write(name), name.Use))
                        .Where(name => name.Text is not null)
                        .Select(name => Labelled(name.Text!, name.Use)),
                ]
        );

    /// <summary>Birth date.</summary>
    public static DemographicField BirthDate { get; } =
        new(
            Phrase.Of("Birth date"),
            record => record.BirthDate is { } date ? [ClinicalDate.Day(date)] : []
        );

    /// <summary>Sex at birth.</summary>
    public static DemographicField BirthSex { get; } =
        new(Phrase.Of("Sex at birth"), record => Coded(record.BirthSex));

    /// <summary>Gender.</summary>
    public static DemographicField Gender { get; } =
        new(Phrase.Of("Gender"), record => Coded(record.Gender));

    /// <summary>What a patient is identified by.</summary>
    public static IReadOnlyList<DemographicField> Identity { get; } =
    [Name, BirthDate, BirthSex, Gender];

    /// <summary>All lines.</summary>
    public static IReadOnlyList<DemographicField> All { get; } =
    [
        .. Identity,
        new(Phrase.Of("Deceased"), Deceased),
        new(Phrase.Of("Race"), record => Coded(record.Races)),
        new(Phrase.Of("Ethnicity"), record => Coded(record.Ethnicities)),
        new(Phrase.Of("Language"), record => Coded(record.Languages)),
        new(Phrase.Of("Marital status"), record => Coded(record.MaritalStatus)),
        new(Phrase.Of("Religion"), record => Coded(record.Religions)),
        new(
            Phrase.Of("Address"),
            record => [.. record.Addresses.Select(Address).Where(text => text.Length > 0)]
        ),
        new(
            Phrase.Of("Phone"),
            record => [.. record.Telecoms.Select(t => Labelled(t.Value ?? "", t.Use))]
        ),
        new(
            Phrase.Of("Email"),
            record =>
                [.. record.EmailAddresses.Select(e => e.Value ?? "").Where(text => text.Length > 0)]
        ),
        new(Phrase.Of("Identifiers"), record => [.. record.Aliases.Select(Alias)])
        {
            IsOfTheSource = true,
        },
    ];

    /// <summary>An identifier with its type; an identifier without a label is no identifier (PAB-0036).</summary>
    public static string Alias(Alias alias) =>
        $"{alias.Type ?? Say("Identifier")} {Apart(alias.Value)}";

    private static IReadOnlyList<string> Deceased(DemographicRecord record) =>
        (record.Deceased, record.DeathDate) switch
        {
            (_, { } died) => [Say($"died {ClinicalDate.Day(died)}")],
            (true, _) => [Say("yes, date not recorded")],
            (false, _) => [Say("no")],
            _ => [],
        };

    private static string Address(PersonAddress address)
    {
        var lines = new List<string>(address.Lines);
        var place = string.Join(
            ' ',
            new[] { address.City, address.State, address.PostalCode }.Where(part =>
                !string.IsNullOrWhiteSpace(part)
            )
        );
        lines.Add(place);
        lines.Add(address.Country ?? "");
        var written = string.Join(", ", lines.Where(line => !string.IsNullOrWhiteSpace(line)));
        return Labelled(written.Length > 0 ? written : address.Text ?? "", address.Use);
    }

    private static string Labelled(string text, string? use) =>
        string.IsNullOrWhiteSpace(use) || text.Length == 0
            ? text
            : $"{text} ({use.ToLowerInvariant()})";

    private static IReadOnlyList<string> Coded(CodeableConcept? concept) =>
        concept?.Display is { } text ? [text] : [];

    private static IReadOnlyList<string> Coded(IEnumerable<CodeableConcept> concepts) =>
        [.. concepts.Select(concept => concept.Display).OfType<string>()];
}
