using System.Globalization;

namespace HeiChartViewer.Web.Components.Documents;

/// <summary>A number of bytes in words.</summary>
public static class DocumentSize
{
    private const double Kilobyte = 1024;
    private const double Megabyte = Kilobyte * Kilobyte;

    /// <summary>Bytes, kilobytes or megabytes, whichever reads best.</summary>
    public static string Of(long bytes) =>
        bytes switch
        {
            < 1024 => Counted((int)bytes, "{0} byte", "{0} bytes"),
            < 1024 * 1024 => string.Create(
                CultureInfo.InvariantCulture,
                $"{bytes / Kilobyte:0.#} kB"
            ),
            _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / Megabyte:0.#} MB"),
        };
}
