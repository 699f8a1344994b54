using HealtheIntent.Client;
using HeiChartViewer.Web.Sessions;
using HeiChartViewer.Web.Tenants;

namespace HeiChartViewer.Web.Chart.Documents;

/// <summary>Reads a document's bytes, and turns them into what can be shown.</summary>
public sealed class DocumentReading(TenantClients clients, DocumentTickets tickets)
{
    /// <summary>The most bytes of a picture or a PDF.</summary>
    public const int MostBytes = 32 * 1024 * 1024;

    /// <summary>The most bytes of a document that is read as text: some five hundred pages.</summary>
    public const int MostTextBytes = 1024 * 1024;

    private const int Chunk = 64 * 1024;

    /// <summary>Reads a content of a document.</summary>
    /// <exception cref="HealtheIntentException">The content could not be had.</exception>
    public async Task<DocumentOutcome> ReadAsync(OpenDocument open, CancellationToken cancellation)
    {
        await using var binary = await OpenAsync(open.Session, open.Content, cancellation);
        if (await ReadAllAsync(binary, cancellation) is not { } bytes)
            return new DocumentOutcome.TooLarge(MostBytes);
        return OutcomeOf(
            open.Session,
            new DocumentBytes(bytes, binary.ContentType ?? open.Content.ContentType)
        );
    }

    /// <summary>Opens a content as its source wrote it.</summary>
    /// <exception cref="HealtheIntentException">The content could not be had.</exception>
    public Task<DocumentBinary> OpenAsync(
        ChartSession session,
        DocumentContent content,
        CancellationToken cancellation
    ) =>
        clients
            .Of(session)
            .Documents.OpenBinaryAsync(
                session.PopulationId,
                session.PatientId,
                content.Binary!.Id,
                content.ContentType,
                cancellation
            );

    private DocumentOutcome OutcomeOf(ChartSession session, DocumentBytes document) =>
        document.Form switch
        {
            DocumentForm.Empty => new DocumentOutcome.Empty(),
            DocumentForm.Pdf => new DocumentOutcome.Pdf(
                tickets.Issue(session, new DocumentDelivery.Show(document.Bytes, "application/pdf"))
            ),
            DocumentForm.Picture => new DocumentOutcome.Picture(
                tickets.Issue(
                    session,
                    new DocumentDelivery.Show(document.Bytes, document.PictureType!)
                )
            ),
            DocumentForm.Unsupported => new DocumentOutcome.Unsupported(document.Claim),
            _ when document.Bytes.Length > MostTextBytes => new DocumentOutcome.TooLarge(
                MostTextBytes
            ),
            _ => InText(session, document, DocumentText.Of(document)),
        };

    private DocumentOutcome InText(ChartSession session, DocumentBytes document, DocumentText text)
    {
        if (string.IsNullOrWhiteSpace(text.Text))
            return new DocumentOutcome.Empty();
        var html = document.Form switch
        {
            DocumentForm.Html => text.Text,
            DocumentForm.Xml => ClinicalDocument.ToHtml(text.Text),
            _ => null,
        };
        // Text, or XML of some other kind, which is text too.
        if (html is null)
            return new DocumentOutcome.Words(text);
        return HtmlCleaner.Clean(html) switch
        {
            null => new DocumentOutcome.Unsupported(document.Claim),
            { Body: "" } => new DocumentOutcome.Empty(),
            var clean => new DocumentOutcome.Page(
                tickets.Issue(
                    session,
                    new DocumentDelivery.Show(
                        DocumentPage.Of(clean.Body),
                        "text/html; charset=utf-8"
                    )
                ),
                clean.LeftOut
            ),
        };
    }

    /// <summary>All bytes; null where they are too many, and then no more are read.</summary>
    private static async Task<byte[]?> ReadAllAsync(
        DocumentBinary binary,
        CancellationToken cancellation
    )
    {
        if (binary.Length > MostBytes)
            return null;
        using var all = new MemoryStream();
        var chunk = new byte[Chunk];
        int read;
        while ((read = await binary.Content.ReadAsync(chunk, cancellation)) > 0)
        {
            if (all.Length + read > MostBytes)
                return null;
            all.Write(chunk, 0, read);
        }
        return all.ToArray();
    }
}
