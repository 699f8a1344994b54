using Microsoft.AspNetCore.Http;

namespace HeiChartViewer.Bench;

/// <summary>The page that every list has where the platform is to do nothing but answer.</summary>
internal static class SmallPage
{
    public const string Json = """{"items":[{"id":"1"},{"id":"2"},{"id":"3"}]}""";

    public static Task AnswerAsync(HttpContext context)
    {
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(Json);
    }
}
