using System.Runtime.InteropServices;
using System.Text.Json;
using HeiChartViewer.Sandbox.Population;

namespace HeiChartViewer.Sandbox.Exchange;

/// <summary>Makes the chart of a patient whose records were written elsewhere; they are served as they are.</summary>
internal static class StoredCharts
{
    public static Chart Of(PatientEntry patient) =>
        Chart.Empty.Map(
            (kind, _) =>
                RecordList.Of((patient.Records.GetValueOrDefault(kind.Member) ?? []).Select(Stored))
        ) with
        {
            Binaries = (patient.Binaries ?? new Dictionary<string, BinaryEntry>()).ToDictionary(
                binary => binary.Key,
                binary => new StoredBinary(binary.Value.ContentType, binary.Value.Base64)
            ),
        };

    private static StoredRecord Stored(JsonElement record) =>
        new(
            record.GetProperty("id").GetString()!,
            JsonMarshal.GetRawUtf8Value(record).ToArray(),
            record.TryGetProperty("status", out var status) ? StatusWords(status) : []
        );

    /// <summary>What a status can be asked for by: its codes and its words.</summary>
    private static string[] StatusWords(JsonElement status)
    {
        if (status.ValueKind != JsonValueKind.Object)
            return [];
        var words = new List<string>();
        foreach (var member in (string[])["codings", "sourceCodings"])
            if (
                status.TryGetProperty(member, out var codings)
                && codings.ValueKind == JsonValueKind.Array
            )
                foreach (var coding in codings.EnumerateArray())
                    Add(coding, "code");
        Add(status, "text");
        return [.. words.Distinct()];

        void Add(JsonElement holder, string member)
        {
            if (
                holder.ValueKind == JsonValueKind.Object
                && holder.TryGetProperty(member, out var word)
                && word.ValueKind == JsonValueKind.String
            )
                words.Add(word.GetString()!);
        }
    }
}
