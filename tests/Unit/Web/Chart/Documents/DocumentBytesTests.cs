using System.Text;
using HeiChartViewer.Web.Chart.Documents;

namespace HeiChartViewer.Tests.Unit.Web.Chart.Documents;

public sealed class DocumentBytesTests
{
    private const string Png = "\u0089PNG\r\n\u001a\n";

    [Theory]
    [InlineData("", "text/plain", DocumentForm.Empty)]
    [InlineData("words", "text/plain", DocumentForm.Text)]
    [InlineData("a,b", "text/csv; charset=utf-8", DocumentForm.Text)]
    [InlineData("{}", "application/json", DocumentForm.Text)]
    [InlineData("<p>", "TEXT/HTML", DocumentForm.Html)]
    [InlineData("<p/>", "application/xhtml+xml", DocumentForm.Html)]
    [InlineData("<a/>", "application/xml", DocumentForm.Xml)]
    [InlineData("<a/>", "application/hl7-cda+xml", DocumentForm.Xml)]
    [InlineData("%PDF-1.7", "application/pdf", DocumentForm.Pdf)]
    [InlineData(Png, "image/png", DocumentForm.Picture)]
    [InlineData("GIF89a", "image/gif", DocumentForm.Picture)]
    [InlineData("\u00ff\u00d8\u00ff", "image/jpeg", DocumentForm.Picture)]
    [InlineData("RIFF\u0001\u0002\u0003\u0004WEBPVP8", "image/webp", DocumentForm.Picture)]
    [InlineData("II*\u0000", "image/tiff", DocumentForm.Unsupported)]
    [InlineData("{\\rtf1}", "text/rtf", DocumentForm.Unsupported)]
    [InlineData("words", "application/dicom", DocumentForm.Unsupported)]
    [InlineData("words", null, DocumentForm.Unsupported)]
    [InlineData("words", "no media type at all", DocumentForm.Unsupported)]
    public void A_form_has_a_way_to_be_shown(string bytes, string? claim, DocumentForm form) =>
        Assert.Equal(form, Of(bytes, claim).Form);

    [Theory]
    [InlineData("<script>", "application/pdf", DocumentForm.Unsupported)]
    [InlineData("<svg onload=x>", "image/png", DocumentForm.Unsupported)]
    [InlineData("<svg onload=x>", "image/svg+xml", DocumentForm.Xml)]
    [InlineData("MZ\u0000\u0000", "text/plain", DocumentForm.Unsupported)]
    [InlineData("%PDF-1.7", "text/html", DocumentForm.Pdf)]
    [InlineData(Png, "text/plain", DocumentForm.Picture)]
    public void What_a_source_calls_a_document_is_a_claim(
        string bytes,
        string claim,
        DocumentForm form
    ) => Assert.Equal(form, Of(bytes, claim).Form);

    private static DocumentBytes Of(string bytes, string? claim) =>
        new(Encoding.Latin1.GetBytes(bytes), claim);
}
