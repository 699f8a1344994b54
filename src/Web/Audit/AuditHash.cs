using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace HeiChartViewer.Web.Audit;

/// <summary>
/// The hash of an entry: SHA-256 over one JSON object with every field but the hash, in a fixed order, absent ones as
/// null, everything beyond Basic Latin escaped. The form must never change; another form takes another version number.
/// </summary>
internal static class AuditHash
{
    private const int Version = 2;

    private static readonly JsonWriterOptions Canonical = new()
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.BasicLatin),
    };

    public static string Of(AuditEvent entry)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer, Canonical))
        {
            json.WriteStartObject();
            json.WriteNumber("version", Version);
            json.WriteNumber("id", entry.Id);
            json.WriteString(
                "at",
                entry.At.UtcDateTime.ToString(
                    "yyyy-MM-ddTHH:mm:ss.fffffffZ",
                    CultureInfo.InvariantCulture
                )
            );
            json.WriteString("action", entry.Action.ToString());
            json.WriteString("outcome", entry.Outcome.ToString());
            json.WriteString("userId", entry.UserId);
            json.WriteString("userName", entry.UserName);
            json.WriteString("organisation", entry.Organisation);
            json.WriteString("purpose", entry.Purpose);
            json.WriteString("tenant", entry.Tenant);
            json.WriteString("dataPartitionId", entry.DataPartitionId);
            json.WriteString("sourcePersonId", entry.SourcePersonId);
            json.WriteString("patientId", entry.PatientId);
            json.WriteString("sessionRef", entry.SessionRef);
            json.WriteString("section", entry.Section);
            json.WriteString("detail", entry.Detail);
            json.WriteString("correlationId", entry.CorrelationId);
            json.WriteString("remoteAddress", entry.RemoteAddress);
            json.WriteString("previousHash", entry.PreviousHash);
            json.WriteEndObject();
        }
        return Convert.ToHexStringLower(SHA256.HashData(buffer.WrittenSpan));
    }
}
