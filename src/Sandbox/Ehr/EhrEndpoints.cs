using HeiChartViewer.Sandbox.Control;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HeiChartViewer.Sandbox.Ehr;

/// <summary>The pages of the EHR: plain documents without a script.</summary>
internal static class EhrEndpoints
{
    private const string Policy =
        "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; "
        + "frame-ancestors 'none'; frame-src http: https:";

    public static void Map(IEndpointRouteBuilder app)
    {
        Get(app, "/", _ => Results.Redirect("/ehr"));
        Get(app, "/ehr/ehr.css", _ => Results.Bytes(Stylesheet.Value, "text/css"));
        Get(app, "/ehr", Organizer);
        Get(app, "/ehr/patients/{dataPartitionId}/{personId}", Patient);
    }

    private static readonly Lazy<byte[]> Stylesheet = new(() =>
    {
        using var resource = typeof(EhrEndpoints).Assembly.GetManifestResourceStream("ehr.css")!;
        using var bytes = new MemoryStream();
        resource.CopyTo(bytes);
        return bytes.ToArray();
    });

    private static IResult Organizer(HttpContext http)
    {
        var worklist = http.RequestServices.GetRequiredService<Worklist>();
        var filter = http.Request.Query["q"].ToString().Trim();
        return new RazorComponentResult<OrganizerPage>(
            new
            {
                Filter = filter,
                Rows = worklist.Rows.Where(row => row.IsAbout(filter)).ToArray(),
                Total = worklist.Rows.Count,
            }
        );
    }

    private static IResult Patient(HttpContext http)
    {
        var worklist = http.RequestServices.GetRequiredService<Worklist>();
        var partitionId = (string)http.Request.RouteValues["dataPartitionId"]!;
        var personId = (string)http.Request.RouteValues["personId"]!;
        if (worklist.Find(partitionId, personId) is not { } row)
            return new RazorComponentResult<UnknownPatientPage>
            {
                StatusCode = StatusCodes.Status404NotFound,
            };
        return new RazorComponentResult<PatientPage>(
            new
            {
                Row = row,
                Launch = http.RequestServices.GetRequiredService<AppLink>().Launch(row.Source),
                Frame = FrameSandbox.Known(http.Request.Query["frame"]),
                Twice = http.Request.Query["frames"] == "2",
            }
        );
    }

    private static void Get(
        IEndpointRouteBuilder app,
        string template,
        Func<HttpContext, IResult> page
    ) =>
        app.MapMethods(
            template,
            ["GET"],
            (RequestDelegate)(
                http =>
                {
                    http.Response.Headers.ContentSecurityPolicy = Policy;
                    http.Response.Headers.XContentTypeOptions = "nosniff";
                    http.Response.Headers.CacheControl = "no-store";
                    return page(http).ExecuteAsync(http);
                }
            )
        );
}
