using HeiChartViewer.Sandbox.Control;
using HeiChartViewer.Sandbox.Population;
using HeiChartViewer.Sandbox.Smart;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HeiChartViewer.Sandbox.Ehr;

/// <summary>The pages of the EHR: plain documents without a script.</summary>
internal sealed class EhrPages(
    Worklist worklist,
    AppLink app,
    EhrSessions sessions,
    SignedLaunch signed,
    SmartStores stores,
    SmartAddresses addresses,
    SmartConduct conduct,
    TimeProvider clock
)
{
    public IResult Organizer(HttpContext http)
    {
        EhrHeaders.Apply(http);
        return new RazorComponentResult<OrganizerPage>(
            new
            {
                sessions.AtWork(http)?.Clinician,
                Page = worklist.Page(
                    http.Request.Query["q"].ToString().Trim(),
                    int.TryParse(http.Request.Query["page"], out var number) ? number : 1
                ),
                Today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime),
                Misbehaviour = conduct.Current,
            }
        );
    }

    public IResult Chart(HttpContext http)
    {
        EhrHeaders.Apply(http, app.Origin);
        if (Row(http) is not { } row)
            return Unknown();
        var view = ChartView.Read(http.Request.Query);
        var session = sessions.AtWork(http);
        // Plain parameters prove nobody; every other launch says who launched.
        if (session is null && view.Kind != LaunchKind.Plain)
            return Results.Redirect(
                SignIn.PathTo($"{http.Request.Path}{http.Request.QueryString}")
            );
        return new RazorComponentResult<PatientPage>(
            new
            {
                session?.Clinician,
                Row = row,
                View = view,
                Today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime),
            }
        );
    }

    /// <summary>A launch, made the moment the frame asks for it.</summary>
    public IResult Launch(HttpContext http)
    {
        EhrHeaders.Apply(http, app.Origin, isFramed: true);
        if (Row(http) is not { } row)
            return Unknown();
        var kind = LaunchKind.Known(http.Request.Query["kind"]);
        var session = sessions.AtWork(http);
        if (kind == LaunchKind.Plain)
            return Results.Redirect(app.Plain(row, session?.Clinician));
        if (session is null)
            return new RazorComponentResult<SignedOutPage>
            {
                StatusCode = StatusCodes.Status403Forbidden,
            };
        if (kind == LaunchKind.Smart)
            return Results.Redirect(
                app.Smart(
                    addresses.Fhir,
                    stores.OpenLaunch(
                        new SmartContext(
                            session,
                            row.Source,
                            EhrEncounter.Of(row.Source),
                            IsFramed: true
                        )
                    )
                )
            );
        var token = signed.For(row, session.Clinician);
        return kind == LaunchKind.Signed
            ? Results.Redirect(app.Signed(token))
            : new RazorComponentResult<HandOverPage>(new { app.LaunchUrl, Token = token });
    }

    /// <summary>Chooses from the organizer how the EHR misbehaves.</summary>
    public async Task<IResult> ConductAsync(HttpContext http)
    {
        if (!http.Request.HasFormContentType)
            return Results.BadRequest();
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (
            !Enum.TryParse<SmartMisbehaviour>(form["misbehaviour"], out var misbehaviour)
            || !Enum.IsDefined(misbehaviour)
        )
            return Results.BadRequest();
        conduct.Current = misbehaviour;
        return Results.Redirect("/ehr");
    }

    private WorklistRow? Row(HttpContext http) =>
        worklist.Find(
            (string)http.Request.RouteValues["dataPartitionId"]!,
            (string)http.Request.RouteValues["personId"]!
        );

    private static RazorComponentResult Unknown() =>
        new RazorComponentResult<UnknownPatientPage> { StatusCode = StatusCodes.Status404NotFound };
}
