using HeiChartViewer.Web.Launch.Signed;
using HeiChartViewer.Web.Launch.Tokens;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace HeiChartViewer.Tests.Unit.Web.Launch.Signed;

/// <summary>The keys of a host at an address: rotated, away, and asked for by tokens that name what nobody has.</summary>
public sealed class SignedLaunchKeysTests : IAsyncLifetime, IDisposable
{
    private readonly ManualClock _clock = new();
    private readonly HostKey _first = HostKey.Ecdsa("first");
    private readonly HostKey _second = HostKey.Ecdsa("second");
    private readonly SignedLaunchKeys _keys;
    private KeyServer _server = default!;

    public SignedLaunchKeysTests() => _keys = new SignedLaunchKeys(new KeySets(_clock));

    public async Task InitializeAsync()
    {
        _server = await KeyServer.StartAsync();
        _server.Body = HostKey.Set(_first);
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    public void Dispose() => _keys.Dispose();

    [Fact]
    public async Task Keys_are_asked_for_once_an_hour()
    {
        for (var minute = 0; minute < 119; minute++)
        {
            Assert.Null(await FlawAsync(_first));
            _clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(2, _server.Asked);
    }

    [Fact]
    public async Task A_key_that_is_new_is_asked_for_and_one_that_was_withdrawn_is_forgotten()
    {
        await FlawAsync(_first);
        _clock.Advance(TimeSpan.FromMinutes(10));
        _server.Body = HostKey.Set(_second);

        Assert.Null(await FlawAsync(_second));
        Assert.Equal("unknown key", await FlawAsync(_first));
        Assert.Equal(2, _server.Asked);
    }

    [Fact]
    public async Task A_key_that_is_new_is_found_where_tokens_name_none()
    {
        var (old, next) = (HostKey.Ecdsa(""), HostKey.Ecdsa(""));
        _server.Body = HostKey.Set(old);
        Assert.Null(await FlawAsync(old));
        _clock.Advance(TimeSpan.FromMinutes(10));
        _server.Body = HostKey.Set(next);

        Assert.Null(await FlawAsync(next));
    }

    [Fact]
    public async Task A_withdrawn_key_is_forgotten_within_the_hour()
    {
        await FlawAsync(_first);
        _server.Body = HostKey.Set(_second);
        _clock.Advance(KeySets.Fresh);

        Assert.Equal("unknown key", await FlawAsync(_first));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Tokens_that_name_a_key_nobody_has_cost_one_question_in_half_a_minute(
        bool isDown
    )
    {
        await FlawAsync(_first);
        _server.IsDown = isDown;
        var made = HostKey.Ecdsa("made-up");
        var before = _server.Asked;

        for (var second = 0; second < 300; second++)
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            Assert.Equal("unknown key", await FlawAsync(made));
        }

        Assert.Equal(10, _server.Asked - before);
    }

    [Fact]
    public async Task A_host_that_never_answered_is_asked_once_in_half_a_minute()
    {
        _server.IsDown = true;

        for (var second = 0; second < 60; second++)
        {
            Assert.Equal("keys: status 503", await FlawAsync(_first));
            _clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(2, _server.Asked);
        _server.IsDown = false;
        Assert.Null(await FlawAsync(_first));
    }

    [Fact]
    public async Task Keys_outlive_an_outage_by_a_day_and_no_longer()
    {
        await FlawAsync(_first);
        _server.IsDown = true;

        _clock.Advance(KeySets.Oldest - TimeSpan.FromMinutes(1));
        Assert.Null(await FlawAsync(_first));
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("keys: status 503", await FlawAsync(_first));

        _server.IsDown = false;
        _clock.Advance(KeySets.BetweenQuestions);
        Assert.Null(await FlawAsync(_first));
    }

    [Theory]
    [InlineData("<html>")]
    [InlineData("")]
    public async Task An_answer_that_is_no_key_set_is_no_answer(string body)
    {
        _server.Body = body;
        Assert.Equal("keys: not a key set", await FlawAsync(_first));
    }

    [Fact]
    public async Task Launches_that_come_together_ask_one_question_and_one_that_gives_up_stops_no_other()
    {
        _server.Gate = new TaskCompletionSource();
        using var impatient = new CancellationTokenSource();
        var left = FlawAsync(_first, impatient.Token);
        var waiting = Enumerable.Range(0, 50).Select(_ => FlawAsync(_first)).ToArray();

        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => left);
        _server.Gate.SetResult();

        Assert.All(await Task.WhenAll(waiting), Assert.Null);
        Assert.Equal(1, _server.Asked);
    }

    /// <summary>What is wrong with a token of a key.</summary>
    private async Task<string?> FlawAsync(HostKey key, CancellationToken cancellation = default)
    {
        var issuer = new SignedIssuerOptions { JwksUri = _server.Address };
        var token = new JsonWebToken(key.Sign([]));
        try
        {
            return await SignedToken.FlawAsync(
                token,
                new TokenValidationParameters
                {
                    ValidateAudience = false,
                    ValidateIssuer = false,
                    ValidateLifetime = false,
                },
                (than, stop) => _keys.FindAsync(issuer, than, stop),
                cancellation
            );
        }
        catch (SignedLaunchException error)
        {
            return error.Message;
        }
    }
}
