using System.Security.Claims;
using HeiChartViewer.Web.Audit;
using HeiChartViewer.Web.Sessions;

namespace HeiChartViewer.Web.SignIn;

/// <summary>Everything that a user has open, charts and sign-ins, on whichever machine.</summary>
public sealed class UserSessions(
    ChartSessions charts,
    SignInTickets tickets,
    UserEnds ends,
    IAuditLog audit
)
{
    /// <summary>Who is signed in or has charts open, once it is written down who looks; by name.</summary>
    /// <exception cref="AuditUnavailableException">It could not be written down.</exception>
    public async Task<IReadOnlyList<UserOverview>> ListAsync(
        AuditEntry by,
        CancellationToken cancellation
    )
    {
        await audit.WriteAsync([by], cancellation);
        var open = charts.List().ToLookup(chart => chart.User.Id);
        var signIns = tickets.List().ToLookup(signIn => signIn.User.Id);
        return
        [
            .. open.SelectMany(own => own.Select(chart => chart.User))
                .Concat(signIns.SelectMany(own => own.Select(signIn => signIn.User)))
                .DistinctBy(user => user.Id)
                .OrderBy(user => user.Name, StringComparer.OrdinalIgnoreCase)
                .ThenBy(user => user.Id, StringComparer.Ordinal)
                .Select(user => new UserOverview(user, [.. open[user.Id]], [.. signIns[user.Id]])),
        ];
    }

    /// <summary>What a signed-in user has open in this process: the sign-ins, then the charts, the latest first.</summary>
    public IReadOnlyList<OwnSession> OwnOf(ClaimsPrincipal signIn) =>
        signIn.User() is not { } user
            ? []
            :
            [
                .. tickets
                    .Of(user.Id)
                    .Select(own => new OwnSession(
                        AuditEntry.ReferTo(own.Key),
                        null,
                        own.SignedInAt,
                        own.From,
                        false,
                        own.Key == SignInTickets.KeyOf(signIn)
                    )),
                .. charts
                    .Of(user.Id)
                    .Select(own => new OwnSession(
                        AuditEntry.ReferTo(own.Session.Id.Value),
                        own.Session.Mode,
                        own.Session.OpenedAt,
                        own.Session.RemoteAddress,
                        own.Standing is SessionStanding.Locked,
                        false
                    )),
            ];

    /// <summary>Ends one of those, and writes down that its user did; nothing where there is none of that name.</summary>
    /// <param name="signIn">Who ends it.</param>
    /// <param name="reference">See <see cref="OwnSession.Ref"/>.</param>
    /// <param name="from">Where they are.</param>
    /// <param name="cancellation">Gives up waiting for the entry.</param>
    public async Task EndOwnAsync(
        ClaimsPrincipal signIn,
        string reference,
        string? from,
        CancellationToken cancellation
    )
    {
        if (signIn.User() is not { } user)
            return;
        var entries = tickets
            .Of(user.Id)
            .Where(own => AuditEntry.ReferTo(own.Key) == reference && tickets.Close(own.Key))
            .Select(_ => user.Audited(AuditAction.SignOut) with { Detail = "one sign-in" })
            .Concat(
                charts
                    .Of(user.Id)
                    .Where(own =>
                        AuditEntry.ReferTo(own.Session.Id.Value) == reference
                        && charts.End(own.Session.Id)
                    )
                    .Select(own =>
                        own.Session.Audited(AuditAction.SessionEnded) with
                        {
                            Detail = "closed by the user",
                        }
                    )
            )
            .Select(entry => entry with { RemoteAddress = from })
            .ToList();
        if (entries.Count > 0)
            await audit.WriteAsync(entries, cancellation);
    }

    /// <summary>Ends it all, in every process, and writes down who did and what was closed.</summary>
    /// <param name="userId">Whose.</param>
    /// <param name="by">The entry of who ends it.</param>
    /// <param name="cancellation">Gives up waiting for the entries.</param>
    /// <exception cref="UserEndNotToldException">It has ended in this process; the others are told later.</exception>
    public async Task EndAsync(string userId, AuditEntry by, CancellationToken cancellation)
    {
        // Closed before it is written down: a log that is down must not keep a chart open.
        var user = new SignedOutUser(userId, null);
        var ended = End(user, null);
        var telling = ends.TellAsync(
            user,
            by.Action is AuditAction.SessionsEnded ? EndedBy.Administrator : EndedBy.User,
            cancellation
        );
        await Task.WhenAll(
            audit.WriteAsync([by, .. Closed(ended.Charts, by.Action)], cancellation),
            telling
        );
    }

    /// <summary>Ends what a provider says has ended, in every process, and writes down whose that was.</summary>
    /// <param name="user">Whose.</param>
    /// <param name="how">The entry of it, but for the user.</param>
    /// <param name="cancellation">Gives up waiting for the entries.</param>
    /// <exception cref="UserEndNotToldException">It has ended in this process; the others are told later.</exception>
    public async Task EndByProviderAsync(
        SignedOutUser user,
        AuditEntry how,
        CancellationToken cancellation
    )
    {
        var ended = End(user, null);
        await Task.WhenAll(
            WriteEndedAsync(ended, how, cancellation),
            ends.TellAsync(user, EndedBy.Provider, cancellation),
            TellFurtherAsync(user, ended, cancellation)
        );
    }

    /// <summary>Ends what another process has ended, as far as it is in this one.</summary>
    /// <exception cref="UserEndNotToldException">Whose a provider's session is could not be told further.</exception>
    public async Task EndAsync(ToldEnd told, CancellationToken cancellation)
    {
        var ended = End(told.User, told.Before);
        if (told.By is not EndedBy.Provider)
        {
            var action =
                told.By is EndedBy.Administrator ? AuditAction.SessionsEnded : AuditAction.SignOut;
            if (ended.Charts.Count > 0)
                await audit.WriteAnywayAsync([.. Closed(ended.Charts, action)], cancellation);
            return;
        }
        try
        {
            await WriteEndedAsync(
                ended,
                new AuditEntry(AuditAction.SignOut)
                {
                    Detail = "by the provider, at another process",
                },
                cancellation
            );
        }
        catch (AuditUnavailableException)
        {
            // They are closed either way, and the log of the process says what is missing.
        }
        await TellFurtherAsync(told.User, ended, cancellation);
    }

    /// <summary>Ends a sign-in that nobody uses, unless its user is at a chart.</summary>
    public async Task EndUnusedAsync(ClaimsPrincipal signIn, CancellationToken cancellation)
    {
        if (
            signIn.User() is not { } user
            || charts
                .List()
                .Any(chart =>
                    chart.User.Id == user.Id
                    && chart.Standing is (SessionStanding.Open or SessionStanding.Warned)
                )
        )
            return;
        tickets.Close(signIn);
        await audit.WriteAnywayAsync(
            [user.Audited(AuditAction.SignOut) with { Detail = "not used" }],
            cancellation
        );
    }

    /// <summary>Ends the sign-ins whose time is over, and the charts that were opened on their strength.</summary>
    public async Task EndOverdueAsync(CancellationToken cancellation)
    {
        var entries = tickets
            .EndOverdue()
            .SelectMany(user =>
                charts
                    .EndSignedInOf(user.Id)
                    .Select(session =>
                        session.Audited(AuditAction.SessionEnded) with
                        {
                            Detail = "sign-in over",
                        }
                    )
                    .Prepend(user.Audited(AuditAction.SignOut) with { Detail = "lifetime over" })
            )
            .ToList();
        if (entries.Count > 0)
            await audit.WriteAnywayAsync(entries, cancellation);
    }

    private Ended End(SignedOutUser user, DateTimeOffset? until)
    {
        var signedOut = tickets.End(user, until);
        // Whoever has no sign-in left may have charts.
        var closed = signedOut
            .Union(user.UserId is { } id ? [id] : [])
            .SelectMany(id => charts.EndAllOf(id, until))
            .ToList();
        return new([.. signedOut.Union(closed.Select(session => session.User.Id))], closed);
    }

    /// <summary>Who signed out here tells the provider, and the provider tells it back: then nobody is left to end.</summary>
    private Task WriteEndedAsync(Ended ended, AuditEntry how, CancellationToken cancellation) =>
        ended.Users.Count == 0
            ? Task.CompletedTask
            : audit.WriteAsync(
                [
                    .. ended.Users.Select(id => how with { UserId = id }),
                    .. Closed(ended.Charts, how.Action),
                ],
                cancellation
            );

    /// <summary>Whose a provider's session is, only the process knows that has the sign-in; their charts may be at any.</summary>
    private Task TellFurtherAsync(
        SignedOutUser user,
        Ended ended,
        CancellationToken cancellation
    ) =>
        user.UserId is null
            ? Task.WhenAll(
                ended.Users.Select(id =>
                    ends.TellAsync(user with { UserId = id }, EndedBy.Provider, cancellation)
                )
            )
            : Task.CompletedTask;

    private static IEnumerable<AuditEntry> Closed(
        IReadOnlyList<ChartSession> charts,
        AuditAction by
    ) =>
        charts.Select(session =>
            session.Audited(AuditAction.SessionEnded) with
            {
                Detail = by.ToString(),
            }
        );

    private sealed record Ended(IReadOnlyList<string> Users, IReadOnlyList<ChartSession> Charts);
}
