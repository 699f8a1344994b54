using HeiChartViewer.Web.Security;

namespace HeiChartViewer.Web.SignIn;

/// <summary>Who reaches the person search. To everyone else it does not exist.</summary>
public static class SearchAccess
{
    /// <summary>The authorization policy of every search page.</summary>
    public const string Policy = "person-search";

    /// <summary>
    /// Answers 404 to a search page that is asked for out of a frame, whoever asks: a frame is where an EHR launches
    /// one patient (control 0.1).
    /// </summary>
    public static Task RefuseFrames(HttpContext context, RequestDelegate next)
    {
        if (!context.Request.Path.StartsWithSegments("/search") || !context.Request.IsFramed())
            return next(context);
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
