using HealtheIntent.Client;
using HeiChartViewer.Web.Tenants;

namespace HeiChartViewer.Web.Chart.Records;

public static partial class RecordSections
{
    /// <summary>Allergies.</summary>
    public static RecordSection<Allergy> Allergies(TenantClients clients)
    {
        RecordColumn<Allergy> reaction = new(Phrase.Of("Reaction"), AllergyRules.Reactions);
        RecordColumn<Allergy> criticality = new(
            Phrase.Of("Criticality"),
            allergy => allergy.Criticality?.Display
        )
        {
            IsGrave = AllergyRules.IsHighCriticality,
        };
        var since = OfDay<Allergy>(Phrase.Of("Since"), allergy => allergy.Onset);
        return new()
        {
            Api = RecordKind.Allergy.ApiName,
            Kind = RecordKind.Allergy,
            Read = Reader(session => clients.Of(session).Allergies),
            Source = session => clients.Of(session).Allergies,
            PatientOf = PatientOf,
            Share = (record, shared) => shared.In(record),
            IsWithdrawn = allergy => Statuses.IsEnteredInError(allergy.Status),
            SaysNone = AllergyRules.SaysNone,
            IsCurrent = allergy =>
                AllergyRules.IsPresent(allergy) || AllergyRules.IsNegation(allergy),
            View = ChartView.Allergies,
            CardTitle = Phrase.Of("Allergies"),
            Noun = Phrase.Of("allergies"),
            SubjectLabel = Phrase.Of("Allergy to"),
            Subject = allergy => allergy.Code,
            When = allergy => allergy.AssertedOn ?? allergy.Onset,
            WhenLabel = Phrase.Of("Recorded"),
            StandIn = allergy =>
                allergy is { AssertedOn: null, Onset: not null } ? Phrase.Of("Since") : null,
            Recorded = OfDay<Allergy>(Phrase.Of("Recorded"), allergy => allergy.AssertedOn),
            Status = allergy => allergy.Status,
            Columns =
            [
                reaction,
                criticality,
                new(Phrase.Of("Category"), allergy => allergy.Category?.Display),
                since,
            ],
            Occasion = _ => "",
            Compared = [criticality, reaction, since],
            Concepts = allergy =>
                [
                    (Phrase.Of("Substance"), allergy.Code),
                    (Phrase.Of("Status"), allergy.Status),
                    (Phrase.Of("Criticality"), allergy.Criticality),
                    (Phrase.Of("Category"), allergy.Category),
                    (Phrase.Of("Type"), allergy.Type),
                    .. allergy.Reactions.SelectMany(r =>
                        new[]
                        {
                            (Phrase.Of("Reaction"), r.Manifestation),
                            (Phrase.Of("Severity"), r.Severity),
                        }
                    ),
                ],
        };
    }
}
