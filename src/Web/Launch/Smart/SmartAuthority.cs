using System.Collections.Concurrent;
using HeiChartViewer.Web.Audit;
using HeiChartViewer.Web.Sessions;

namespace HeiChartViewer.Web.Launch.Smart;

/// <summary>
/// What the EHRs granted to the open charts. While a user is active the grant is renewed and the EHR learns of it;
/// where the EHR refuses, the chart ends; where the chart ends, the EHR is told.
/// </summary>
internal sealed class SmartAuthority(
    SmartTokenEndpoint endpoint,
    ChartSessions sessions,
    IAuditLog audit,
    TimeProvider clock
)
{
    private const int AtOnce = 8;

    private readonly ConcurrentDictionary<SessionId, SmartGrant> _held = new();
    private readonly ConcurrentQueue<SmartGrant> _leaving = new();

    /// <summary>The grant of a chart, or null where it has none.</summary>
    public SmartGrant? Find(SessionId id) => _held.GetValueOrDefault(id);

    /// <summary>How many grants are still to be ended at the EHRs.</summary>
    public int Leaving => _leaving.Count;

    /// <summary>Keeps the grant of a chart that has just been opened.</summary>
    public void Hold(SessionId id, SmartGrant grant) => _held[id] = grant;

    /// <summary>Gives a grant up that no chart was opened for.</summary>
    public void Discard(SmartGrant grant) => _leaving.Enqueue(grant);

    /// <summary>The user of a chart does something. Waits for nothing.</summary>
    public void Touch(SessionId id)
    {
        if (_held.TryGetValue(id, out var grant))
            grant.Touch(clock.GetUtcNow());
    }

    /// <summary>A chart ends: its tokens are forgotten now, and ended at the EHR soon. Waits for nothing.</summary>
    public void End(SessionId id)
    {
        if (_held.TryRemove(id, out var grant))
            _leaving.Enqueue(grant);
    }

    /// <summary>Renews what is due, and ends at the EHRs what has ended here.</summary>
    public async Task TendAsync(CancellationToken cancellation)
    {
        foreach (var id in _held.Keys)
            if (sessions.Find(id) is null)
                End(id);
        var now = clock.GetUtcNow();
        var limits = new ParallelOptions
        {
            MaxDegreeOfParallelism = AtOnce,
            CancellationToken = cancellation,
        };
        await Parallel.ForEachAsync(
            _held.Where(held => held.Value.IsDue(now)),
            limits,
            async (held, token) => await RenewAsync(held.Key, held.Value, token)
        );
        var leaving = new List<SmartGrant>();
        while (_leaving.TryDequeue(out var grant))
            leaving.Add(grant);
        await Parallel.ForEachAsync(
            leaving,
            limits,
            async (grant, token) => await RevokeAsync(grant, token)
        );
    }

    private async Task RenewAsync(SessionId id, SmartGrant grant, CancellationToken cancellation)
    {
        try
        {
            var answer = await endpoint.RefreshAsync(
                grant.Issuer,
                grant.Metadata,
                grant.RefreshToken!,
                grant.Tokens.ActiveLife is null ? null : clock.GetUtcNow() - grant.LastActive,
                cancellation
            );
            if (answer.Tokens is not { } tokens)
                await EndAsync(
                    id,
                    $"the EHR did not renew its grant: {answer.Error}",
                    cancellation
                );
            else if (grant.Renew(tokens, clock.GetUtcNow()))
                return;
            else
            {
                Discard(grant);
                await EndAsync(id, "the EHR renewed its grant for another patient", cancellation);
            }
        }
        catch (SmartLaunchException)
        {
            // No answer is no refusal: the next round asks again.
        }
    }

    private async Task EndAsync(SessionId id, string why, CancellationToken cancellation)
    {
        _held.TryRemove(id, out _);
        if (sessions.Find(id) is not { } session)
            return;
        sessions.End(id);
        await audit.WriteAnywayAsync(
            [session.Audited(AuditAction.SessionEnded) with { Detail = why }],
            cancellation
        );
    }

    private async Task RevokeAsync(SmartGrant grant, CancellationToken cancellation)
    {
        if (grant.Metadata.Revoke is not { } address)
            return;
        try
        {
            await endpoint.RevokeAsync(
                grant.Issuer,
                grant.Metadata,
                address,
                grant.RefreshToken ?? grant.Tokens.AccessToken,
                cancellation
            );
        }
        catch (SmartLaunchException)
        {
            // The tokens are forgotten here, and end at the EHR by themselves.
        }
    }
}
