using System.Globalization;
using System.Text;
using HeiChartViewer.Sandbox.Population.Documents;
using HeiChartViewer.Sandbox.Records;
using HeiChartViewer.Sandbox.Terminology;

namespace HeiChartViewer.Sandbox.Population;

internal sealed partial class ChartBuilder
{
    private const int LengthOfTheLost = 48_213;
    private const double PrintedReports = 0.35;

    private readonly List<DocumentReference> _documents = [];
    private readonly Dictionary<string, StoredBinary> _binaries = new(StringComparer.Ordinal);

    /// <summary>Writes up a visit: what was found, what it means, what is done about it.</summary>
    public void Note(DocumentKind kind, Visit visit, string? story = null, string? family = null)
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
        if (family is not null)
            Paragraph("Family history", [family]);
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

    /// <summary>Files a document with these words; the reports of some departments are printed.</summary>
    public void Document(DocumentKind kind, Visit visit, string description, string words)
    {
        var name = _counts.GetValueOrDefault("document") + 1;
        if (
            (kind == DocumentKind.Imaging || kind == DocumentKind.Pathology)
            && Apart($"printed-{name}").Chance(PrintedReports)
        )
            Document(
                kind,
                visit,
                description,
                "application/pdf",
                PdfDocument.Of([
                    $"{Say(Person.Name.Formatted)}, born {RecordDates.Day(Person.Born)}",
                    $"Seen {RecordDates.Day(visit.Day)}, {visit.Source.Name}",
                    "",
                    .. Say(words).Split('\n'),
                ])
            );
        else
            Document(
                kind,
                visit,
                description,
                "text/plain; charset=utf-8",
                Encoding.UTF8.GetBytes(Say(words))
            );
    }

    /// <summary>Files a document of any kind of content; without bytes it is known of and cannot be had.</summary>
    public void Document(
        DocumentKind kind,
        Visit visit,
        string description,
        string contentType,
        byte[]? bytes
    )
    {
        var name = Next("document");
        var id = _ids.Hex64("document", name);
        var binaryId = _ids.Hex64("binary", name);
        if (bytes is not null)
            _binaries[binaryId] = new StoredBinary(contentType, bytes);
        _documents.Add(
            new DocumentReference
            {
                Id = id,
                Status = Statuses.Document("current"),
                Type = Coded(visit.Source, kind.Type, EventCodeSet, kind.Name),
                Category = Concepts.Words(kind.Category),
                Description = description,
                CreatedOn = RecordDates.Utc(visit.End),
                Authors = [visit.Clinician],
                Encounter = visit.Reference,
                Contents =
                [
                    new DocumentContent
                    {
                        Title = description,
                        ContentType = contentType.Split(';')[0],
                        // A source that cannot hand a document over still says how long it was.
                        Size = bytes?.Length ?? LengthOfTheLost,
                        Binary = new Reference { Id = binaryId },
                    },
                ],
                SourceIdentifier = From(visit.Source, "document", name),
            }
        );
    }

    /// <summary>What another hospital would be sent about this person so far.</summary>
    public byte[] Summary(Visit visit) =>
        CcdaDocument.Of(
            new CcdaHeader
            {
                Id = _ids.Uuid("summary", visit.EncounterId),
                Written = visit
                    .End.ToString("yyyyMMddHHmmzzz", CultureInfo.InvariantCulture)
                    .Replace(":", "", StringComparison.Ordinal),
                PatientIdRoot = visit.Source.AliasSystem,
                PatientId = Person.Sources[0].PersonId,
                Given = Say(string.Join(' ', Person.Name.Given)),
                Family = Say(string.Join(' ', Person.Name.Family)),
                Gender = Person.Sex == Sex.Female ? "F" : "M",
                Born = Person.Born.ToString("yyyyMMdd", CultureInfo.InvariantCulture),
                Author = visit.Clinician.Provider.Name.Formatted,
                Organisation = visit.Source.Name,
            },
            [
                new CcdaSection(
                    "48765-2",
                    "Allergies and adverse reactions",
                    ["Substance", "Status"],
                    [.. _allergies.Select(x => Cells(x.Code?.Text, x.Status?.Text))]
                ),
                new CcdaSection(
                    "11450-4",
                    "Problem list",
                    ["Problem", "Since", "Status"],
                    [.. _conditions.Select(x => Cells(x.Code?.Text, x.Onset, x.Status?.Text))]
                ),
                new CcdaSection(
                    "10160-0",
                    "History of medication use",
                    ["Drug", "Started", "Status"],
                    [
                        .. _medications.Select(x =>
                            Cells(x.Code?.Text, x.Start ?? x.PrescribedOn, x.Status?.Text)
                        ),
                    ]
                ),
                new CcdaSection(
                    "30954-2",
                    "Relevant diagnostic tests and laboratory data",
                    ["Test", "Value", "When"],
                    [
                        .. _observations
                            .TakeLast(12)
                            .Select(x =>
                                Cells(
                                    x.Code?.Text,
                                    $"{x.Value?.Quantity?.Value} {x.Value?.Quantity?.Unit?.Text}",
                                    x.EffectiveOn
                                )
                            ),
                    ]
                ),
            ]
        );

    private string Say(string text) => Person.Wording?.Invoke(text) ?? text;

    private static string[] Cells(params IEnumerable<string?> texts) =>
        [.. texts.Select(text => text ?? "")];
}
