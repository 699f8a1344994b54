using HealtheIntent.Client;

namespace HeiChartViewer.Web.Chart.Records;

public static partial class RecordSections
{
    /// <summary>Notes and reports.</summary>
    public static RecordSection<DocumentReference> Documents(HealtheIntentClient client) =>
        new()
        {
            Api = RecordKind.DocumentReference.ApiName,
            Read = Reader(client.Documents),
            Source = client.Documents,
            PatientOf = PatientOf,
            Share = (record, shared) => shared.In(record),
            IsWithdrawn = document => Statuses.IsEnteredInError(document.Status),
            View = ChartView.Documents,
            CardTitle = "Documents",
            Noun = "documents",
            SubjectLabel = "Document",
            Subject = document => document.Type ?? document.Category,
            When = document => document.CreatedOn,
            WhenLabel = "Written",
            Status = document => document.Status,
            Columns =
            [
                new("Description", document => document.Description),
                new("Author", document => RecordWords.People(document.Authors)),
                new(
                    "Format",
                    document => RecordWords.Joined(document.Contents.Select(c => c.ContentType))
                ),
            ],
            // Two notes of one kind are two notes.
            Occasion = _ => null,
            Compared = [],
            Concepts = document =>
                [
                    ("Type", document.Type),
                    ("Category", document.Category),
                    ("Status", document.Status),
                ],
        };
}
