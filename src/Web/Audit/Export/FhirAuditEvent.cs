using System.Buffers.Text;
using System.Globalization;
using System.Net;
using System.Text.Json;

namespace HeiChartViewer.Web.Audit.Export;

/// <summary>
/// Writes an entry as a FHIR R4 AuditEvent after IHE's Basic Audit Log Patterns (control 61). A pattern is claimed for
/// what succeeded only, as the patterns themselves ask. The entry's own place, hash and words go along as extensions,
/// so nothing of it is lost.
/// </summary>
internal static class FhirAuditEvent
{
    private const string Own = "urn:heichartviewer:audit";
    private const string Viewer = "HeiChartViewer";
    private const string Platform = "HealtheIntent";
    private const string Patterns =
        "https://profiles.ihe.net/ITI/BALP/StructureDefinition/IHE.BasicAudit.";

    public static void Write(Utf8JsonWriter json, AuditEvent entry)
    {
        var kind = AuditEventKind.Of(entry.Action);
        json.WriteStartObject();
        json.WriteString("resourceType", "AuditEvent");
        json.WriteString("id", entry.Id.ToString(CultureInfo.InvariantCulture));
        if (kind.Profile is not null && entry.Outcome == AuditOutcome.Success)
        {
            json.WriteStartObject("meta");
            json.WriteStartArray("profile");
            json.WriteStringValue(Patterns + kind.Profile);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteStartArray("extension");
        Extension(json, "hash", entry.Hash);
        Extension(json, "previous-hash", entry.PreviousHash);
        Extension(json, "session", entry.SessionRef);
        json.WriteEndArray();
        json.WritePropertyName("type");
        Coding(json, kind.Type);
        json.WriteStartArray("subtype");
        if (kind.Subtype is not null)
            Coding(json, kind.Subtype);
        Coding(
            json,
            new AuditCoding($"{Own}:action", entry.Action.ToString(), entry.Action.ToString())
        );
        json.WriteEndArray();
        json.WriteString("action", kind.Action);
        json.WriteString(
            "recorded",
            entry.At.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture)
        );
        json.WriteString("outcome", Outcome(entry.Outcome));
        if (!kind.IsQuery && entry.Detail is not null)
            json.WriteString("outcomeDesc", entry.Detail);
        Purpose(json, "purposeOfEvent", entry.Purpose);
        Agents(json, entry, kind);
        Source(json, entry);
        Entities(json, entry, kind);
        json.WriteEndObject();
    }

    /// <summary>0 is success; what was refused is a minor failure, what broke a serious one.</summary>
    private static string Outcome(AuditOutcome outcome) =>
        outcome switch
        {
            AuditOutcome.Success => "0",
            AuditOutcome.Denied => "4",
            _ => "8",
        };

    private static void Agents(Utf8JsonWriter json, AuditEvent entry, AuditEventKind kind)
    {
        json.WriteStartArray("agent");
        if (entry.UserId is not null)
        {
            json.WriteStartObject();
            Concept(
                json,
                "type",
                new(
                    "http://terminology.hl7.org/CodeSystem/v3-ParticipationType",
                    "IRCP",
                    "information recipient"
                )
            );
            Reference(json, "who", entry.UserId, entry.UserName, entry.Organisation);
            json.WriteBoolean("requestor", true);
            Network(json, entry.RemoteAddress);
            Purpose(json, "purposeOfUse", entry.Purpose);
            json.WriteEndObject();
        }
        // In a query the asker is the source and the asked one the destination; in a read it is the other way round.
        Machine(json, Viewer, isSource: kind.IsQuery, isAsker: entry.UserId is null);
        Machine(json, Platform, isSource: !kind.IsQuery, isAsker: false);
        json.WriteEndArray();
    }

    private static void Machine(Utf8JsonWriter json, string name, bool isSource, bool isAsker)
    {
        json.WriteStartObject();
        Concept(
            json,
            "type",
            isSource
                ? new(AuditCoding.Dicom, "110153", "Source Role ID")
                : new(AuditCoding.Dicom, "110152", "Destination Role ID")
        );
        Reference(json, "who", null, name, null);
        json.WriteBoolean("requestor", isAsker);
        json.WriteEndObject();
    }

    private static void Source(Utf8JsonWriter json, AuditEvent entry)
    {
        json.WriteStartObject("source");
        if (entry.Tenant is not null)
            json.WriteString("site", entry.Tenant);
        Reference(json, "observer", null, Viewer, null);
        json.WriteStartArray("type");
        Coding(
            json,
            new(
                "http://terminology.hl7.org/CodeSystem/security-source-type",
                "4",
                "Application Server"
            )
        );
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Entities(Utf8JsonWriter json, AuditEvent entry, AuditEventKind kind)
    {
        if (
            (entry.PatientId ?? entry.SourcePersonId ?? entry.CorrelationId ?? entry.Section)
                is null
            && !(kind.IsQuery && entry.Detail is not null)
        )
            return;
        json.WriteStartArray("entity");
        if ((entry.PatientId ?? entry.SourcePersonId) is not null)
        {
            json.WriteStartObject();
            Patient(json, entry);
            Role(json, ("1", "Person"), ("1", "Patient"));
            json.WriteEndObject();
        }
        if (kind.IsQuery && entry.Detail is not null)
        {
            json.WriteStartObject();
            Role(json, ("2", "System Object"), ("24", "Query"));
            json.WriteBase64String("query", Base64Url.DecodeFromChars(entry.Detail));
            json.WriteEndObject();
        }
        else if (entry.Section is not null)
        {
            json.WriteStartObject();
            Reference(json, "what", entry.Section, null, $"{Own}:section");
            Role(json, ("2", "System Object"), ("4", "Domain Resource"));
            json.WriteEndObject();
        }
        if (entry.CorrelationId is not null)
        {
            json.WriteStartObject();
            Reference(json, "what", entry.CorrelationId, null, null);
            json.WritePropertyName("type");
            Coding(
                json,
                new(
                    "https://profiles.ihe.net/ITI/BALP/CodeSystem/BasicAuditEntityType",
                    "XrequestId",
                    "X-Request-Id"
                )
            );
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    /// <summary>Both ids: the reference is HealtheIntent's, which does not last; the identifier is the source's.</summary>
    private static void Patient(Utf8JsonWriter json, AuditEvent entry)
    {
        json.WriteStartObject("what");
        if (entry.PatientId is not null)
            json.WriteString("reference", $"Patient/{entry.PatientId}");
        if (entry.SourcePersonId is not null)
        {
            json.WriteStartObject("identifier");
            json.WriteString("system", $"urn:uuid:{entry.DataPartitionId}");
            json.WriteString("value", entry.SourcePersonId);
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    private static void Role(
        Utf8JsonWriter json,
        (string Code, string Display) type,
        (string Code, string Display) role
    )
    {
        json.WritePropertyName("type");
        Coding(
            json,
            new("http://terminology.hl7.org/CodeSystem/audit-entity-type", type.Code, type.Display)
        );
        json.WritePropertyName("role");
        Coding(
            json,
            new("http://terminology.hl7.org/CodeSystem/object-role", role.Code, role.Display)
        );
    }

    private static void Network(Utf8JsonWriter json, string? address)
    {
        if (address is null)
            return;
        json.WriteStartObject("network");
        json.WriteString("address", address);
        if (IPAddress.TryParse(address, out _))
            json.WriteString("type", "2");
        json.WriteEndObject();
    }

    private static void Purpose(Utf8JsonWriter json, string name, string? purpose)
    {
        if (purpose is null)
            return;
        json.WriteStartArray(name);
        json.WriteStartObject();
        json.WriteStartArray("coding");
        json.WriteStartObject();
        json.WriteString("system", "http://terminology.hl7.org/CodeSystem/v3-ActReason");
        json.WriteString("code", purpose);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void Extension(Utf8JsonWriter json, string name, string? value)
    {
        if (value is null)
            return;
        json.WriteStartObject();
        json.WriteString("url", $"{Own}:{name}");
        json.WriteString("valueString", value);
        json.WriteEndObject();
    }

    private static void Reference(
        Utf8JsonWriter json,
        string name,
        string? identifier,
        string? display,
        string? system
    )
    {
        json.WriteStartObject(name);
        if (identifier is not null)
        {
            json.WriteStartObject("identifier");
            if (system is not null)
                json.WriteString("system", system);
            json.WriteString("value", identifier);
            json.WriteEndObject();
        }
        if (display is not null)
            json.WriteString("display", display);
        json.WriteEndObject();
    }

    private static void Concept(Utf8JsonWriter json, string name, AuditCoding coding)
    {
        json.WriteStartObject(name);
        json.WriteStartArray("coding");
        Coding(json, coding);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Coding(Utf8JsonWriter json, AuditCoding coding)
    {
        json.WriteStartObject();
        json.WriteString("system", coding.System);
        json.WriteString("code", coding.Code);
        json.WriteString("display", coding.Display);
        json.WriteEndObject();
    }
}
