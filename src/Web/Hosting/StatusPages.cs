using HeiChartViewer.Web.Components.Pages;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HeiChartViewer.Web.Hosting;

/// <summary>
/// Gives every answer that came to nothing a page. It is written in place: running the request again as another one
/// would run its method and its form again too.
/// </summary>
public static class StatusPages
{
    /// <summary>Catches what comes to nothing further in.</summary>
    public static void UseStatusPagesInWords(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = WriteAsync });
        app.UseStatusCodePages(context => WriteAsync(context.HttpContext));
    }

    private static async Task WriteAsync(HttpContext context)
    {
        var status = context.Response.StatusCode;
        // A page that was begun has used up its scope, and has already set headers that a second page sets again.
        await using var scope = context.RequestServices.CreateAsyncScope();
        context.RequestServices = scope.ServiceProvider;
        var wait = context.Response.Headers.RetryAfter;
        context.Response.Headers.Clear();
        context.Response.Headers.RetryAfter = wait;
        await new RazorComponentResult<StatusPage>(
            new Dictionary<string, object?> { [nameof(StatusPage.Status)] = status }
        )
        {
            StatusCode = status,
        }.ExecuteAsync(context);
    }
}
