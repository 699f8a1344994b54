using System.Text.Json;
using HeiChartViewer.Sandbox.Population;

namespace HeiChartViewer.Sandbox.Tenant;

/// <summary>What the tenant says about itself and its sources (contract 7).</summary>
internal sealed class TenantDirectory(PatientRegistry patients)
{
    public static Answer Tenant() =>
        Answer.Write(json =>
        {
            json.WriteStartObject();
            json.WriteString("id", "5a9d3c1e7b2f4086a1c4e7d90b3f6a58");
            json.WriteString("mnemonic", "sandbox");
            json.WriteString("name", "HeiChartViewer Sandbox");
            json.WriteString("timeZone", "America/Chicago");
            json.WriteString("defaultLocale", "en-US");
            json.WriteStartObject("status");
            json.WriteString("state", "ACTIVE");
            json.WriteString("startedOn", "2020-01-01T00:00:00.000Z");
            json.WriteEndObject();
            json.WriteStartArray("locales");
            json.WriteStringValue("en-US");
            json.WriteEndArray();
            json.WriteStartArray("cernerMnemonics");
            json.WriteEndArray();
            json.WriteEndObject();
        });

    public Answer DataPartitions(TenantCall call)
    {
        if (!Query.TryLimit(call.Query, out var limit, out var refusal))
            return refusal!;
        if (!Query.TryOffset(call.Query, out var offset, out refusal))
            return refusal!;
        return Answer.Write(json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("items");
            foreach (var partition in patients.DataPartitions.Skip(offset).Take(limit))
                Write(json, partition);
            json.WriteEndArray();
            json.WriteNumber("totalResults", patients.DataPartitions.Count);
            json.WriteString("firstLink", $"{call.Address}?offset=0&limit={limit}");
            json.WriteEndObject();
        });
    }

    public Answer DataPartition(string id) =>
        patients.DataPartitions.FirstOrDefault(p => p.Id == id) is { } partition
            ? Answer.Write(json => Write(json, partition))
            : Answer.NotFound("id");

    private static void Write(Utf8JsonWriter json, DataPartition partition)
    {
        json.WriteStartObject();
        json.WriteString("id", partition.Id);
        json.WriteString("name", partition.Name);
        json.WriteEndObject();
    }
}
