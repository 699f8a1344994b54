using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using HealtheIntent.Client;
using HeiChartViewer.Web.Chart.Glass;
using HeiChartViewer.Web.Sessions;

namespace HeiChartViewer.Web.Chart.Sections;

/// <summary>A section that can be asked for before a circuit shows it.</summary>
public interface ISectionAhead
{
    /// <summary>Asks for the section of a session that has just been opened, and recorded.</summary>
    void Ask(ChartSession session);
}

/// <summary>
/// Asks for a section's first pages while the browser still loads what draws them. They wait for the session's
/// circuit, which alone gets them; where none comes soon, or the session ends, they are let go of.
/// </summary>
public sealed class SectionAhead<TRecord>(
    SectionDefinition<TRecord> section,
    ChartSessions sessions,
    BreakGlass glass,
    TimeProvider clock
) : ISectionAhead
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    /// <summary>About what comes while a browser loads its script, and not more than a few megabytes.</summary>
    private const int MostPages = 8;

    private readonly ConcurrentDictionary<SessionId, Asked> _asked = new();

    /// <inheritdoc />
    public void Ask(ChartSession session)
    {
        if (glass.Withholds(session, section.View))
            return;
        Asked asked;
        // The read belongs to the session: it must not carry along the request that happened to open it.
        using (ExecutionContext.SuppressFlow())
            asked = new Asked(token => section.Read(session, token));
        _asked[session.Id] = asked;
        asked.LetGoOf(
            clock.CreateTimer(_ => Drop(session.Id), null, Longest, Timeout.InfiniteTimeSpan)
        );
        asked.LetGoOf(
            sessions.Watch(
                session.Id,
                standing =>
                {
                    if (standing is SessionStanding.Locked or SessionStanding.Ended)
                        Drop(session.Id);
                }
            )
        );
    }

    /// <summary>The section's pages: those that were asked for, once, and what follows them; else all of them anew.</summary>
    public IAsyncEnumerable<Page<TRecord>> Read(
        ChartSession session,
        CancellationToken cancellation
    ) =>
        _asked.TryRemove(session.Id, out var asked)
            ? asked.GoOnAsync(cancellation)
            : section.Read(session, cancellation);

    private void Drop(SessionId session)
    {
        if (_asked.TryRemove(session, out var asked))
            _ = asked.DisposeAsync().AsTask();
    }

    /// <summary>A list that is being read, a bounded number of pages ahead of whoever takes them.</summary>
    private sealed class Asked : IAsyncDisposable
    {
        private readonly CancellationTokenSource _stop = new();
        private readonly Channel<Page<TRecord>> _pages = Channel.CreateBounded<Page<TRecord>>(
            MostPages
        );
        private readonly ConcurrentBag<IDisposable> _until = [];
        private readonly Task _reading;

        public Asked(Func<CancellationToken, IAsyncEnumerable<Page<TRecord>>> read) =>
            _reading = Task.Run(() => ReadAsync(read(_stop.Token)));

        /// <summary>Ends with the wait for a circuit, however that ends.</summary>
        public void LetGoOf(IDisposable until) => _until.Add(until);

        public async IAsyncEnumerable<Page<TRecord>> GoOnAsync(
            [EnumeratorCancellation] CancellationToken cancellation
        )
        {
            try
            {
                await foreach (var page in _pages.Reader.ReadAllAsync(cancellation))
                    yield return page;
            }
            finally
            {
                await DisposeAsync();
            }
        }

        public async ValueTask DisposeAsync()
        {
            foreach (var until in _until)
                until.Dispose();
            await _stop.CancelAsync();
            await _reading;
            _stop.Dispose();
        }

        /// <summary>A failure waits with the pages: whoever takes them meets it after the last.</summary>
        private async Task ReadAsync(IAsyncEnumerable<Page<TRecord>> list)
        {
            try
            {
                await foreach (var page in list)
                    await _pages.Writer.WriteAsync(page, _stop.Token);
                _pages.Writer.Complete();
            }
            catch (Exception failure)
            {
                _pages.Writer.Complete(failure);
            }
        }
    }
}
