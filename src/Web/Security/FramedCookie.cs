namespace HeiChartViewer.Web.Security;

/// <summary>
/// The attributes of a cookie that has to work in an EHR's frame: sent there, kept apart for each EHR, read by no
/// script. To delete it they have to be repeated, or the browser keeps it.
/// </summary>
public static class FramedCookie
{
    /// <summary>The attributes.</summary>
    /// <param name="life">How long it is kept; nothing, to delete it.</param>
    public static CookieOptions Options(TimeSpan life)
    {
        var options = new CookieOptions
        {
            HttpOnly = true,
            Secure = true,
            SameSite = SameSiteMode.None,
            Path = "/",
            MaxAge = life,
            IsEssential = true,
        };
        options.Extensions.Add("Partitioned");
        return options;
    }
}
