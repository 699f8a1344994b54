namespace HeiChartViewer.Web.Hosting;

/// <summary>Whether the process lives, and whether it can open charts.</summary>
public static class HealthEndpoints
{
    /// <summary>Maps both.</summary>
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapHealthChecks("/health/live", new() { Predicate = _ => false });
        routes.MapHealthChecks("/health/ready");
    }
}
