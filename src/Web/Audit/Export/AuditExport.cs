using System.Text.Json;
using HeiChartViewer.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace HeiChartViewer.Web.Audit.Export;

/// <summary>Hands the log over to whoever reviews it: one FHIR AuditEvent on each line (NDJSON), oldest first.</summary>
public sealed class AuditExport(IDbContextFactory<ViewerDbContext> contexts)
{
    /// <summary>Writes the entries of a stretch of time.</summary>
    /// <param name="from">The first moment; null from the beginning.</param>
    /// <param name="until">The moment before which entries are written; null to the end.</param>
    /// <param name="output">Where to.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>How many entries were written.</returns>
    public async Task<long> WriteAsync(
        DateTimeOffset? from,
        DateTimeOffset? until,
        Stream output,
        CancellationToken cancellation
    )
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        await using var json = new Utf8JsonWriter(output);
        long count = 0;
        // By number and not by time in the query: every store orders numbers alike.
        await foreach (
            var entry in context
                .AuditEvents.AsNoTracking()
                .OrderBy(entry => entry.Id)
                .AsAsyncEnumerable()
                .WithCancellation(cancellation)
        )
        {
            if (entry.At < from || entry.At >= until)
                continue;
            FhirAuditEvent.Write(json, entry);
            await json.FlushAsync(cancellation);
            json.Reset();
            output.WriteByte((byte)'\n');
            count++;
        }
        return count;
    }
}
