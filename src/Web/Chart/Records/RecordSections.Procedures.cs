using HealtheIntent.Client;
using HeiChartViewer.Web.Chart.Merging;
using HeiChartViewer.Web.Tenants;

namespace HeiChartViewer.Web.Chart.Records;

public static partial class RecordSections
{
    /// <summary>Procedures.</summary>
    public static RecordSection<Procedure> Procedures(TenantClients clients)
    {
        RecordColumn<Procedure> modifier = new(
            Phrase.Of("Modifier"),
            procedure => RecordWords.Concepts(procedure.Modifiers)
        );
        return new()
        {
            Api = RecordKind.Procedure.ApiName,
            Kind = RecordKind.Procedure,
            Read = Reader(session => clients.Of(session).Procedures),
            Source = session => clients.Of(session).Procedures,
            PatientOf = PatientOf,
            Share = (record, shared) => shared.In(record),
            IsWithdrawn = procedure => Statuses.IsEnteredInError(procedure.Status),
            View = ChartView.Procedures,
            CardTitle = Phrase.Of("Procedures"),
            Noun = Phrase.Of("procedures"),
            SubjectLabel = Phrase.Of("Procedure"),
            Subject = procedure => procedure.Code,
            When = procedure => procedure.Start ?? procedure.End,
            WhenLabel = Phrase.Of("Date"),
            Status = procedure => procedure.Status,
            Columns =
            [
                modifier,
                new(Phrase.Of("Performer"), procedure => RecordWords.People(procedure.Performers)),
            ],
            Occasion = procedure => Occasions.Day(procedure.Start ?? procedure.End),
            Compared = [modifier],
            Concepts = procedure =>
                [
                    (Phrase.Of("Procedure"), procedure.Code),
                    (Phrase.Of("Status"), procedure.Status),
                    .. procedure.Modifiers.Select(m =>
                        (Phrase.Of("Modifier"), (CodeableConcept?)m)
                    ),
                ],
        };
    }
}
