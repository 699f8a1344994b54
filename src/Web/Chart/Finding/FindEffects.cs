using System.Text;
using HealtheIntent.Client;
using HeiChartViewer.Flux;
using HeiChartViewer.Web.Audit;
using HeiChartViewer.Web.Chart.Glass;
using HeiChartViewer.Web.Failures;
using HeiChartViewer.Web.Sessions;
using Microsoft.Extensions.Logging;

namespace HeiChartViewer.Web.Chart.Finding;

/// <summary>
/// Searches the sections as they have been received, and asks the tenant's chart search; recorded first, then
/// searched (design rule 6).
/// </summary>
public sealed partial class FindEffects(
    IEnumerable<ISectionIndex> indexes,
    TenantSearch tenant,
    ChartSessions sessions,
    BreakGlass glass,
    IAuditLog audit,
    ILogger<FindEffects> log
)
{
    /// <summary>Searches; a newer search ends this one.</summary>
    [EffectMethod(Mode = EffectMode.Latest)]
    public async Task On(FindInChart find, IDispatcher dispatcher, CancellationToken cancellation)
    {
        if (sessions.Find(find.Session.Id) is null)
            return;
        try
        {
            await audit.WriteAsync(
                [
                    find.Session.Audited(AuditAction.ChartSearched) with
                    {
                        Detail = AuditText.Query(Encoding.UTF8.GetBytes(find.Words)),
                    },
                ],
                cancellation
            );
        }
        catch (AuditUnavailableException)
        {
            dispatcher.Dispatch(new FindNotRecorded(find));
            return;
        }
        var words = SoughtWords.In(find.Words);
        dispatcher.Dispatch(
            new FoundInChart(find, [.. indexes.Select(section => section.Find(words))])
        );
        dispatcher.Dispatch(new TenantSearched(find, await AskTenantAsync(find, cancellation)));
    }

    private async Task<TenantFinding> AskTenantAsync(
        FindInChart find,
        CancellationToken cancellation
    )
    {
        // It searches the whole chart and quotes what it finds: what is withheld here would come by that way.
        if (glass.Withholds(find.Session))
            return new TenantFinding.NotAvailable(new(FailureKind.Withheld, TenantSearch.Api));
        try
        {
            var (found, correlationId) = await tenant.FindAsync(
                find.Session,
                find.Words,
                cancellation
            );
            if (found.Withheld > 0)
                await RecordWithheldAsync(
                    find.Session,
                    found.Withheld,
                    correlationId,
                    cancellation
                );
            return found;
        }
        catch (HealtheIntentException error)
        {
            return new TenantFinding.NotAvailable(HealtheIntentFailure.From(error));
        }
        catch (Exception error) when (!cancellation.IsCancellationRequested)
        {
            // A defect of ours must not leave the search running for ever.
            LogDefect(error.GetType());
            return new TenantFinding.NotAvailable(new(FailureKind.ViewerFault, TenantSearch.Api));
        }
    }

    private Task RecordWithheldAsync(
        ChartSession session,
        int hits,
        string? correlationId,
        CancellationToken cancellation
    )
    {
        LogForeignHits(hits, correlationId);
        return audit.WriteAnywayAsync(
            [
                session.Audited(AuditAction.ForeignPatientWithheld) with
                {
                    Outcome = AuditOutcome.Denied,
                    Detail =
                        $"{TenantSearch.Api}, {hits} hits, correlation {correlationId ?? "unknown"}",
                },
            ],
            cancellation
        );
    }

    [LoggerMessage(
        EventId = 40,
        Level = LogLevel.Error,
        Message = "Searching the chart ended in {Failure}, which nobody expected"
    )]
    private partial void LogDefect(Type failure);

    [LoggerMessage(
        EventId = 41,
        Level = LogLevel.Critical,
        Message = "The chart search answered with {Hits} hits that are not in the open chart; they were withheld (correlation {CorrelationId})"
    )]
    private partial void LogForeignHits(int hits, string? correlationId);
}
