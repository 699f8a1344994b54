using System.Text.Json;
using System.Text.Json.Nodes;
using HeiChartViewer.Sandbox.Population;
using HeiChartViewer.Sandbox.Tenant;

namespace HeiChartViewer.Sandbox.Legacy;

/// <summary>The clinical lists of the older generation: the same records, their members in snake_case (contract 4.5).</summary>
internal static class LegacyRecords
{
    /// <summary>The lists by the word in the path, with the list of the chart that they are.</summary>
    public static readonly IReadOnlyList<(string Name, Func<Chart, RecordList> Of)> Lists =
    [
        ("allergies", chart => chart.Allergies),
        ("conditions", chart => chart.Conditions),
        ("medications", chart => chart.Medications),
        ("procedures", chart => chart.Procedures),
        ("vaccinations", chart => chart.Immunizations),
    ];

    public static Answer List(TenantCall call, string name, RecordList records) =>
        LegacyAnswer.List(
            call,
            name,
            records.All,
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
