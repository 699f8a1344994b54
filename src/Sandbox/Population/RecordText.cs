using System.Text.Json;
using System.Text.Json.Nodes;

namespace HeiChartViewer.Sandbox.Population;

/// <summary>Puts every text of a written record into other words; ids, codes, dates and the numbers of quantities stay.</summary>
internal static class RecordText
{
    private static readonly HashSet<string> Kept =
    [
        // What a record, a code or a system is known by.
        "id",
        "dataPartitionId",
        "system",
        "code",
        "contextId",
        "alias",
        "use",
        "type",
        "contentType",
        "brandType",
        // When.
        "assertedOn",
        "onset",
        "resolvedOn",
        "date",
        "start",
        "end",
        "prescribedOn",
        "occurredOn",
        "effectiveOn",
        "createdOn",
        "dispensedOn",
        // How much, and the number that another system gave.
        "value",
    ];

    public static byte[] Reword(byte[] json, Func<string, string> wording)
    {
        var record = JsonNode.Parse(json)!;
        Reword(record, "", wording);
        return JsonSerializer.SerializeToUtf8Bytes(record);
    }

    private static void Reword(JsonNode node, string name, Func<string, string> wording)
    {
        switch (node)
        {
            case JsonObject members:
                foreach (var (member, value) in members.ToList())
                    if (value is not null)
                        Reword(value, member, wording);
                break;
            case JsonArray items:
                foreach (var item in items.OfType<JsonNode>().ToList())
                    Reword(item, name, wording);
                break;
            case JsonValue value
                when !Kept.Contains(name) && value.TryGetValue<string>(out var text):
                value.ReplaceWith(wording(text));
                break;
        }
    }
}
