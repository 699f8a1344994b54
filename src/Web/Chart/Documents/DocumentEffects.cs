using HealtheIntent.Client;
using HeiChartViewer.Flux;
using HeiChartViewer.Web.Audit;
using HeiChartViewer.Web.Chart.Glass;
using HeiChartViewer.Web.Failures;
using HeiChartViewer.Web.Sessions;
using Microsoft.Extensions.Logging;

namespace HeiChartViewer.Web.Chart.Documents;

/// <summary>Opens and saves documents; recorded first, then asked for (design rule 6).</summary>
public sealed partial class DocumentEffects(
    DocumentReading reading,
    DocumentTickets tickets,
    ChartSessions sessions,
    BreakGlass glass,
    IAuditLog audit,
    ILogger<DocumentEffects> log
)
{
    /// <summary>Opens a document; a newer opening ends this one.</summary>
    [EffectMethod(Mode = EffectMode.Latest)]
    public async Task On(OpenDocument open, IDispatcher dispatcher, CancellationToken cancellation)
    {
        if (sessions.Find(open.Session.Id) is not null)
            dispatcher.Dispatch(new DocumentArrived(open, await OutcomeAsync(open, cancellation)));
    }

    /// <summary>Lets the browser fetch the open document as a file.</summary>
    [EffectMethod]
    public async Task On(SaveDocument save, IDispatcher dispatcher, CancellationToken cancellation)
    {
        if (
            sessions.Find(save.Open.Session.Id) is null
            || glass.Withholds(save.Open.Session, ChartView.Documents)
        )
            return;
        try
        {
            await RecordAsync(save.Open, AuditAction.DocumentDownloaded, cancellation);
            var address = tickets.Issue(
                save.Open.Session,
                new DocumentDelivery.Save(save.Open.Content)
            );
            dispatcher.Dispatch(new DocumentSaveReady(save.Open, address));
        }
        catch (AuditUnavailableException)
        {
            dispatcher.Dispatch(new DocumentSaveNotRecorded(save.Open));
        }
    }

    private async Task<DocumentOutcome> OutcomeAsync(
        OpenDocument open,
        CancellationToken cancellation
    )
    {
        if (glass.Withholds(open.Session, ChartView.Documents))
            return new DocumentOutcome.NotAvailable(
                new(FailureKind.Withheld, RecordKind.DocumentReference.ApiName)
            );
        try
        {
            await RecordAsync(open, AuditAction.DocumentOpened, cancellation);
            return await reading.ReadAsync(open, cancellation);
        }
        catch (AuditUnavailableException)
        {
            return new DocumentOutcome.NotRecorded();
        }
        catch (HealtheIntentException error)
        {
            return new DocumentOutcome.NotAvailable(HealtheIntentFailure.From(error));
        }
        catch (Exception error) when (!cancellation.IsCancellationRequested)
        {
            // A document that our own reading trips over must not leave the reader waiting.
            LogDefect(error.GetType());
            return new DocumentOutcome.NotAvailable(
                new(FailureKind.ViewerFault, RecordKind.DocumentReference.ApiName)
            );
        }
    }

    private Task RecordAsync(
        OpenDocument open,
        AuditAction action,
        CancellationToken cancellation
    ) =>
        audit.WriteAsync(
            [
                glass.Marked(
                    open.Session.Audited(action) with
                    {
                        Section = ChartView.Documents.Slug,
                        Detail = $"{open.Document.Id} {open.Content.Binary!.Id}",
                    },
                    open.Session,
                    ChartView.Documents
                ),
            ],
            cancellation
        );

    [LoggerMessage(
        EventId = 58,
        Level = LogLevel.Error,
        Message = "Reading a document ended in {Failure}, which nobody expected"
    )]
    private partial void LogDefect(Type failure);
}
