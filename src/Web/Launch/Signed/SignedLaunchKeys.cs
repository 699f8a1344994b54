using System.Collections.Concurrent;
using Microsoft.IdentityModel.Tokens;

namespace HeiChartViewer.Web.Launch.Signed;

/// <summary>
/// The public keys of the hosts: from a file, read again when it changes, or from an address, asked again after an hour
/// or for a key that is not known yet. What a token itself says about keys is never followed (control 7).
/// </summary>
internal sealed class SignedLaunchKeys(TimeProvider clock) : IDisposable
{
    private const int LongestAnswer = 1024 * 1024;
    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    // Tokens with made-up key ids must not make this app hammer a host.
    private static readonly TimeSpan BetweenQuestions = TimeSpan.FromSeconds(30);
    private readonly ConcurrentDictionary<string, Known> _known = new(StringComparer.Ordinal);

    private readonly HttpClient _http = new(
        new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        }
    )
    {
        Timeout = TimeSpan.FromSeconds(5),
        MaxResponseContentBufferSize = LongestAnswer,
    };

    /// <summary>The keys of a host; the ones known before where it does not answer.</summary>
    /// <param name="issuer">The host.</param>
    /// <param name="keyId">The key that is needed; null where the token names none.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<IReadOnlyList<SecurityKey>> FindAsync(
        SignedIssuerOptions issuer,
        string? keyId,
        CancellationToken cancellation
    )
    {
        if (issuer.JwksFile is { } file)
            return FromFile(file);
        var now = clock.GetUtcNow();
        var known = _known.GetValueOrDefault(issuer.JwksUri!);
        var isGood =
            known is not null
            && now - known.At < Kept
            && (keyId is null || known.Keys.Any(key => key.KeyId == keyId));
        if (isGood || (known is not null && now - known.At < BetweenQuestions))
            return known!.Keys;
        try
        {
            var keys = Read(await _http.GetStringAsync(issuer.JwksUri, cancellation));
            _known[issuer.JwksUri!] = new Known(keys, now);
            return keys;
        }
        catch (Exception error) when (IsNoAnswer(error, cancellation))
        {
            // Asked again later, and not by every launch meanwhile.
            var before = known?.Keys ?? [];
            _known[issuer.JwksUri!] = new Known(before, now - Kept + BetweenQuestions);
            return before;
        }
    }

    /// <inheritdoc />
    public void Dispose() => _http.Dispose();

    private IReadOnlyList<SecurityKey> FromFile(string file)
    {
        var info = new FileInfo(file);
        if (!info.Exists)
            return [];
        var changed = new DateTimeOffset(info.LastWriteTimeUtc, TimeSpan.Zero);
        if (_known.TryGetValue(file, out var known) && known.At == changed)
            return known.Keys;
        try
        {
            var keys = Read(File.ReadAllText(file));
            _known[file] = new Known(keys, changed);
            return keys;
        }
        catch (Exception error) when (error is IOException or ArgumentException)
        {
            // It may be half written; the next launch reads it again.
            return known?.Keys ?? [];
        }
    }

    private static IReadOnlyList<SecurityKey> Read(string json) =>
        [.. new JsonWebKeySet(json).GetSigningKeys()];

    private static bool IsNoAnswer(Exception error, CancellationToken cancellation) =>
        error is HttpRequestException or ArgumentException
        || (error is OperationCanceledException && !cancellation.IsCancellationRequested);

    private sealed record Known(IReadOnlyList<SecurityKey> Keys, DateTimeOffset At);
}
