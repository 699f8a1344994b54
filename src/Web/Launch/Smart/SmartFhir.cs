using System.Net;
using System.Text.Json;

namespace HeiChartViewer.Web.Launch.Smart;

/// <summary>The two reads of a launch from the EHR's FHIR server: who the patient is, and what the user is called.</summary>
internal sealed class SmartFhir(SmartBackchannel backchannel)
{
    private static readonly string[] People = ["Practitioner", "PractitionerRole", "Person"];

    /// <summary>The FHIR Patient of a launch; null where the configuration does not ask for it.</summary>
    /// <exception cref="SmartLaunchException">It cannot be read.</exception>
    public async Task<JsonElement?> PatientAsync(
        SmartIssuer issuer,
        string id,
        string accessToken,
        CancellationToken cancellation
    )
    {
        if (!issuer.Scopes.AsksForPatient)
            return null;
        var answer = await backchannel.GetAsync(
            issuer,
            new Uri($"{issuer.Address}/Patient/{id}"),
            accessToken,
            cancellation
        );
        return answer is { Status: HttpStatusCode.OK, Body: { } patient }
            ? patient
            : throw new SmartLaunchException(
                SmartRefusals.PatientUnreadable,
                $"Patient: status {(int)answer.Status}"
            );
    }

    /// <summary>The name of the user where the id_token has none; null where it cannot be read, which stops nothing.</summary>
    public async Task<string?> UserNameAsync(
        SmartIssuer issuer,
        string? fhirUser,
        string accessToken,
        CancellationToken cancellation
    )
    {
        if (Address(issuer, fhirUser) is not { } address)
            return null;
        try
        {
            var answer = await backchannel.GetAsync(issuer, address, accessToken, cancellation);
            return answer is { Status: HttpStatusCode.OK, Body: { } user } ? NameOf(user) : null;
        }
        catch (SmartLaunchException)
        {
            return null;
        }
    }

    /// <summary>The address of the user's resource, which is relative to the FHIR base or within it.</summary>
    private static Uri? Address(SmartIssuer issuer, string? fhirUser)
    {
        var prefix = $"{issuer.Address}/";
        var path =
            fhirUser?.StartsWith(prefix, StringComparison.Ordinal) == true
                ? fhirUser[prefix.Length..]
                : fhirUser;
        return
            path?.Split('/') is [var type, var id]
            && People.Contains(type)
            && SmartPatient.IsFhirId(id)
            ? new Uri(prefix + path)
            : null;
    }

    private static string? NameOf(JsonElement user)
    {
        var name = user.Items("name").FirstOrDefault();
        if (name.Text("text") is { } text)
            return text;
        var parts = name.Texts("given").Append(name.Text("family") ?? "").Where(part => part != "");
        return string.Join(' ', parts) is { Length: > 0 } joined ? joined : null;
    }
}
