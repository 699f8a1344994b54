using System.Text.Json;
using HealtheIntent.Client;

namespace HeiChartViewer.Web.Chart.Demographics;

/// <summary>What a source records of a field, and when it recorded that.</summary>
/// <param name="Field">The field.</param>
/// <param name="RecordedOn">When; null where the source does not say.</param>
/// <param name="Source">The source record.</param>
/// <param name="Values">The values.</param>
public sealed record DemographicStatement(
    DemographicField Field,
    PartialDate? RecordedOn,
    SourceIdentifier? Source,
    IReadOnlyList<string> Values
);

/// <summary>What changed when: of the fields that sources record differently, what each says, the newest first.</summary>
public static class DemographicHistory
{
    /// <summary>The history, field by field; a statement without a date comes after those with one.</summary>
    public static IReadOnlyList<DemographicStatement> Of(
        IReadOnlyList<DemographicRecord> records
    ) =>
        [
            .. DemographicFields
                .All.Where(field => field.Differs(records))
                .SelectMany(field =>
                    records
                        .Select(record => new DemographicStatement(
                            field,
                            RecordedOn(record),
                            record.SourceIdentifier,
                            field.Values(record)
                        ))
                        .Where(statement => statement.Values.Count > 0)
                        .OrderBy(statement => statement.RecordedOn?.Earliest is null)
                        .ThenByDescending(statement => statement.RecordedOn)
                ),
        ];

    /// <summary>
    /// The latest date in the record's provenance. Its members are not published (contract 6.2): <c>recordedOn</c> is
    /// inferred, and where it is missing or no date, nothing is guessed.
    /// </summary>
    public static PartialDate? RecordedOn(DemographicRecord record) =>
        record
            .Provenances.Where(provenance => provenance.ValueKind is JsonValueKind.Object)
            .Select(provenance =>
                provenance.TryGetProperty("recordedOn", out var on)
                && on.ValueKind is JsonValueKind.String
                    ? PartialDate.Parse(on.GetString()!)
                    : null
            )
            .Where(date => date?.Earliest is not null)
            .Max();
}
