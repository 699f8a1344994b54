using HealtheIntent.Client;
using HeiChartViewer.Web.Chart.Merging;
using HeiChartViewer.Web.Tenants;

namespace HeiChartViewer.Web.Chart.Records;

public static partial class RecordSections
{
    /// <summary>Problems and diagnoses.</summary>
    public static RecordSection<Condition> Conditions(TenantClients clients)
    {
        RecordColumn<Condition> severity = new(
            Phrase.Of("Severity"),
            condition => condition.Severity?.Display
        );
        RecordColumn<Condition> certainty = new(
            Phrase.Of("Certainty"),
            condition => condition.VerificationStatus?.Display
        );
        var resolved = OfDay<Condition>(Phrase.Of("Resolved"), condition => condition.ResolvedOn);
        return new()
        {
            Api = RecordKind.Condition.ApiName,
            Kind = RecordKind.Condition,
            Read = Reader(session => clients.Of(session).Conditions),
            Source = session => clients.Of(session).Conditions,
            PatientOf = PatientOf,
            Share = (record, shared) => shared.In(record),
            IsWithdrawn = condition =>
                Statuses.IsEnteredInError(condition.Status)
                || Statuses.IsEnteredInError(condition.VerificationStatus),
            IsCurrent = condition =>
                condition.ResolvedOn is null && !Statuses.IsPast(condition.Status),
            View = ChartView.Conditions,
            CardTitle = Phrase.Of("Active conditions"),
            Noun = Phrase.Of("conditions"),
            SubjectLabel = Phrase.Of("Condition"),
            Subject = condition => condition.Code,
            When = condition => condition.Onset ?? condition.EffectiveDate ?? condition.AssertedOn,
            WhenLabel = Phrase.Of("Since"),
            StandIn = condition =>
                condition switch
                {
                    { Onset: not null } => null,
                    { EffectiveDate: not null } => Phrase.Of("Dated"),
                    { AssertedOn: not null } => Phrase.Of("Recorded"),
                    _ => null,
                },
            Recorded = OfDay<Condition>(Phrase.Of("Recorded"), condition => condition.AssertedOn),
            Status = condition => condition.Status,
            Columns =
            [
                new(Phrase.Of("Kind"), condition => KindOf(condition)?.Display),
                severity,
                certainty,
                resolved,
            ],
            GroupOf = row => $"{ConditionKinds.Of(KindOf(row.Lead))}",
            GroupPlace = row => ConditionKinds.PlaceOf(KindOf(row.Lead)),
            // A diagnosis of one visit is not the problem on the list.
            Occasion = condition => SubjectKey.Folded(KindOf(condition)?.Display ?? ""),
            Compared =
            [
                severity,
                certainty,
                OfDay<Condition>(Phrase.Of("Onset"), condition => condition.Onset),
                resolved,
            ],
            Concepts = condition =>
                [
                    (Phrase.Of("Condition"), condition.Code),
                    (Phrase.Of("Kind"), condition.Classification),
                    (Phrase.Of("Category"), condition.Category),
                    (Phrase.Of("Type"), condition.Type),
                    (Phrase.Of("Status"), condition.Status),
                    (Phrase.Of("Certainty"), condition.VerificationStatus),
                    (Phrase.Of("Severity"), condition.Severity),
                ],
        };
    }

    private static CodeableConcept? KindOf(Condition condition) =>
        condition.Classification ?? condition.Category ?? condition.Type;
}
