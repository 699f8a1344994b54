namespace HealtheIntent.Client.Credentials.OAuth;

/// <summary>
/// Keeps one token, and has it renewed before it expires, once for all who need it. A caller that gives up waiting takes
/// nothing away from the others.
/// </summary>
internal sealed class TokenCache(TimeProvider time) : IDisposable
{
    /// <summary>How long before its end a token is replaced, where its lifetime allows that (contract 2.3).</summary>
    private static readonly TimeSpan Early = TimeSpan.FromSeconds(300);

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(60);

    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _stopping = new();
    private OAuthToken? _token;
    private TokenTerms? _issuedFor;
    private TaskCompletionSource<OAuthToken>? _underWay;
    private DateTimeOffset _paused;
    private TimeSpan _pause;

    /// <summary>The token; while it lives, without waiting for the next one.</summary>
    /// <param name="read">
    /// The terms of just now; a token that was issued under others is replaced. Read in turn with everybody else's, so that
    /// a caller that read the old ones and then was slow does not take the new token for a wrong one.
    /// </param>
    /// <param name="request">Asks for a token, in place of the living one it is given or, given none, for a new one. Not ended by any one caller.</param>
    /// <param name="cancellationToken">Ends the wait of this caller alone.</param>
    public ValueTask<OAuthToken> GetAsync(
        Func<TokenTerms> read,
        Func<TokenTerms, OAuthToken?, CancellationToken, Task<OAuthToken>> request,
        CancellationToken cancellationToken
    )
    {
        lock (_lock)
        {
            var wanted = read();
            var now = time.GetUtcNow();
            if (_token is not { } token || token.ExpiresAt <= now)
                return new(Start(wanted, null, request).WaitAsync(cancellationToken));
            if ((IsDue(token, now) || wanted != _issuedFor) && _paused <= now)
                Start(wanted, token, request);
            return new(token);
        }
    }

    /// <summary>A token other than the one the platform refused.</summary>
    public Task<OAuthToken> RenewAsync(
        OAuthToken? refused,
        Func<TokenTerms> read,
        Func<TokenTerms, OAuthToken?, CancellationToken, Task<OAuthToken>> request,
        CancellationToken cancellationToken
    )
    {
        lock (_lock)
            return _token is { } token && token != refused && token.ExpiresAt > time.GetUtcNow()
                ? Task.FromResult(token)
                : Start(read(), null, request).WaitAsync(cancellationToken);
    }

    public void Dispose()
    {
        _stopping.Cancel();
        _stopping.Dispose();
    }

    private static bool IsDue(OAuthToken token, DateTimeOffset now)
    {
        var half = (token.ExpiresAt - token.IssuedAt) / 2;
        return now >= token.ExpiresAt - (half < Early ? half : Early);
    }

    private Task<OAuthToken> Start(
        TokenTerms wanted,
        OAuthToken? renewed,
        Func<TokenTerms, OAuthToken?, CancellationToken, Task<OAuthToken>> request
    )
    {
        if (_underWay is { } flight)
            return flight.Task;
        _underWay = flight = new(TaskCreationOptions.RunContinuationsAsynchronously);
        var stopping = _stopping.Token;
        // Off the caller's thread and out of its context: the flight is everybody's.
        ThreadPool.UnsafeQueueUserWorkItem(
            async _ =>
                await FlyAsync(flight, wanted, () => request(wanted, renewed, stopping))
                    .ConfigureAwait(false),
            null
        );
        return flight.Task;
    }

    private async Task FlyAsync(
        TaskCompletionSource<OAuthToken> flight,
        TokenTerms wanted,
        Func<Task<OAuthToken>> request
    )
    {
        try
        {
            var token = await request().ConfigureAwait(false);
            lock (_lock)
                (_token, _issuedFor, _underWay, _pause, _paused) = (
                    token,
                    wanted,
                    null,
                    default,
                    default
                );
            flight.SetResult(token);
        }
        catch (Exception exception)
        {
            lock (_lock)
            {
                _underWay = null;
                _pause = _pause == default ? FirstPause : _pause * 2;
                if (_pause > LongestPause)
                    _pause = LongestPause;
                _paused = time.GetUtcNow() + _pause;
            }
            flight.SetException(exception);
            // Looked at here, because nobody need be waiting: what failed in the background is tried again.
            _ = flight.Task.Exception;
        }
    }
}
