using HealtheIntent.Client;
using HeiChartViewer.Web.Chart.Merging;
using HeiChartViewer.Web.Chart.Sections;

namespace HeiChartViewer.Web.Chart.Records;

/// <summary>
/// The allergies in one line of the banner. There are four answers and a fifth while it is being asked; "none" is
/// said only where a record says it (PAB-0064 to -0072).
/// </summary>
/// <param name="State">The answer, as a stable word; the style has the same name.</param>
/// <param name="Mark">Its sign, so that it does not rest on colour.</param>
/// <param name="Headline">Its words.</param>
/// <param name="Detail">The first of them, or the reason.</param>
public sealed record AllergySummary(string State, string Mark, string Headline, string? Detail)
{
    /// <summary>Sums the section up. What two sources record of the same substance is one allergy, as in the section.</summary>
    public static AllergySummary Of(RecordSection<Allergy> section, SectionState<Allergy> state)
    {
        var present = Distinct(section, state.Records);
        if (present.Count > 0)
            return Known(present, state.Status);
        return state.Status switch
        {
            SectionStatus.Loading => new("loading", "…", Say("Allergies loading"), null),
            SectionStatus.KnownNone => new(
                "none",
                "✓",
                Say("No known allergies"),
                Say("as recorded by a source")
            ),
            SectionStatus.Known or SectionStatus.NoneReceived => new(
                "not-recorded",
                "○",
                Say("Allergies not recorded"),
                Say("ask the patient")
            ),
            _ => new("unavailable", "?", Say("Allergies unavailable"), Say("may well exist")),
        };
    }

    /// <summary>The allergies that the patient has, each once however many records say so.</summary>
    public static IReadOnlyList<MergedRecord<Allergy>> Distinct(
        RecordSection<Allergy> section,
        IEnumerable<Allergy> records
    ) => RecordMerge.Merge(section, section.Order(records.Where(AllergyRules.IsPresent)));

    private static AllergySummary Known(
        IReadOnlyList<MergedRecord<Allergy>> allergies,
        SectionStatus status
    )
    {
        // A reaction that any source calls grave is grave.
        var first = allergies
            .OrderByDescending(row => row.Contributors.Any(AllergyRules.IsHighCriticality))
            .First();
        var name = first.Lead.Code?.Display ?? Say("not named");
        var reaction = first
            .Contributors.SelectMany(record => record.Reactions)
            .Select(r => r.Manifestation?.Display)
            .FirstOrDefault(text => text is not null);
        var others = allergies.Count > 1 ? $"\u00a0·\u00a0+{allergies.Count - 1}" : "";
        return new(
            "known",
            "▲",
            status.IsComplete()
                ? Counted(allergies.Count, "{0} allergy", "{0} allergies")
                : Counted(allergies.Count, "{0} allergy so far", "{0} allergies so far"),
            (reaction is null ? name : $"{name} — {reaction}") + others
        );
    }
}
