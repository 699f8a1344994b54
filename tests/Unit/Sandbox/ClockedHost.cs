using System.Globalization;
using System.Net.Http.Json;
using HeiChartViewer.Sandbox;
using HeiChartViewer.Tests.Unit.Sandbox.Credentials;
using HeiChartViewer.Tests.Unit.Web;

namespace HeiChartViewer.Tests.Unit.Sandbox;

/// <summary>A small sandbox with a clock of the test's, and a caller who signs as the platform's own client does.</summary>
public sealed class ClockedHost : IAsyncLifetime
{
    public const string Key = SandboxOptions.ConsumerKey;
    public const string Secret = SandboxOptions.ConsumerSecret;

    private static readonly DateTimeOffset Start = new(2026, 11, 23, 7, 0, 0, TimeSpan.Zero);
    private int _nonces;

    internal ManualClock Clock { get; } = new();

    public SandboxServer Server { get; private set; } = null!;

    /// <summary>Has no credential of its own.</summary>
    public HttpClient Http { get; private set; } = null!;

    public string Now =>
        Clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    public async Task InitializeAsync()
    {
        Server = await SandboxServer.StartAsync(
            new SandboxOptions { Urls = "http://localhost:0", Patients = 4 },
            Clock,
            CancellationToken.None
        );
        Http = new HttpClient { BaseAddress = Server.BaseAddress };
    }

    public async Task DisposeAsync()
    {
        Http.Dispose();
        await Server.DisposeAsync();
    }

    /// <summary>Everything back to the start, the clock too.</summary>
    public async Task ResetAsync()
    {
        Clock.Advance(Start - Clock.GetUtcNow());
        using var answer = await Http.PostAsync("/sandbox/reset", null);
        answer.EnsureSuccessStatusCode();
    }

    public string Nonce() => $"nonce{++_nonces}";

    /// <summary>A token request as the cerner-oauth1a gem forms it, by PLAINTEXT.</summary>
    public List<(string Name, string Value)> PlainRequest(string? accessorSecret = null) =>
        [
            ("oauth_consumer_key", Key),
            ("oauth_signature_method", "PLAINTEXT"),
            ("oauth_version", "1.0"),
            ("oauth_timestamp", Now),
            ("oauth_nonce", Nonce()),
            ("oauth_signature", Rfc5849.Plaintext(Secret, "")),
            .. accessorSecret is null
                ? Array.Empty<(string, string)>()
                : [("oauth_accessor_secret", accessorSecret)],
        ];

    public Task<HttpResponseMessage> AskAsync(IEnumerable<(string Name, string Value)> form) =>
        Http.PostAsync(
            "/oauth/access",
            new FormUrlEncodedContent(form.ToDictionary(pair => pair.Name, pair => pair.Value))
        );

    public async Task<Dictionary<string, string>> TokenAsync(string? accessorSecret = null)
    {
        using var answer = await AskAsync(PlainRequest(accessorSecret));
        return await ReadAsync(answer);
    }

    public static async Task<Dictionary<string, string>> ReadAsync(HttpResponseMessage answer)
    {
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadAsStringAsync())
            .Split('&')
            .Select(pair => pair.Split('=', 2))
            .ToDictionary(pair => pair[0], pair => Uri.UnescapeDataString(pair[1]));
    }

    /// <summary>The header of an API call by PLAINTEXT (contract 2.3).</summary>
    public static string PlainHeader(IReadOnlyDictionary<string, string> token, string left) =>
        Header([
            ("oauth_version", "1.0"),
            ("oauth_signature_method", "PLAINTEXT"),
            ("oauth_consumer_key", Key),
            ("oauth_token", token["oauth_token"]),
            ("oauth_signature", Rfc5849.Plaintext(left, token["oauth_token_secret"])),
        ]);

    /// <summary>The header of one GET by HMAC-SHA1, over its path and the parameters of its query.</summary>
    public string HmacHeader(
        IReadOnlyDictionary<string, string> token,
        string left,
        string path,
        IEnumerable<(string Name, string Value)> query
    )
    {
        List<(string Name, string Value)> parameters =
        [
            ("oauth_version", "1.0"),
            ("oauth_signature_method", "HMAC-SHA1"),
            ("oauth_consumer_key", Key),
            ("oauth_nonce", Nonce()),
            ("oauth_timestamp", Now),
            ("oauth_token", token["oauth_token"]),
        ];
        var signature = Rfc5849.HmacSha1(
            "GET",
            $"http://{Server.BaseAddress.Authority}{path}",
            [.. parameters, .. query],
            left,
            token["oauth_token_secret"]
        );
        return Header([("realm", "any"), .. parameters, ("oauth_signature", signature)]);
    }

    public static string Header(IEnumerable<(string Name, string Value)> parameters) =>
        "OAuth "
        + string.Join(',', parameters.Select(p => $"{p.Name}=\"{Rfc5849.Encode(p.Value)}\""));

    public async Task<HttpResponseMessage> CallAsync(
        string? authorization,
        string path = "/tenant/v1/tenant",
        HttpMethod? method = null
    )
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, path);
        if (authorization is not null)
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        return await Http.SendAsync(request);
    }

    public async Task<int> StatusAsync(string? authorization, string path = "/tenant/v1/tenant")
    {
        using var answer = await CallAsync(authorization, path);
        return (int)answer.StatusCode;
    }

    /// <summary>Reads as the account that may read everything.</summary>
    public async Task<System.Text.Json.JsonElement> GetAsync(string path)
    {
        using var answer = await CallAsync("Bearer sandbox-bearer-token", path);
        answer.EnsureSuccessStatusCode();
        return await SandboxHost.ReadAsync(answer);
    }

    public Task<int> StatusAsync() => StatusAsync("Bearer sandbox-bearer-token");

    public async Task OrderAsync(string path, object order)
    {
        using var answer = await Http.PostAsJsonAsync(path, order);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Why the last request was refused, which the caller is not told.</summary>
    public async Task<string?> LastRefusalAsync()
    {
        using var answer = await Http.GetAsync("/sandbox/requests");
        return (await SandboxHost.ReadAsync(answer)).EnumerateArray().Last().Text("refusal");
    }
}
