using HealtheIntent.Client;
using HeiChartViewer.Web.Chart.Merging;
using HeiChartViewer.Web.Chart.Visits;
using HeiChartViewer.Web.Tenants;

namespace HeiChartViewer.Web.Chart.Records;

public static partial class RecordSections
{
    /// <summary>Visits and stays.</summary>
    public static RecordSection<Encounter> Encounters(TenantClients clients)
    {
        RecordColumn<Encounter> reason = new(
            Phrase.Of("Reason"),
            encounter => RecordWords.Concepts(encounter.Reasons)
        );
        RecordColumn<Encounter> place = new(
            Phrase.Of("Place"),
            encounter => RecordWords.Place(encounter.Location)
        );
        RecordColumn<Encounter> end = new(
            Phrase.Of("End"),
            encounter => encounter.End is null ? null : ClinicalDate.DayAndTime(encounter.End)
        )
        {
            When = encounter => encounter.End,
        };
        return new()
        {
            Api = RecordKind.Encounter.ApiName,
            Kind = RecordKind.Encounter,
            Read = Reader(session => clients.Of(session).Encounters),
            Source = session => clients.Of(session).Encounters,
            PatientOf = PatientOf,
            Share = (record, shared) => shared.In(record),
            IsWithdrawn = encounter => Statuses.IsEnteredInError(encounter.Status),
            View = ChartView.Encounters,
            CardTitle = Phrase.Of("Recent encounters"),
            Noun = Phrase.Of("encounters"),
            SubjectLabel = Phrase.Of("Visit"),
            Subject = encounter => encounter.Type ?? encounter.Classification,
            When = encounter => encounter.Start,
            WhenLabel = Phrase.Of("Start"),
            Status = encounter => encounter.Status,
            Columns =
            [
                reason,
                place,
                new(Phrase.Of("Provider"), encounter => RecordWords.People(encounter.Providers)),
                new(
                    Phrase.Of("Stay"),
                    encounter => LengthOfStay.Words(encounter.Start, encounter.End)
                ),
            ],
            Details = [end],
            Occasion = encounter => Occasions.Moment(encounter.Start),
            Compared = [reason, place, end],
            Concepts = encounter =>
                [
                    (Phrase.Of("Type"), encounter.Type),
                    (Phrase.Of("Class"), encounter.Classification),
                    (Phrase.Of("Status"), encounter.Status),
                    (Phrase.Of("Service"), encounter.HospitalService),
                    (Phrase.Of("Discharge"), encounter.DischargeDisposition),
                    .. encounter.Reasons.Select(r => (Phrase.Of("Reason"), (CodeableConcept?)r)),
                ],
        };
    }
}
