using HeiChartViewer.Web.Chart.Documents;

namespace HeiChartViewer.Tests.Unit.Web.Chart.Documents;

public sealed class SavedDocumentTests
{
    [Theory]
    [InlineData("report.pdf", "application/pdf", "report.pdf")]
    [InlineData("report\u202Efdp.exe", "application/pdf", "reportfdp.exe")]
    [InlineData(null, "application/pdf", "document.pdf")]
    [InlineData("", "text/plain; charset=utf-8", "document.txt")]
    [InlineData(null, "application/x-unheard-of", "document.bin")]
    [InlineData(null, null, "document.bin")]
    public void A_file_shows_its_true_ending_and_names_no_patient_of_its_own(
        string? claimed,
        string? type,
        string name
    ) => Assert.Equal(name, SavedDocument.NameOf(claimed, type));
}
