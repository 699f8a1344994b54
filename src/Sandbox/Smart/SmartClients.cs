using System.Security.Cryptography;
using System.Text;
using HeiChartViewer.Sandbox.Ehr;

namespace HeiChartViewer.Sandbox.Smart;

/// <summary>The registered apps: those of the configuration, and the viewer once as each kind of client.</summary>
internal sealed class SmartClients
{
    public const string PublicId = "hei-chart-viewer";
    public const string SymmetricId = "hei-chart-viewer-secret";
    public const string AsymmetricId = "hei-chart-viewer-key";

    private readonly Dictionary<string, SmartClientOptions> _byId;
    private readonly AppLink _app;

    public SmartClients(SandboxOptions options, AppLink app)
    {
        _app = app;
        SmartClientOptions[] viewer =
        [
            new() { Id = PublicId },
            new()
            {
                Id = SymmetricId,
                Kind = SmartClientKind.Symmetric,
                Secret = SecretOf(options.Seed),
            },
            new() { Id = AsymmetricId, Kind = SmartClientKind.Asymmetric },
        ];
        _byId = viewer.ToDictionary(client => client.Id, StringComparer.Ordinal);
        // What is configured under a name of the viewer takes its place.
        foreach (var client in options.SmartClients)
            _byId[client.Id] = client;
    }

    public IReadOnlyCollection<SmartClientOptions> All => _byId.Values;

    public SmartClientOptions? Find(string? id) => id is null ? null : _byId.GetValueOrDefault(id);

    /// <summary>Exact, never by prefix: anything looser redirects codes to strangers.</summary>
    public bool MayRedirect(SmartClientOptions client, string? redirectUri) =>
        redirectUri is not null
        && RedirectUris(client).Contains(redirectUri, StringComparer.Ordinal);

    public IEnumerable<string> RedirectUris(SmartClientOptions client) =>
        client.RedirectUris.Count > 0 ? client.RedirectUris : [$"{_app.Origin}/launch/callback"];

    /// <summary>Where the keys of an asymmetric client are when its registration does not say.</summary>
    public string JwksUri(SmartClientOptions client) =>
        client.JwksUri ?? $"{_app.Origin}/launch/jwks.json";

    /// <summary>The secret of the viewer as a symmetric client.</summary>
    public static string SecretOf(int seed) =>
        Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes($"smart-client-secret/{seed}"))
        );
}
