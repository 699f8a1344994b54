using System.Text.Json;
using System.Text.Json.Nodes;
using HeiChartViewer.Sandbox.Population;
using HeiChartViewer.Sandbox.Tenant;

namespace HeiChartViewer.Sandbox.Legacy;

/// <summary>The clinical lists of the older generation: the same records, their members in snake_case (contract 4.5).</summary>
internal static class LegacyRecords
{
    /// <summary>The lists by the word in the path, with the list of the chart that they are.</summary>
    public static readonly IReadOnlyList<(string Name, string Resource)> Lists =
    [
        ("allergies", "allergies"),
        ("conditions", "conditions"),
        ("medications", "medications"),
        ("procedures", "procedures"),
        ("vaccinations", "immunizations"),
    ];

    public static Answer List(TenantCall call, string name, string resource) =>
        LegacyAnswer.List(
            call,
            name,
            call.Chart.List(resource).All,
            record => Renamed(JsonNode.Parse(record.Json.Span))
        );

    private static JsonNode? Renamed(JsonNode? node) =>
        node switch
        {
            JsonObject one => new JsonObject(
                one.Select(member =>
                    KeyValuePair.Create(
                        JsonNamingPolicy.SnakeCaseLower.ConvertName(member.Key),
                        Renamed(member.Value)
                    )
                )
            ),
            JsonArray many => new JsonArray([.. many.Select(Renamed)]),
            _ => node?.DeepClone(),
        };
}
