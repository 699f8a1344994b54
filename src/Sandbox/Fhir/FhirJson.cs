using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace HeiChartViewer.Sandbox.Fhir;

/// <summary>Answers as FHIR R4 writes them.</summary>
internal static class FhirJson
{
    private const string MediaType = "application/fhir+json; charset=utf-8";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerOptions.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Default,
    };

    public static IResult Ok(object resource) => Results.Json(resource, Options, MediaType);

    public static IResult NotFound(string what) =>
        Outcome(StatusCodes.Status404NotFound, "not-found", what);

    public static IResult Forbidden(string why) =>
        Outcome(StatusCodes.Status403Forbidden, "forbidden", why);

    public static IResult Outcome(int status, string code, string diagnostics) =>
        Results.Json(
            new
            {
                resourceType = "OperationOutcome",
                issue = new[]
                {
                    new
                    {
                        severity = "error",
                        code,
                        diagnostics,
                    },
                },
            },
            Options,
            MediaType,
            status
        );
}
