namespace HealtheIntent.Client.Credentials.OAuth;

/// <summary>
/// Keeps one token, and asks for the next one before it expires, once for all who need it. A caller that gives up waiting
/// takes nothing away from the others.
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
    private object? _issuedFor;
    private TaskCompletionSource<OAuthToken>? _underWay;
    private DateTimeOffset _paused;
    private TimeSpan _pause;

    /// <summary>The token; while it lives, without waiting for the next one.</summary>
    /// <param name="wantedFor">What tokens are to be asked for with; one that was issued for something else is replaced.</param>
    /// <param name="request">Asks for a token. Not ended by any one caller.</param>
    /// <param name="cancellationToken">Ends the wait of this caller alone.</param>
    public ValueTask<OAuthToken> GetAsync(
        object wantedFor,
        Func<CancellationToken, Task<OAuthToken>> request,
        CancellationToken cancellationToken
    )
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            if (_token is not { } token || token.ExpiresAt <= now)
                return new(Start(wantedFor, request).WaitAsync(cancellationToken));
            if ((IsDue(token, now) || !wantedFor.Equals(_issuedFor)) && _paused <= now)
                Start(wantedFor, request);
            return new(token);
        }
    }

    /// <summary>A token other than the one the platform refused.</summary>
    public Task<OAuthToken> RenewAsync(
        OAuthToken? refused,
        object wantedFor,
        Func<CancellationToken, Task<OAuthToken>> request,
        CancellationToken cancellationToken
    )
    {
        lock (_lock)
            return _token is { } token && token != refused && token.ExpiresAt > time.GetUtcNow()
                ? Task.FromResult(token)
                : Start(wantedFor, request).WaitAsync(cancellationToken);
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
        object wantedFor,
        Func<CancellationToken, Task<OAuthToken>> request
    )
    {
        if (_underWay is { } flight)
            return flight.Task;
        _underWay = flight = new(TaskCreationOptions.RunContinuationsAsynchronously);
        var stopping = _stopping.Token;
        // Off the caller's thread and out of its context: the flight is everybody's.
        ThreadPool.UnsafeQueueUserWorkItem(
            static async start =>
                await start
                    .Cache.FlyAsync(start.Flight, start.For, start.Request, start.Stopping)
                    .ConfigureAwait(false),
            (Cache: this, Flight: flight, For: wantedFor, Request: request, Stopping: stopping),
            preferLocal: false
        );
        return flight.Task;
    }

    private async Task FlyAsync(
        TaskCompletionSource<OAuthToken> flight,
        object wantedFor,
        Func<CancellationToken, Task<OAuthToken>> request,
        CancellationToken stopping
    )
    {
        try
        {
            var token = await request(stopping).ConfigureAwait(false);
            lock (_lock)
                (_token, _issuedFor, _underWay, _pause, _paused) = (
                    token,
                    wantedFor,
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
