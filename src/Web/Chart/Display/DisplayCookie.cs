namespace HeiChartViewer.Web.Chart.Display;

/// <summary>
/// Where a browser keeps the choice. A cookie rather than its storage: that is cleared with every chart that ends
/// (control 50), and the server can draw the first page of a chart as it was chosen, without a flash and without a script.
/// The page writes it when the reader chooses; a frame whose cookies are blocked keeps the choice until it is closed.
/// </summary>
public static class DisplayCookie
{
    private const string Name = "heichartviewer-display";

    /// <summary>The name, as a page of this scheme may set it.</summary>
    public static string NameFor(HttpRequest request) => request.IsHttps ? $"__Host-{Name}" : Name;

    /// <summary>What this browser has kept.</summary>
    public static DisplayChoice Read(HttpRequest request) =>
        DisplayChoice.Parse(request.Cookies[NameFor(request)]);
}
