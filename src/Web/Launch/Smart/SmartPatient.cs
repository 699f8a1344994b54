using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using HealtheIntent.Client;
using HeiChartViewer.Web.Launch.Identity;

namespace HeiChartViewer.Web.Launch.Smart;

/// <summary>The patient of a launch: by which id HealtheIntent knows them, and who the EHR says they are.</summary>
/// <param name="Source">The data partition and local id.</param>
/// <param name="Identity">Who it is; null where the FHIR Patient is not asked for.</param>
internal sealed partial record SmartPatient(SourceIdentifier Source, StatedIdentity? Identity)
{
    /// <summary>Whether a text is an id as FHIR writes them: nothing else goes into an address.</summary>
    public static bool IsFhirId(string text) => FhirId().IsMatch(text);

    /// <summary>Reads who a launch is about.</summary>
    /// <param name="issuer">The EHR, whose rule says which id counts.</param>
    /// <param name="id">The FHIR id of the token response.</param>
    /// <param name="resource">The FHIR Patient, where it is asked for.</param>
    /// <exception cref="SmartLaunchException">The resource is another patient's, or there is not exactly one id.</exception>
    public static SmartPatient Read(SmartIssuer issuer, string id, JsonElement? resource)
    {
        if (
            resource is { } patient
            && (patient.Text("resourceType") != "Patient" || patient.Text("id") != id)
        )
            throw new SmartLaunchException(
                SmartRefusals.PatientUnreadable,
                "the FHIR server answered with another resource"
            );
        var local = issuer.PatientIdSystem is { } system ? Identifier(resource!.Value, system) : id;
        return LocalPersonId.Normalise(local) is { } personId
            ? new SmartPatient(
                new SourceIdentifier(issuer.DataPartitionId, personId),
                resource is { } stated ? IdentityOf(stated) : null
            )
            : throw new SmartLaunchException(
                SmartRefusals.PatientUnidentified,
                "not a plausible local id"
            );
    }

    private static string Identifier(JsonElement patient, string system)
    {
        var values = patient
            .Items("identifier")
            .Where(one => one.Text("system") == system && one.Text("use") != "old")
            .Select(one => one.Text("value"))
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .ToArray();
        return values is [var only]
            ? only
            : throw new SmartLaunchException(
                SmartRefusals.PatientUnidentified,
                values.Length == 0
                    ? "no identifier of the configured system"
                    : "several identifiers of the configured system"
            );
    }

    private static StatedIdentity IdentityOf(JsonElement patient)
    {
        var names = patient.Items("name").ToArray();
        return new StatedIdentity(
            [.. names.Select(name => name.Text("family")).OfType<string>().Distinct()],
            [.. names.SelectMany(name => name.Texts("given")).Distinct()],
            DateOnly.TryParseExact(
                patient.Text("birthDate"),
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var born
            )
                ? born
                : null,
            patient.Text("gender")
        );
    }

    [GeneratedRegex(@"^[A-Za-z0-9.-]{1,64}\z")]
    private static partial Regex FhirId();
}
