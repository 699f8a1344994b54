using HeiChartViewer.Sandbox.Control;
using HeiChartViewer.Sandbox.Ehr;
using HeiChartViewer.Sandbox.Smart;
using Microsoft.Extensions.Primitives;

namespace HeiChartViewer.Sandbox.Fhir;

/// <summary>The few FHIR reads of the hospital's own server: who the patient, the user and the encounter are.</summary>
internal sealed class FhirEndpoints(SmartStores stores, Worklist worklist, FhirResources resources)
{
    private const string Base = SmartAddresses.BasePath;

    public void Map(IEndpointRouteBuilder app)
    {
        Get(app, "metadata", _ => FhirJson.Ok(resources.CapabilityStatement()));
        Get(app, "Patient/{id}", http => Authorized(http, "Patient", ReadPatient));
        Get(app, "Patient", http => Authorized(http, "Patient", SearchPatients));
        Get(app, "Practitioner/{id}", http => Authorized(http, "Practitioner", ReadPractitioner));
        Get(app, "Encounter/{id}", http => Authorized(http, "Encounter", ReadEncounter));
        Get(app, "{**path}", _ => FhirJson.NotFound("there is no such resource here"));
    }

    private static void Get(
        IEndpointRouteBuilder app,
        string path,
        Func<HttpContext, IResult> serve
    ) =>
        SmartEndpoints.MapCrossOrigin(
            app,
            "GET",
            $"{Base}/{path}",
            http =>
            {
                http.Response.Headers.CacheControl = "no-store";
                return Task.FromResult(serve(http));
            }
        );

    private IResult Authorized(
        HttpContext http,
        string type,
        Func<HttpContext, IssuedToken, IResult> serve
    )
    {
        const string Scheme = "Bearer ";
        var header = http.Request.Headers.Authorization.ToString();
        if (
            !header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            || stores.FindAccessToken(header[Scheme.Length..].Trim()) is not { } token
        )
        {
            http.Response.Headers.WWWAuthenticate = "Bearer error=\"invalid_token\"";
            return FhirJson.Outcome(
                StatusCodes.Status401Unauthorized,
                "login",
                "no valid access token"
            );
        }
        var isOwnIdentity = type == "Practitioner" && token.Scopes.Has(Scopes.FhirUser);
        return
            isOwnIdentity
            || token.Scopes.MayRead("user", type)
            || token.Scopes.MayRead("patient", type)
            ? serve(http, token)
            : FhirJson.Forbidden($"no scope reads {type}");
    }

    private IResult ReadPatient(HttpContext http, IssuedToken token)
    {
        var id = Id(http);
        var row = Row(token, id);
        if (!MayReadOf(token, "Patient", row))
            return FhirJson.Forbidden("another patient than the one in context");
        return row is not null
            ? FhirJson.Ok(resources.Patient(row))
            : FhirJson.NotFound("there is no such patient");
    }

    private IResult SearchPatients(HttpContext http, IssuedToken token)
    {
        var wanted = http.Request.Query["identifier"];
        if (StringValues.IsNullOrEmpty(wanted))
            return FhirJson.Outcome(
                StatusCodes.Status400BadRequest,
                "required",
                "identifier is required"
            );
        var (system, value) = wanted.ToString().Split('|', 2) is [var named, var number]
            ? (named, number)
            : (null, wanted.ToString());
        return FhirJson.Ok(
            FhirResources.Bundle(
                worklist
                    .Rows.Where(row =>
                        row.Source.Mrn == value
                        && (
                            system is null || system == FhirResources.SystemOf(row.Source.Partition)
                        )
                        && MayReadOf(token, "Patient", row)
                    )
                    .Select(resources.Patient)
                    .ToArray()
            )
        );
    }

    private IResult ReadPractitioner(HttpContext http, IssuedToken token)
    {
        var id = Id(http);
        var isSelf =
            token.Scopes.Has(Scopes.FhirUser) && token.Grant.Context.Session.Clinician.Id == id;
        if (!isSelf && !token.Scopes.MayRead("user", "Practitioner"))
            return FhirJson.Forbidden("another practitioner than the user");
        return Clinician.Find(id) is { } clinician
            ? FhirJson.Ok(FhirResources.Practitioner(clinician))
            : FhirJson.NotFound("there is no such practitioner");
    }

    private IResult ReadEncounter(HttpContext http, IssuedToken token)
    {
        if (
            EhrEncounter.PatientOf(Id(http)) is not { } patientId
            || Row(token, patientId) is not { } row
        )
            return FhirJson.NotFound("there is no such encounter");
        return MayReadOf(token, "Encounter", row)
            ? FhirJson.Ok(FhirResources.Encounter(row))
            : FhirJson.Forbidden("an encounter of another patient than the one in context");
    }

    private static bool MayReadOf(IssuedToken token, string type, WorklistRow? row) =>
        token.Scopes.MayRead("user", type)
        || (
            token.Scopes.MayRead("patient", type)
            && row is not null
            && token.Grant.Context.Patient == row.Source
        );

    /// <summary>Whom an id stands for: the patient in context, or the only one that any source calls so.</summary>
    private WorklistRow? Row(IssuedToken token, string personId) =>
        token.Grant.Context.Patient is { } patient && patient.PersonId == personId
            ? worklist.Find(patient.Partition.Id, personId)
        : worklist.Of(personId).ToArray() is [var only] ? only
        : null;

    private static string Id(HttpContext http) => (string)http.Request.RouteValues["id"]!;
}
