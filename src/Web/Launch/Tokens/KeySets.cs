using System.Collections.Concurrent;
using Microsoft.IdentityModel.Tokens;

namespace HeiChartViewer.Web.Launch.Tokens;

/// <summary>
/// The public keys that hosts and EHRs publish at an address. They are asked for again after an hour, and for a key that
/// is not among them, by one question at a time and one in half a minute: tokens with made-up key ids must not make this
/// app hammer a host, nor wait for one that is down. Where there is no answer the keys known before are believed for a
/// day from when they were published last: a key that was withdrawn must not be good for as long as the host is away.
/// </summary>
internal sealed class KeySets(TimeProvider clock)
{
    /// <summary>How long keys are believed without asking.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromHours(1);

    /// <summary>How long keys are believed while the host does not answer.</summary>
    public static readonly TimeSpan Oldest = TimeSpan.FromHours(24);

    /// <summary>The least time between two questions for one issuer to one address.</summary>
    public static readonly TimeSpan BetweenQuestions = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<string, Known> _known = new(StringComparer.Ordinal);

    /// <summary>The keys of an issuer at an address.</summary>
    /// <param name="of">The issuer and the address: what is asked for one takes nothing from another at the same address.</param>
    /// <param name="than">The keys that did not do, so that newer ones are needed; null at first.</param>
    /// <param name="ask">Reads the address, within a time of its own; throws a <see cref="KeysUnavailableException"/>.</param>
    /// <param name="cancellation">Gives up waiting; whoever else waits for the same answer goes on.</param>
    /// <returns>The keys; <paramref name="than"/> itself where there are no others.</returns>
    /// <exception cref="KeysUnavailableException">There is no answer, and none that is still believed.</exception>
    public async Task<IReadOnlyList<SecurityKey>> FindAsync(
        string of,
        IReadOnlyList<SecurityKey>? than,
        Func<Task<string>> ask,
        CancellationToken cancellation
    )
    {
        var known = _known.GetOrAdd(of, _ => new Known());
        if (known.Keys(within: Fresh, clock.GetUtcNow()) is not { } keys || keys == than)
            await known.QuestionAsync(ask, clock).WaitAsync(cancellation);
        return known.Keys(within: Oldest, clock.GetUtcNow())
            ?? throw new KeysUnavailableException(known.Failure ?? "no answer");
    }

    private sealed class Known
    {
        private readonly Lock _lock = new();
        private IReadOnlyList<SecurityKey>? _keys;
        private DateTimeOffset _answeredAt;
        private DateTimeOffset? _askedAt;
        private Task _question = Task.CompletedTask;

        public string? Failure { get; private set; }

        public IReadOnlyList<SecurityKey>? Keys(TimeSpan within, DateTimeOffset now)
        {
            lock (_lock)
                return now - _answeredAt < within ? _keys : null;
        }

        /// <summary>The question that is under way, or a new one where it is time for one.</summary>
        public Task QuestionAsync(Func<Task<string>> ask, TimeProvider clock)
        {
            lock (_lock)
            {
                var now = clock.GetUtcNow();
                if (_question.IsCompleted && !(now - _askedAt < BetweenQuestions))
                {
                    _askedAt = now;
                    _question = AskAsync(ask, clock);
                }
                return _question;
            }
        }

        private async Task AskAsync(Func<Task<string>> ask, TimeProvider clock)
        {
            try
            {
                IReadOnlyList<SecurityKey> keys =
                [
                    .. new JsonWebKeySet(await ask()).GetSigningKeys(),
                ];
                lock (_lock)
                    (_keys, _answeredAt, Failure) = (keys, clock.GetUtcNow(), null);
            }
            catch (Exception error) when (error is KeysUnavailableException or ArgumentException)
            {
                lock (_lock)
                    Failure = error is ArgumentException ? "not a key set" : error.Message;
            }
        }
    }
}
