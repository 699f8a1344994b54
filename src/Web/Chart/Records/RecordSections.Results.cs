using HealtheIntent.Client;
using HeiChartViewer.Web.Chart.Merging;
using HeiChartViewer.Web.Tenants;

namespace HeiChartViewer.Web.Chart.Records;

public static partial class RecordSections
{
    /// <summary>Laboratory results, vital signs, characteristics.</summary>
    public static RecordSection<Observation> Results(TenantClients clients)
    {
        RecordColumn<Observation> range = new(Phrase.Of("Reference range"), RecordWords.Range);
        return new()
        {
            Api = RecordKind.Observation.ApiName,
            Kind = RecordKind.Observation,
            Read = Reader(session => clients.Of(session).Observations),
            Source = session => clients.Of(session).Observations,
            PatientOf = PatientOf,
            Share = (record, shared) => shared.In(record),
            IsWithdrawn = observation => Statuses.IsEnteredInError(observation.Status),
            View = ChartView.Results,
            CardTitle = Phrase.Of("Latest results, abnormal first"),
            Noun = Phrase.Of("results"),
            SubjectLabel = Phrase.Of("Test"),
            Subject = observation => observation.Code,
            When = observation => observation.EffectiveOn,
            WhenLabel = Phrase.Of("Taken"),
            Status = observation => observation.Status,
            Columns =
            [
                new(Phrase.Of("Result"), RecordWords.Result),
                range,
                new(Phrase.Of("Kind"), observation => RecordWords.Concepts(observation.Categories)),
            ],
            Occasion = observation =>
                Occasions.Moment(observation.EffectiveOn) is { } moment
                && RecordWords.Result(observation) is { } value
                    ? $"{moment}/{SubjectKey.Folded(value)}"
                    : null,
            Compared = [new(Phrase.Of("Flag"), RecordWords.Interpretation), range],
            Concepts = observation =>
                [
                    (Phrase.Of("Test"), observation.Code),
                    (Phrase.Of("Result"), (observation.Value as ObservationValue.Coded)?.Concept),
                    (
                        Phrase.Of("Unit"),
                        (observation.Value as ObservationValue.Measured)?.Quantity.Unit
                    ),
                    (Phrase.Of("Interpretation"), observation.Interpretation),
                    .. ResultPart
                        .Of(observation)
                        .Where(part => part.Label is not null)
                        .SelectMany(part =>
                            new[]
                            {
                                (Phrase.Of("Part"), part.Result.Code),
                                (
                                    Phrase.Of("Result"),
                                    (part.Result.Value as ObservationValue.Coded)?.Concept
                                ),
                                (Phrase.Of("Interpretation"), part.Result.Interpretation),
                            }
                        ),
                    (Phrase.Of("Status"), observation.Status),
                    .. observation.Categories.Select(c => (Phrase.Of("Kind"), (CodeableConcept?)c)),
                ],
        };
    }
}
