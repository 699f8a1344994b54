using HealtheIntent.Client.Credentials.OAuth;
using HeiChartViewer.Tests.Unit.Client.Support;

namespace HeiChartViewer.Tests.Unit.Client.Credentials.OAuth;

public sealed class TokenCacheTests : IDisposable
{
    private static readonly TokenTerms Terms = new(new ConsumerPair("key", "secret"), null, null);

    private readonly SkippingTimeProvider _time = new();
    private readonly TokenCache _cache;
    private readonly SemaphoreSlim _requested = new(0);
    private TaskCompletionSource<OAuthToken> _answer = new();
    private OAuthToken? _renewed;
    private int _requests;
    private int _issued;

    public TokenCacheTests() => _cache = new TokenCache(_time);

    public void Dispose()
    {
        _cache.Dispose();
        _requested.Dispose();
    }

    [Fact]
    public async Task A_hundred_callers_at_once_ask_once()
    {
        var callers = Enumerable.Range(0, 100).Select(_ => Task.Run(() => GetAsync())).ToList();
        await _requested.WaitAsync();
        _answer.SetResult(Token(3600));

        var tokens = await Task.WhenAll(callers).WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Single(tokens.Distinct());
        Assert.Equal(1, _requests);
    }

    [Fact]
    public async Task A_caller_that_gives_up_harms_no_other()
    {
        using var impatience = new CancellationTokenSource();
        var impatient = GetAsync(impatience.Token);
        var patient = GetAsync();

        await impatience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => impatient);
        var token = Token(3600);
        _answer.SetResult(token);

        Assert.Same(token, await patient);
        Assert.Equal(1, _requests);
    }

    [Fact]
    public async Task All_who_wait_share_a_failure_and_the_next_caller_asks_anew()
    {
        var callers = Enumerable.Range(0, 10).Select(_ => GetAsync()).ToList();
        _answer.SetException(new InvalidOperationException("refused"));
        foreach (var caller in callers)
            await Assert.ThrowsAsync<InvalidOperationException>(() => caller);
        Assert.Equal(1, _requests);

        await IssueAsync(Token(3600));

        Assert.Equal(2, _requests);
    }

    [Fact]
    public async Task Five_minutes_before_its_end_a_token_is_replaced_while_nobody_waits()
    {
        var first = await IssueAsync(Token(3600));

        _time.Advance(TimeSpan.FromSeconds(3299));
        Assert.Same(first, await GetAsync());
        Assert.Equal(1, _requests);

        _time.Advance(TimeSpan.FromSeconds(1));
        _answer = new();
        Assert.Same(first, await GetAsync());
        await _requested.WaitAsync();
        Assert.Same(first, _renewed);
        Assert.Same(first, await GetAsync());
        var second = Token(3600);
        await DeliverAsync(second);

        Assert.Same(second, await GetAsync());
        Assert.Equal(2, _requests);
    }

    [Fact]
    public async Task A_token_of_a_short_life_is_not_replaced_on_every_call()
    {
        var token = await IssueAsync(Token(200));

        _time.Advance(TimeSpan.FromSeconds(99));

        Assert.Same(token, await GetAsync());
        Assert.Equal(1, _requests);
    }

    [Fact]
    public async Task While_the_old_token_lives_a_failed_replacement_waits_longer_each_time()
    {
        var token = await IssueAsync(Token(3600));
        _time.Advance(TimeSpan.FromSeconds(3300));

        foreach (var pause in new[] { 0, 5, 10, 20, 40, 60, 60 })
        {
            // One tick before the pause is over, nothing is asked.
            _time.Advance(TimeSpan.FromSeconds(pause) - TimeSpan.FromTicks(pause == 0 ? 0 : 1));
            if (pause > 0)
            {
                Assert.Same(token, await GetAsync());
                _time.Advance(TimeSpan.FromTicks(1));
            }
            _answer = new();
            Assert.Same(token, await GetAsync());
            await _requested.WaitAsync();
            var joined = _cache.RenewAsync(token, () => Terms, RequestAsync, default);
            _answer.SetException(new InvalidOperationException("down"));
            await Assert.ThrowsAsync<InvalidOperationException>(() => joined);
        }

        Assert.Equal(8, _requests);
    }

    [Fact]
    public async Task A_token_at_its_end_is_not_used()
    {
        await IssueAsync(Token(3600));
        _time.Advance(TimeSpan.FromSeconds(3600));
        _answer = new();

        var waiting = GetAsync();
        Assert.False(waiting.IsCompleted);
        await _requested.WaitAsync();
        Assert.Null(_renewed);
        var second = Token(3600);
        _answer.SetResult(second);

        Assert.Same(second, await waiting);
    }

    [Fact]
    public async Task All_whose_token_was_refused_share_one_renewal()
    {
        var refused = await IssueAsync(Token(3600));
        _answer = new();

        var renewals = Enumerable
            .Range(0, 50)
            .Select(_ => _cache.RenewAsync(refused, () => Terms, RequestAsync, default))
            .ToList();
        var renewed = Token(3600);
        _answer.SetResult(renewed);
        var tokens = await Task.WhenAll(renewals);
        Assert.Null(_renewed);

        Assert.All(tokens, token => Assert.Same(renewed, token));
        Assert.Same(renewed, await _cache.RenewAsync(refused, () => Terms, RequestAsync, default));
        Assert.Equal(2, _requests);
    }

    [Fact]
    public async Task A_new_consumer_key_replaces_the_token_while_nobody_waits()
    {
        var other = Terms with { Consumer = new ConsumerPair("key", "other") };
        var first = await IssueAsync(Token(3600));
        _answer = new();

        Assert.Same(first, await _cache.GetAsync(() => other, RequestAsync, default));
        await _requested.WaitAsync();
        var second = Token(3600);
        _answer.SetResult(second);

        Assert.Same(second, await _cache.RenewAsync(first, () => other, RequestAsync, default));
        Assert.Same(second, await _cache.GetAsync(() => other, RequestAsync, default));
        Assert.Equal(2, _requests);
    }

    private Task<OAuthToken> GetAsync(CancellationToken cancellationToken = default) =>
        _cache.GetAsync(() => Terms, RequestAsync, cancellationToken).AsTask();

    private Task<OAuthToken> RequestAsync(
        TokenTerms _,
        OAuthToken? renewed,
        CancellationToken cancellationToken
    )
    {
        Interlocked.Increment(ref _requests);
        _renewed = renewed;
        _requested.Release();
        return _answer.Task;
    }

    private async Task<OAuthToken> IssueAsync(OAuthToken token)
    {
        _answer = new();
        var waiting = GetAsync();
        await _requested.WaitAsync();
        _answer.SetResult(token);
        return await waiting;
    }

    /// <summary>Ends the request under way, and waits until the cache has its token.</summary>
    private async Task DeliverAsync(OAuthToken token)
    {
        var waiting = _cache.RenewAsync(await GetAsync(), () => Terms, RequestAsync, default);
        _answer.SetResult(token);
        Assert.Same(token, await waiting);
    }

    private OAuthToken Token(int lifetime) =>
        new()
        {
            Terms = Terms,
            AccessorSecret = "accessor",
            Value = "token",
            // No two tokens are the same.
            Secret = new string('x', ++_issued),
            IssuedAt = _time.GetUtcNow(),
            ExpiresAt = _time.GetUtcNow().AddSeconds(lifetime),
        };
}
