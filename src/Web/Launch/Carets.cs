namespace HeiChartViewer.Web.Launch;

/// <summary>Millennium wraps the strings it hands over in carets: <c>^12345^</c> (contract 9).</summary>
internal static class Carets
{
    /// <summary>The text without the carets around it.</summary>
    public static string TakenOff(string text) =>
        text.Length >= 2 && text[0] == '^' && text[^1] == '^' ? text[1..^1] : text;
}
