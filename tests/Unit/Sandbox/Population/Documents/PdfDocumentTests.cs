using HeiChartViewer.Sandbox.Population.Documents;

namespace HeiChartViewer.Tests.Unit.Sandbox.Population.Documents;

public sealed class PdfDocumentTests
{
    [Theory]
    [InlineData("Impression: pneumonia of the right lower lobe.")]
    [InlineData("Size (largest) 14 mm \\ stage pT1c")]
    [InlineData("")]
    public void What_was_written_is_read_back(string line) =>
        Assert.Equal(
            $"REPORT\n{line}\nend",
            PdfDocument.Words(PdfDocument.Of(["REPORT", line, "end"]))
        );

    [Fact]
    public void A_long_line_breaks_between_words_and_loses_none()
    {
        var line = string.Join(' ', Enumerable.Range(100, 60).Select(number => $"word{number}"));

        var read = PdfDocument.Words(PdfDocument.Of([line]));

        Assert.All(read.Split('\n'), part => Assert.InRange(part.Length, 1, 92));
        Assert.Equal(line, read.Replace('\n', ' '));
        Assert.Equal(
            new string('x', 200),
            PdfDocument
                .Words(PdfDocument.Of([new string('x', 200)]))
                .Replace("\n", "", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Of_another_kind_of_file_nothing_is_read() =>
        Assert.Equal("", PdfDocument.Words("%PDF-1.7\nstream x\u009c endstream"u8));
}
