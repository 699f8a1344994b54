using HealtheIntent.Client;
using HeiChartViewer.Web.Chart.Merging;

namespace HeiChartViewer.Web.Chart.Records;

public static partial class RecordSections
{
    /// <summary>Laboratory results, vital signs, characteristics.</summary>
    public static RecordSection<Observation> Results(HealtheIntentClient client)
    {
        RecordColumn<Observation> range = new(
            "Reference range",
            observation => RecordWords.Range(observation.ReferenceRanges)
        );
        return new()
        {
            Api = RecordKind.Observation.ApiName,
            Read = Reader(client.Observations),
            Source = client.Observations,
            PatientOf = PatientOf,
            Share = (record, shared) => shared.In(record),
            IsWithdrawn = observation => Statuses.IsEnteredInError(observation.Status),
            View = ChartView.Results,
            CardTitle = "Latest results, abnormal first",
            Noun = "results",
            SubjectLabel = "Test",
            Subject = observation => observation.Code,
            When = observation => observation.EffectiveOn,
            WhenLabel = "Taken",
            Status = observation => observation.Status,
            Columns =
            [
                new("Result", observation => RecordWords.Value(observation.Value)),
                range,
                new("Kind", observation => RecordWords.Concepts(observation.Categories)),
            ],
            Occasion = observation =>
                Occasions.Moment(observation.EffectiveOn) is { } moment
                && RecordWords.Value(observation.Value) is { } value
                    ? $"{moment}/{SubjectKey.Folded(value)}"
                    : null,
            Compared = [new("Flag", observation => observation.Interpretation?.Display), range],
            Concepts = observation =>
                [
                    ("Test", observation.Code),
                    ("Result", (observation.Value as ObservationValue.Coded)?.Concept),
                    ("Unit", (observation.Value as ObservationValue.Measured)?.Quantity.Unit),
                    ("Interpretation", observation.Interpretation),
                    ("Status", observation.Status),
                    .. observation.Categories.Select(c => ("Kind", (CodeableConcept?)c)),
                ],
        };
    }
}
