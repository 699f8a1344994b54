using System.Diagnostics;

namespace HeiChartViewer.Tests.E2E.Fixtures;

/// <summary>The text of a PDF, page by page, as pdftotext reads it.</summary>
public static class PrintedPages
{
    /// <summary>Reads it.</summary>
    public static async Task<IReadOnlyList<string>> ReadAsync(byte[] pdf)
    {
        var start = new ProcessStartInfo("pdftotext")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        foreach (var argument in new[] { "-layout", "-enc", "UTF-8", "-", "-" })
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var reading = process.StandardOutput.ReadToEndAsync();
        await process.StandardInput.BaseStream.WriteAsync(pdf);
        process.StandardInput.Close();
        var text = await reading;
        await process.WaitForExitAsync();
        // A form feed ends each page.
        return text.TrimEnd('\f').Split('\f');
    }
}
