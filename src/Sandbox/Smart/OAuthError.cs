namespace HeiChartViewer.Sandbox.Smart;

/// <summary>An error as RFC 6749 words it.</summary>
internal sealed record OAuthError(
    string Code,
    string Description,
    int Status = StatusCodes.Status400BadRequest
)
{
    /// <summary>The app is not the one it says it is.</summary>
    public static readonly OAuthError InvalidClient = new(
        "invalid_client",
        "the app did not prove itself as it is registered to",
        StatusCodes.Status401Unauthorized
    );

    public IResult ToResult(HttpContext http)
    {
        if (Status == StatusCodes.Status401Unauthorized)
            http.Response.Headers.WWWAuthenticate = "Basic realm=\"token\"";
        return Results.Json(
            new Dictionary<string, string>
            {
                ["error"] = Code,
                ["error_description"] = Description,
            },
            statusCode: Status
        );
    }
}
