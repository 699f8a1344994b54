using System.Text.Json;
using HealtheIntent.Client;
using HeiChartViewer.Web.Chart.Records;
using HeiChartViewer.Web.Sessions;

namespace HeiChartViewer.Web.Chart.Raw;

/// <summary>One kind of record, asked for one by one.</summary>
public interface IRawRecords
{
    /// <summary>The kind.</summary>
    RecordKind Kind { get; }

    /// <summary>The view of the section that the records are in.</summary>
    ChartView View { get; }

    /// <summary>Asks for a record anew.</summary>
    /// <returns>Its JSON; null where it is not the record that was asked for, or is about another patient (control 38).</returns>
    Task<JsonElement?> ReadAsync(
        ChartSession session,
        string recordId,
        CancellationToken cancellation
    );
}

/// <summary>The records of a section, asked for one by one.</summary>
public sealed class RawRecords<TRecord>(RecordSection<TRecord> section) : IRawRecords
    where TRecord : ClinicalRecord
{
    /// <inheritdoc />
    public RecordKind Kind => section.Kind;

    /// <inheritdoc />
    public ChartView View => section.View;

    /// <inheritdoc />
    public async Task<JsonElement?> ReadAsync(
        ChartSession session,
        string recordId,
        CancellationToken cancellation
    )
    {
        var received = await section
            .Source(session)
            .GetAsReceivedAsync(session.PopulationId, session.PatientId, recordId, cancellation);
        var patient = section.PatientOf(received.Record);
        return received.Record.Id == recordId && (patient is null || patient == session.PatientId)
            ? received.Json
            : null;
    }
}
