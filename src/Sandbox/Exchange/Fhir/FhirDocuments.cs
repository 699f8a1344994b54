using System.Globalization;
using System.Text;
using HeiChartViewer.Sandbox.Records;

namespace HeiChartViewer.Sandbox.Exchange.Fhir;

/// <summary>DocumentReference, and the forms and conclusion of DiagnosticReport.</summary>
internal static class FhirDocuments
{
    private const string Hl7 = "http://hl7.org/fhir/";

    /// <summary>Null when no bytes of the document came along.</summary>
    public static DocumentReference? Document(FhirResource resource, FhirChart chart)
    {
        var document = resource.Content;
        var contents = Contents(
            document.Each("content").Select(content => content.One("attachment")),
            resource,
            chart
        );
        var context = document.One("context");
        return contents.Count == 0
            ? null
            : new DocumentReference
            {
                Id = chart.HexId(resource.Reference),
                SourceIdentifier = chart.Source(resource),
                Status = FhirValues.Code(
                    document.Text("status"),
                    $"{Hl7}document-reference-status"
                ),
                Type =
                    FhirValues.Concept(document.One("type"))
                    ?? new CodeableConcept { Text = "Document" },
                Category = FhirValues.Concept(document.One("category")),
                Description = document.Text("description"),
                CreatedOn = document.Text("date") ?? context?.One("period")?.Text("start"),
                Authors = FhirValues.ListOrNone(document.Each("author").Select(chart.Person)),
                Encounter = chart.Encounter(context?.One("encounter")),
                Contents = contents,
            };
    }

    /// <summary>Null for a report that is its results and no text.</summary>
    public static DocumentReference? Report(FhirResource resource, FhirChart chart)
    {
        var report = resource.Content;
        // Its results come along as observations.
        report.Note("result");
        var contents = Contents(report.Each("presentedForm"), resource, chart);
        if (contents.Count == 0 && report.Text("conclusion") is { } conclusion)
            contents =
            [
                Keep(resource, chart, 0, "text/plain", Encoding.UTF8.GetBytes(conclusion), null),
            ];
        return contents.Count == 0
            ? null
            : new DocumentReference
            {
                Id = chart.HexId(resource.Reference),
                SourceIdentifier = chart.Source(resource),
                Status = FhirValues.Code(report.Text("status"), $"{Hl7}diagnostic-report-status"),
                Type =
                    FhirValues.Concept(report.One("code"))
                    ?? new CodeableConcept { Text = "Report" },
                Category = FhirValues.Concept(report.One("category")),
                CreatedOn =
                    report.Text("issued")
                    ?? report.Text("effectiveDateTime")
                    ?? report.One("effectivePeriod")?.Text("start"),
                Authors = FhirValues.ListOrNone(report.Each("performer").Select(chart.Person)),
                Encounter = chart.Encounter(report.One("encounter")),
                Contents = contents,
            };
    }

    private static List<DocumentContent> Contents(
        IEnumerable<FhirElement?> attachments,
        FhirResource resource,
        FhirChart chart
    )
    {
        var contents = new List<DocumentContent>();
        foreach (var attachment in attachments.OfType<FhirElement>())
            if (Bytes(attachment, chart) is var (contentType, bytes))
                contents.Add(
                    Keep(
                        resource,
                        chart,
                        contents.Count,
                        contentType,
                        bytes,
                        attachment.Text("title")
                    )
                );
        return contents;
    }

    private static (string ContentType, byte[] Bytes)? Bytes(
        FhirElement attachment,
        FhirChart chart
    )
    {
        var stored = chart.FindByUrl(attachment.Text("url"));
        var data = attachment.Text("data") ?? stored?.Content.Text("data");
        var type = attachment.Text("contentType") ?? stored?.Content.Text("contentType");
        if (data is null)
            return null;
        var bytes = new byte[data.Length];
        return Convert.TryFromBase64String(data, bytes, out var length)
            ? (type ?? "application/octet-stream", bytes[..length])
            : null;
    }

    private static DocumentContent Keep(
        FhirResource resource,
        FhirChart chart,
        int number,
        string contentType,
        byte[] bytes,
        string? title
    )
    {
        var id = chart.HexId(
            $"{resource.Reference}/content/{number.ToString(CultureInfo.InvariantCulture)}"
        );
        chart.Binaries[id] = new BinaryEntry { ContentType = contentType, Base64 = bytes };
        return new DocumentContent
        {
            Title = title,
            ContentType = contentType,
            Size = bytes.Length,
            Binary = new Reference { Id = id },
        };
    }
}
