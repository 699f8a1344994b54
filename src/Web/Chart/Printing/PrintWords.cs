using System.Globalization;
using System.Text;

namespace HeiChartViewer.Web.Chart.Printing;

/// <summary>
/// The words that the style sheet for paper puts on it, in the reader's language. A style sheet knows no language, so the
/// document hands it custom properties.
/// </summary>
public static class PrintWords
{
    private const char Page = '\u0001';
    private const char Pages = '\u0002';

    /// <summary>The custom properties, as the value of a <c>style</c> attribute.</summary>
    public static string Style =>
        string.Join(
            "; ",
            $"--print-number: {Number(Say($"page {Page} of {Pages}"))}",
            $"--print-shown: {Quoted(Say("Shown:") + " ")}",
            $"--print-filtered: {Quoted(Say("Filtered:") + " ")}",
            $"--print-ascending: {Quoted(" " + Say("(sorted, lowest first)"))}",
            $"--print-descending: {Quoted(" " + Say("(sorted, highest first)"))}",
            $"--print-own-button: {Quoted(Say("Charts are printed by their own Print button, or by Ctrl+P with nothing open over the chart: a print is recorded before it happens, and names the patient on every page."))}",
            $"--print-no-people: {Quoted(Say("A list of people is not printed. Open a person's chart to print it."))}"
        );

    /// <summary>The browser counts the pages: its counters stand where the sentence has its holes.</summary>
    private static string Number(string sentence) =>
        Quoted(sentence)
            .Replace(Escaped(Page), "\" counter(page) \"", StringComparison.Ordinal)
            .Replace(Escaped(Pages), "\" counter(pages) \"", StringComparison.Ordinal);

    /// <summary>Words as a string of CSS.</summary>
    private static string Quoted(string words)
    {
        var quoted = new StringBuilder("\"");
        foreach (var letter in words)
            if (letter < ' ' || letter is '"' or '\\' or '\u007f')
                quoted.Append(Escaped(letter));
            else
                quoted.Append(letter);
        return quoted.Append('"').ToString();
    }

    private static string Escaped(char letter) =>
        string.Create(CultureInfo.InvariantCulture, $"\\{(int)letter:x} ");
}
