using HealtheIntent.Client;
using HeiChartViewer.Flux;
using HeiChartViewer.Web.Audit;
using HeiChartViewer.Web.Chart.Glass;
using HeiChartViewer.Web.Failures;
using HeiChartViewer.Web.Sessions;
using Microsoft.Extensions.Logging;

namespace HeiChartViewer.Web.Chart.Sections;

/// <summary>Loads a section, page by page, and checks of each page that it is about the session's patient.</summary>
public sealed partial class SectionEffects<TRecord>(
    SectionDefinition<TRecord> section,
    SectionAhead<TRecord> ahead,
    ChartSessions sessions,
    BreakGlass glass,
    IAuditLog audit,
    TimeProvider clock,
    ILogger<SectionEffects<TRecord>> log
)
{
    /// <summary>
    /// A chart of thousands of records arrives in many pages; the screen is told this often and no more, so that
    /// drawing does not hold up receiving. The more there is to draw, the longer it takes.
    /// </summary>
    private static readonly TimeSpan Progress = TimeSpan.FromMilliseconds(400);
    private static readonly TimeSpan ProgressOfThousand = TimeSpan.FromMilliseconds(100);

    /// <summary>Opening a chart loads each of its sections, side by side.</summary>
    [EffectMethod]
    public static Task On(ChartOpened opened, IDispatcher dispatcher)
    {
        dispatcher.Dispatch(new LoadSection<TRecord>(opened.Session));
        return Task.CompletedTask;
    }

    /// <summary>What the glass covers begins anew when it breaks, and when it stands again.</summary>
    [EffectMethod]
    public Task On(GlassChanged changed, IDispatcher dispatcher)
    {
        if (glass.Covers(section.View))
            dispatcher.Dispatch(new LoadSection<TRecord>(changed.Session));
        return Task.CompletedTask;
    }

    /// <summary>Reads all pages; a newer load of the section ends this one.</summary>
    [EffectMethod(Mode = EffectMode.Latest)]
    public async Task On(
        LoadSection<TRecord> load,
        IDispatcher dispatcher,
        CancellationToken cancellation
    )
    {
        // Asked for on a screen of a session that has closed: a click may come late, and may be made up.
        if (sessions.Find(load.Session.Id) is null)
            return;
        if (IsWithheld())
            return;
        var waiting = new List<TRecord>();
        var shared = new SharedValues();
        var (received, valid, saysNone) = (0, 0, 0);
        var told = default(long?);
        var asOf = clock.GetUtcNow();
        try
        {
            await foreach (
                var page in ahead.Read(load.Session, cancellation).WithCancellation(cancellation)
            )
            {
                // Closed meanwhile: what still comes is for nobody (control 40).
                if (sessions.Find(load.Session.Id) is null || IsWithheld())
                    return;
                if (!IsAbout(load.Session, page))
                {
                    LogForeignPatient(section.Api, page.CorrelationId);
                    await RecordForeignPatientAsync(load.Session, page, cancellation);
                    dispatcher.Dispatch(
                        new SectionFailed<TRecord>(
                            load,
                            new(FailureKind.ForeignPatient, section.Api)
                            {
                                CorrelationId = page.CorrelationId,
                            }
                        )
                    );
                    return;
                }
                asOf = page.ReceivedAt;
                waiting.AddRange(page.Items.Select(record => section.Share(record, shared)));
                received += page.Items.Count;
                foreach (var record in page.Items.Where(record => !section.IsWithdrawn(record)))
                {
                    valid++;
                    saysNone += section.SaysNone(record) ? 1 : 0;
                }
                var pause = Progress + ProgressOfThousand * (received / 1000.0);
                if (told is { } last && clock.GetElapsedTime(last) < pause)
                    continue;
                Tell();
                told = clock.GetTimestamp();
            }
            Tell();
            dispatcher.Dispatch(
                new SectionReceived<TRecord>(load, asOf, valid > 0 && saysNone == valid)
            );
        }
        catch (HealtheIntentException error)
        {
            Tell();
            dispatcher.Dispatch(new SectionFailed<TRecord>(load, HealtheIntentFailure.From(error)));
            if (error is NotFoundException)
                dispatcher.Dispatch(new PatientIdDoubted(load.Session));
        }
        catch (Exception error) when (!cancellation.IsCancellationRequested)
        {
            // A defect of ours must not leave the section loading for ever.
            LogDefect(section.Api, error.GetType());
            dispatcher.Dispatch(
                new SectionFailed<TRecord>(load, new(FailureKind.ViewerFault, section.Api))
            );
        }

        bool IsWithheld()
        {
            if (!glass.Withholds(load.Session, section.View))
                return false;
            dispatcher.Dispatch(
                new SectionFailed<TRecord>(load, new(FailureKind.Withheld, section.Api))
            );
            return true;
        }

        void Tell()
        {
            if (waiting.Count == 0)
                return;
            dispatcher.Dispatch(new SectionPageReceived<TRecord>(load, waiting, asOf));
            waiting = [];
        }
    }

    private bool IsAbout(ChartSession session, Page<TRecord> page) =>
        (page.PatientId is null || page.PatientId == session.PatientId)
        && page.Items.All(record =>
            section.PatientOf(record) is not { } named || named == session.PatientId
        );

    private Task RecordForeignPatientAsync(
        ChartSession session,
        Page<TRecord> page,
        CancellationToken cancellation
    ) =>
        audit.WriteAnywayAsync(
            [
                session.Audited(AuditAction.ForeignPatientWithheld) with
                {
                    Outcome = AuditOutcome.Denied,
                    Detail = $"{section.Api}, correlation {page.CorrelationId ?? "unknown"}",
                },
            ],
            cancellation
        );

    [LoggerMessage(
        EventId = 39,
        Level = LogLevel.Error,
        Message = "Reading from the {Api} API ended in {Failure}, which nobody expected"
    )]
    private partial void LogDefect(string api, Type failure);

    [LoggerMessage(
        EventId = 38,
        Level = LogLevel.Critical,
        Message = "The {Api} API answered about another patient; the answer was withheld (correlation {CorrelationId})"
    )]
    private partial void LogForeignPatient(string api, string? correlationId);
}
