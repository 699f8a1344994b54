using HealtheIntent.Client;

namespace HeiChartViewer.Web.Chart.Records;

public static partial class RecordSections
{
    /// <summary>Allergies.</summary>
    public static RecordSection<Allergy> Allergies(HealtheIntentClient client)
    {
        RecordColumn<Allergy> reaction = new("Reaction", AllergyRules.Reactions);
        RecordColumn<Allergy> criticality = new(
            "Criticality",
            allergy => allergy.Criticality?.Display
        );
        return new()
        {
            Api = RecordKind.Allergy.ApiName,
            Read = Reader(client.Allergies),
            Source = client.Allergies,
            PatientOf = PatientOf,
            Share = (record, shared) => shared.In(record),
            IsWithdrawn = allergy => Statuses.IsEnteredInError(allergy.Status),
            SaysNone = AllergyRules.SaysNone,
            IsCurrent = allergy =>
                AllergyRules.IsPresent(allergy) || AllergyRules.IsNegation(allergy),
            View = ChartView.Allergies,
            CardTitle = "Allergies",
            Noun = "allergies",
            SubjectLabel = "Allergy to",
            Subject = allergy => allergy.Code,
            When = allergy => allergy.AssertedOn ?? allergy.Onset,
            WhenLabel = "Recorded",
            Status = allergy => allergy.Status,
            Columns =
            [
                reaction,
                criticality,
                new("Category", allergy => allergy.Category?.Display),
                new(
                    "Since",
                    allergy => allergy.Onset is null ? null : ClinicalDate.Day(allergy.Onset)
                ),
            ],
            Occasion = _ => "",
            Compared = [criticality, reaction],
            Concepts = allergy =>
                [
                    ("Substance", allergy.Code),
                    ("Status", allergy.Status),
                    ("Criticality", allergy.Criticality),
                    ("Category", allergy.Category),
                    ("Type", allergy.Type),
                    .. allergy.Reactions.SelectMany(r =>
                        new[] { ("Reaction", r.Manifestation), ("Severity", r.Severity) }
                    ),
                ],
        };
    }
}
