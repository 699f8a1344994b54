using HealtheIntent.Client;
using HeiChartViewer.Web.Chart.Merging;
using HeiChartViewer.Web.Chart.Visits;

namespace HeiChartViewer.Web.Chart.Records;

public static partial class RecordSections
{
    /// <summary>Visits and stays.</summary>
    public static RecordSection<Encounter> Encounters(HealtheIntentClient client)
    {
        RecordColumn<Encounter> reason = new(
            "Reason",
            encounter => RecordWords.Concepts(encounter.Reasons)
        );
        RecordColumn<Encounter> place = new(
            "Place",
            encounter => RecordWords.Place(encounter.Location)
        );
        return new()
        {
            Api = RecordKind.Encounter.ApiName,
            Read = Reader(client.Encounters),
            Source = client.Encounters,
            PatientOf = PatientOf,
            Share = (record, shared) => shared.In(record),
            IsWithdrawn = encounter => Statuses.IsEnteredInError(encounter.Status),
            View = ChartView.Encounters,
            CardTitle = "Recent encounters",
            Noun = "encounters",
            SubjectLabel = "Visit",
            Subject = encounter => encounter.Type ?? encounter.Classification,
            When = encounter => encounter.Start,
            WhenLabel = "Start",
            Status = encounter => encounter.Status,
            Columns =
            [
                reason,
                place,
                new("Provider", encounter => RecordWords.People(encounter.Providers)),
                new("Stay", encounter => LengthOfStay.Words(encounter.Start, encounter.End)),
            ],
            Details =
            [
                new(
                    "End",
                    encounter =>
                        encounter.End is null ? null : ClinicalDate.DayAndTime(encounter.End)
                ),
            ],
            Occasion = encounter => Occasions.Moment(encounter.Start),
            Compared = [reason, place],
            Concepts = encounter =>
                [
                    ("Type", encounter.Type),
                    ("Class", encounter.Classification),
                    ("Status", encounter.Status),
                    ("Service", encounter.HospitalService),
                    ("Discharge", encounter.DischargeDisposition),
                    .. encounter.Reasons.Select(r => ("Reason", (CodeableConcept?)r)),
                ],
        };
    }
}
