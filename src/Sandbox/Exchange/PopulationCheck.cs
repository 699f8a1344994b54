using System.Text.Json;
using HeiChartViewer.Sandbox.Population;

namespace HeiChartViewer.Sandbox.Exchange;

/// <summary>Finds what is wrong with a population file beyond its form.</summary>
internal static class PopulationCheck
{
    private const int Most = 20;

    /// <summary>The errors, each with its place in the file; the first twenty, and how many more there are.</summary>
    public static IReadOnlyList<string> Errors(PopulationContent content)
    {
        var errors = new List<string>();
        if (content.Format != PopulationContent.CurrentFormat)
            return [$"$.format must be {PopulationContent.CurrentFormat}."];

        Unique("$.dataPartitions", content.DataPartitions.Select(partition => partition.Id));
        Unique("$.patients", content.Patients.Select(patient => patient.Key));
        Unique("$.patients", content.Patients.Select(patient => patient.PatientId));
        var partitions = content.DataPartitions.Select(partition => partition.Id).ToHashSet();
        for (var i = 0; i < content.Patients.Count; i++)
            errors.AddRange(Errors($"$.patients[{i}]", content.Patients[i], partitions));
        return errors.Count <= Most
            ? errors
            : [.. errors.Take(Most), $"And {errors.Count - Most} more."];

        void Unique(string place, IEnumerable<string> ids) =>
            errors.AddRange(
                ids.CountBy(id => id, StringComparer.OrdinalIgnoreCase)
                    .Where(id => id.Value > 1)
                    .Select(id => $"{place} names '{id.Key}' {id.Value} times.")
            );
    }

    private static IEnumerable<string> Errors(
        string place,
        PatientEntry patient,
        HashSet<string> partitions
    )
    {
        if (patient.Sources.Count == 0)
            yield return $"{place}.sources is empty: no launch could find this patient.";
        foreach (var source in patient.Sources)
            if (!partitions.Contains(source.DataPartitionId))
                yield return $"{place}.sources names the data partition '{source.DataPartitionId}', which the file does not describe.";
        if (!patient.Records.ContainsKey("demographics"))
            yield return $"{place}.records.demographics is missing.";
        foreach (var (name, records) in patient.Records)
        {
            if (ChartLists.All.All(list => list.Member != name))
                yield return $"{place}.records.{name} is not a kind of record.";
            var ids = new HashSet<string>(StringComparer.Ordinal);
            for (var i = 0; i < records.Count; i++)
            {
                var record = $"{place}.records.{name}[{i}]";
                if (IdOf(records[i]) is not { } id)
                    yield return $"{record} has no id.";
                else if (!ids.Add(id))
                    yield return $"{record} has the id of another record.";
                else if (name == "demographics" && UnreadableDemographic(records[i]) is { } error)
                    yield return $"{record}: {error}";
            }
        }
    }

    private static string? IdOf(JsonElement record) =>
        record.ValueKind == JsonValueKind.Object
        && record.TryGetProperty("id", out var id)
        && id.ValueKind == JsonValueKind.String
        && id.GetString() is { Length: > 0 } text
            ? text
            : null;

    private static string? UnreadableDemographic(JsonElement record)
    {
        try
        {
            record.Deserialize(DemographicJson.Default.Demographic);
            return null;
        }
        catch (JsonException exception)
        {
            return exception.Message;
        }
    }
}
