using HeiChartViewer.Web.Chart.Demographics;
using HeiChartViewer.Web.Launch;
using HeiChartViewer.Web.Sessions;
using HeiChartViewer.Web.Tenants;

namespace HeiChartViewer.Web.Chart.Printing;

/// <summary>What stands on every page of paper: whose record it is, and who printed it when.</summary>
/// <param name="Patient">Name, birth date with age, gender or sex at birth: what the banner says first.</param>
/// <param name="Identifiers">Each with what it is an identifier of (PAB-0036).</param>
/// <param name="Printed">By whom and when.</param>
/// <param name="Platform">The id that HealtheIntent knew the patient by then; it is not stable (design rule 3).</param>
public sealed record PrintedIdentity(
    string Patient,
    string Identifiers,
    string Printed,
    string Platform
)
{
    /// <summary>Says it of a session. Where the demographics are missing, the paper says so and is known by its ids.</summary>
    public static PrintedIdentity Of(
        ChartSession session,
        PatientIdentity? identity,
        DataPartitions partitions,
        FacilityClock clock,
        DateTimeOffset at
    )
    {
        var aliases = (identity?.Aliases ?? [])
            .Take(2)
            .Select(alias => $"{alias.Type ?? Say("Identifier")} {Apart(alias.Value)}");
        return new(
            string.Join(
                " · ",
                identity is null
                    ? [Say("Demographics not available")]
                    : Person(identity, clock).Select(Apart)
            ),
            string.Join(
                " · ",
                [.. aliases.Select(Apart), Apart(partitions.PersonId(session.Source))]
            ),
            Say(
                $"Printed by {session.User.Name} ({session.User.Id}) on {ClinicalDate.DayAndTime(clock.Local(at))}"
            ),
            Say($"HealtheIntent patient ID when printed {session.PatientId}")
        );
    }

    private static IEnumerable<string> Person(PatientIdentity identity, FacilityClock clock) =>
        [
            identity.Name is null ? Say("Name not recorded") : Isolated(identity.Name),
            Say($"Born {ClinicalDate.Day(identity.Born)}") + Age(identity, clock),
            .. Death(identity),
            Sex(identity.Sex),
        ];

    /// <summary>
    /// A name that can turn what stands about it round, set apart: scripts written from right to left, and the
    /// characters that direct text, all come after U+058F.
    /// </summary>
    private static string Isolated(string name) =>
        name.Any(letter => letter > '\u058F') ? $"\u2068{name}\u2069" : name;

    private static string Age(PatientIdentity identity, FacilityClock clock) =>
        identity.Deceased || Demographics.Age.On(clock.Today, identity.Born) is not { } age
            ? ""
            : $" ({age})";

    private static string Sex(StatedSex sex)
    {
        var value = sex.Value ?? Say("not recorded");
        return sex.IsBirthSex ? Say($"Sex at birth {value}") : Say($"Gender {value}");
    }

    private static IEnumerable<string> Death(PatientIdentity identity) =>
        !identity.Deceased ? []
        : identity.Died is null ? [Say("Died, date not recorded")]
        : [Say($"Died {ClinicalDate.Day(identity.Died)}")];
}
