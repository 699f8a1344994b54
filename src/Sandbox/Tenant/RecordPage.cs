using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using HeiChartViewer.Sandbox.Population;

namespace HeiChartViewer.Sandbox.Tenant;

/// <summary>A page of a clinical list: items, firstLink, and nextLink unless it is the last (contract 6.1, 8.1).</summary>
internal sealed class RecordPage(CursorSigner cursors)
{
    public Answer Read(TenantCall call, string resource, RecordList records)
    {
        if (!Query.TryLimit(call.Query, out var limit, out var refusal))
            return refusal!;
        refusal =
            Query.RefuseBlank(call.Query, "cursor") ?? Query.RefuseBlank(call.Query, "status");
        if (refusal is not null)
            return refusal;

        var statuses = call.Query["status"]
            .OfType<string>()
            .Order(StringComparer.Ordinal)
            .ToArray();
        var list = $"{resource}|{call.Patient!.Key}|{string.Join('|', statuses)}";
        var offset = 0;
        if (
            call.Query.TryGetValue("cursor", out var cursor)
            && !(cursor.Count == 1 && cursors.TryRead(list, cursor[0], out offset))
        )
            return Answer.BadQuery("cursor", "is not a cursor of this list");

        var matching = records.WithStatus(statuses);
        var first = FirstLink(call, limit, statuses);
        var next =
            offset + limit < matching.Count
                ? $"{first}&cursor={cursors.Sign(list, offset + limit)}"
                : null;
        return Answer.Ok(Write(matching, offset, limit, first, next));
    }

    private static string FirstLink(TenantCall call, int limit, string[] statuses)
    {
        var link = $"{call.Address}?limit={limit}";
        foreach (var status in statuses)
            link += $"&status={UrlEncoder.Default.Encode(status)}";
        return link;
    }

    private static ReadOnlyMemory<byte> Write(
        IReadOnlyList<StoredRecord> records,
        int offset,
        int limit,
        string first,
        string? next
    )
    {
        var end = Math.Min(offset + limit, records.Count);
        var size = 512 + 2 * (first.Length + (next?.Length ?? 0));
        for (var i = offset; i < end; i++)
            size += records[i].Json.Length + 1;
        var buffer = new ArrayBufferWriter<byte>(size);
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartObject();
        json.WriteStartArray("items");
        for (var i = offset; i < end; i++)
            json.WriteRawValue(records[i].Json.Span, skipInputValidation: true);
        json.WriteEndArray();
        json.WriteString("firstLink", first);
        if (next is not null)
            json.WriteString("nextLink", next);
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }
}
