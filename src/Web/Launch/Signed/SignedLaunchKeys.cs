using System.Collections.Concurrent;
using HeiChartViewer.Web.Launch.Tokens;
using Microsoft.IdentityModel.Tokens;

namespace HeiChartViewer.Web.Launch.Signed;

/// <summary>
/// The public keys of the hosts: from a file, read again when it changes, or from an address. What a token itself says
/// about keys is never followed (control 7).
/// </summary>
internal sealed class SignedLaunchKeys(KeySets published) : IDisposable
{
    private const int LongestAnswer = 1024 * 1024;

    private readonly ConcurrentDictionary<string, FileKeys> _files = new(StringComparer.Ordinal);

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

    /// <summary>The keys of a host, or newer ones than those that did not do.</summary>
    /// <exception cref="SignedLaunchException">They cannot be had.</exception>
    public async Task<IReadOnlyList<SecurityKey>> FindAsync(
        SignedIssuerOptions issuer,
        IReadOnlyList<SecurityKey>? than,
        CancellationToken cancellation
    )
    {
        if (issuer.JwksFile is { } file)
            return FromFile(file);
        try
        {
            return await published.FindAsync(
                $"{issuer.Issuer} {issuer.JwksUri}",
                than,
                () => AskAsync(issuer.JwksUri!),
                cancellation
            );
        }
        catch (KeysUnavailableException error)
        {
            throw new SignedLaunchException($"keys: {error.Message}");
        }
    }

    /// <inheritdoc />
    public void Dispose() => _http.Dispose();

    private async Task<string> AskAsync(string address)
    {
        try
        {
            return await _http.GetStringAsync(address);
        }
        catch (HttpRequestException error)
        {
            throw new KeysUnavailableException(
                error.StatusCode is { } status ? $"status {(int)status}" : "no answer"
            );
        }
        catch (OperationCanceledException)
        {
            throw new KeysUnavailableException("no answer in time");
        }
    }

    private IReadOnlyList<SecurityKey> FromFile(string file)
    {
        var info = new FileInfo(file);
        if (!info.Exists)
            return [];
        if (_files.TryGetValue(file, out var known) && known.Changed == info.LastWriteTimeUtc)
            return known.Keys;
        try
        {
            var keys = new JsonWebKeySet(File.ReadAllText(file)).GetSigningKeys().AsReadOnly();
            _files[file] = new FileKeys(keys, info.LastWriteTimeUtc);
            return keys;
        }
        catch (Exception error) when (error is IOException or ArgumentException)
        {
            // It may be half written; the next launch reads it again.
            return known?.Keys ?? [];
        }
    }

    private sealed record FileKeys(IReadOnlyList<SecurityKey> Keys, DateTime Changed);
}
