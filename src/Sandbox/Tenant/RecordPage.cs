using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using HeiChartViewer.Sandbox.Population;

namespace HeiChartViewer.Sandbox.Tenant;

/// <summary>A page of a clinical list: items, firstLink, and nextLink unless it is the last (contract 6.1, 8.1).</summary>
internal sealed class RecordPage(CursorSigner cursors)
{
    private static readonly byte[] Opening = "{\"items\":["u8.ToArray();
    private static readonly byte[] Comma = ","u8.ToArray();

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
        var list =
            $"{call.Account.Name}|{resource}|{call.Identity!.Id}|{string.Join('|', statuses)}";
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
        return new Answer(
            StatusCodes.Status200OK,
            Answer.Json,
            Parts(matching, offset, limit, first, next)
        );
    }

    private static string FirstLink(TenantCall call, int limit, string[] statuses)
    {
        var link = $"{call.Address}?limit={limit}";
        foreach (var status in statuses)
            link += $"&status={UrlEncoder.Default.Encode(status)}";
        return link;
    }

    private static List<ReadOnlyMemory<byte>> Parts(
        IReadOnlyList<StoredRecord> records,
        int offset,
        int limit,
        string first,
        string? next
    )
    {
        var end = Math.Min(offset + limit, records.Count);
        var parts = new List<ReadOnlyMemory<byte>>(2 * limit + 2) { Opening };
        for (var i = offset; i < end; i++)
        {
            if (i > offset)
                parts.Add(Comma);
            parts.Add(records[i].Json);
        }
        var links = $"],\"firstLink\":\"{JsonEncodedText.Encode(first)}\"";
        if (next is not null)
            links += $",\"nextLink\":\"{JsonEncodedText.Encode(next)}\"";
        parts.Add(Encoding.UTF8.GetBytes(links + "}"));
        return parts;
    }
}
