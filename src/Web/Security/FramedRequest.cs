namespace HeiChartViewer.Web.Security;

/// <summary>Tells a request that comes out of a frame, as browsers state it in <c>Sec-Fetch-Dest</c>.</summary>
public static class FramedRequest
{
    /// <summary>Whether the page is being loaded into a frame.</summary>
    public static bool IsFramed(this HttpRequest request) =>
        request.Headers["Sec-Fetch-Dest"].ToString() is "iframe" or "frame" or "embed" or "object";
}
