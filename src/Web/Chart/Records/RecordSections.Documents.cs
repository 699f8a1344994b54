using HealtheIntent.Client;
using HeiChartViewer.Web.Tenants;

namespace HeiChartViewer.Web.Chart.Records;

public static partial class RecordSections
{
    /// <summary>Notes and reports.</summary>
    public static RecordSection<DocumentReference> Documents(TenantClients clients) =>
        new()
        {
            Api = RecordKind.DocumentReference.ApiName,
            Kind = RecordKind.DocumentReference,
            Read = Reader(session => clients.Of(session).Documents),
            Source = session => clients.Of(session).Documents,
            PatientOf = PatientOf,
            Share = (record, shared) => shared.In(record),
            IsWithdrawn = document => Statuses.IsEnteredInError(document.Status),
            View = ChartView.Documents,
            CardTitle = Phrase.Of("Documents"),
            Noun = Phrase.Of("documents"),
            SubjectLabel = Phrase.Of("Document"),
            Subject = document => document.Type ?? document.Category,
            When = document => document.CreatedOn,
            WhenLabel = Phrase.Of("Written"),
            Status = document => document.Status,
            Columns =
            [
                new(Phrase.Of("Description"), document => document.Description),
                new(Phrase.Of("Author"), document => RecordWords.People(document.Authors)),
                new(
                    Phrase.Of("Format"),
                    document => RecordWords.Joined(document.Contents.Select(c => c.ContentType))
                ),
            ],
            // Two notes of one kind are two notes.
            Occasion = _ => null,
            Compared = [],
            Concepts = document =>
                [
                    (Phrase.Of("Type"), document.Type),
                    (Phrase.Of("Category"), document.Category),
                    (Phrase.Of("Status"), document.Status),
                ],
        };
}
