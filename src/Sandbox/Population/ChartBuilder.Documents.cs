using System.Text;
using HeiChartViewer.Sandbox.Records;
using HeiChartViewer.Sandbox.Terminology;

namespace HeiChartViewer.Sandbox.Population;

internal sealed partial class ChartBuilder
{
    private readonly List<DocumentReference> _documents = [];
    private readonly Dictionary<string, StoredBinary> _binaries = new(StringComparer.Ordinal);

    /// <summary>Writes up a visit: what was found, what it means, what is done about it.</summary>
    public void Note(DocumentKind kind, Visit visit, string? story = null)
    {
        List<string> text =
        [
            kind.Name.ToUpperInvariant(),
            $"{Person.Name.Formatted}, born {RecordDates.Day(Person.Born)}",
            $"Seen {RecordDates.Day(visit.Day)} by {visit.Clinician.Provider.Name.Formatted}",
            "",
        ];
        Paragraph("Reason", [visit.Reason?.Name ?? "Routine visit"]);
        if (story is not null)
            Paragraph("History", [story]);
        Paragraph("Findings", visit.Findings);
        Paragraph("Diagnoses", visit.Diagnosed);
        Paragraph("Plan", visit.Plan);
        Document(
            kind,
            visit,
            visit.Reason is { } why ? $"{kind.Name}: {why.Name}" : kind.Name,
            string.Join('\n', text)
        );

        void Paragraph(string title, IReadOnlyList<string> lines)
        {
            if (lines.Count > 0)
                text.AddRange([$"{title}:", .. lines.Select(line => $"  {line}"), ""]);
        }
    }

    /// <summary>Files a document with these words.</summary>
    public void Document(DocumentKind kind, Visit visit, string description, string words)
    {
        var name = Next("document");
        var id = _ids.Hex64("document", name);
        var binaryId = _ids.Hex64("binary", name);
        var bytes = Encoding.UTF8.GetBytes(Say(words));
        _binaries[binaryId] = new StoredBinary("text/plain; charset=utf-8", bytes);
        _documents.Add(
            new DocumentReference
            {
                Id = id,
                Status = Statuses.Document("current"),
                Type = Coded(visit.Source, kind.Type, EventCodeSet, kind.Name),
                Category = Concepts.Words(
                    kind == DocumentKind.Imaging || kind == DocumentKind.Pathology
                        ? "Diagnostic report"
                        : "Clinical note"
                ),
                Description = Say(description),
                CreatedOn = RecordDates.Utc(visit.End),
                Authors = [visit.Clinician],
                Encounter = visit.Reference,
                Contents =
                [
                    new DocumentContent
                    {
                        Title = Say(description),
                        ContentType = "text/plain",
                        Size = bytes.Length,
                        Binary = new Reference { Id = binaryId },
                    },
                ],
                SourceIdentifier = From(visit.Source, "document", name),
            }
        );
    }
}
