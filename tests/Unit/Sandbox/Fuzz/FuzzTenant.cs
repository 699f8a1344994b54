using System.Net;
using System.Text.Json;
using HeiChartViewer.Sandbox;
using HeiChartViewer.Sandbox.Credentials;
using HeiChartViewer.Tests.Unit.Sandbox.Contract;

namespace HeiChartViewer.Tests.Unit.Sandbox.Fuzz;

/// <summary>A small sandbox without a socket, whose waits are over at once, with an account for each API alone.</summary>
internal sealed class FuzzTenant : IAsyncDisposable
{
    private const string LimitedKey = "7b1f4d52-93c8-4b5e-a7d0-3f6e2c9a8b14";

    private readonly SandboxServer _sandbox;
    private string _oauth = "";

    private FuzzTenant(InProcessServer server, SandboxServer sandbox, int seed, string? except)
    {
        (Server, _sandbox) = (server, sandbox);
        Requests = new HostileRequests(
            [.. sandbox.Operations.Where(operation => operation.Template != except)],
            seed
        );
    }

    public InProcessServer Server { get; }

    public HostileRequests Requests { get; }

    public IReadOnlyList<(string Method, string Template)> Operations => _sandbox.Operations;

    /// <summary>What the holders of bearer tokens were granted; of everything there is null.</summary>
    public Dictionary<string, string[]?> Grants { get; } =
        new()
        {
            [SandboxOptions.BearerToken] = null,
            [SandboxOptions.LimitedBearerToken] = ["patient", "allergy", "condition"],
            ["sandbox-results-token"] =
            [
                "patient",
                "observation",
                "longitudinal-record/document-references",
            ],
            ["sandbox-directory-token"] = ["tenant", "data-source", "personnel", "organization"],
        };

    /// <param name="seed">What the requests are made from.</param>
    /// <param name="except">The template of an operation that is left alone.</param>
    public static async Task<FuzzTenant> StartAsync(int seed, string? except = null)
    {
        var server = new InProcessServer();
        var options = new SandboxOptions { Patients = 4 };
        var apis = TenantOperations
            .All.Select(operation => operation.Template.Split('/'))
            .Select(path => path[1] == "legacy" ? path[2] : path[1])
            .Distinct()
            .ToArray();
        foreach (var api in apis)
            options.Accounts.Add(
                new SystemAccountOptions
                {
                    Name = $"only-{api}",
                    BearerToken = $"only-{api}",
                    Grants = [api],
                }
            );
        var sandbox = await SandboxServer.StartAsync(
            options,
            new HurriedClock(),
            CancellationToken.None,
            server
        );
        var tenant = new FuzzTenant(server, sandbox, seed, except);
        foreach (var api in apis)
            tenant.Grants[$"only-{api}"] = [api];
        tenant._oauth = await tenant.SignAsync();
        return tenant;
    }

    /// <summary>A credential, and what it lets be read: null is everything, nothing is for whoever proves nobody.</summary>
    public (string? Header, string[]? Grants) Credential()
    {
        switch (Requests.Draw(8))
        {
            case 0:
                return (null, []);
            case 1:
                return ($"Bearer {Requests.Bad()}", []);
            case 2:
                return (
                    $"OAuth {Requests.Bad()}={Requests.Bad()},oauth_token=\"{Requests.Bad()}\"",
                    []
                );
            case 3:
                return (_oauth, Grants[SandboxOptions.LimitedBearerToken]);
            case 4:
                return ($"Bearer {SandboxOptions.BearerToken}", null);
            default:
                var (token, grants) = Requests.Pick([.. Grants]);
                return ($"Bearer {token}", grants);
        }
    }

    public Task<(
        int Status,
        string Body,
        Microsoft.AspNetCore.Http.IHeaderDictionary Headers
    )> SendAsync(HostileRequest request) =>
        Server.SendAsync(
            request.Method,
            request.Path,
            request.Query,
            request.Headers,
            request.Body
        );

    /// <summary>Orders something as somebody at this machine.</summary>
    public async Task<(int Status, string Text)> OrderAsync(
        string method,
        string path,
        string? body = null
    )
    {
        Server.Caller = IPAddress.Loopback;
        var (status, text, _) = await Server.SendAsync(
            method,
            path,
            "",
            [("Content-Type", "application/json")],
            body
        );
        Server.Caller = InProcessServer.Stranger;
        return (status, text);
    }

    /// <summary>Adds faults.</summary>
    public async Task OrderFaultsAsync(params object[] faults)
    {
        var (status, text) = await OrderAsync(
            "POST",
            "/sandbox/faults",
            JsonSerializer.Serialize(new { faults })
        );
        Assert.True(status is 200 or 201, text);
    }

    /// <summary>How often each of the faults struck, by what tells them apart.</summary>
    public async Task<Dictionary<T, int>> StruckByAsync<T>(Func<JsonElement, T> key)
        where T : notnull
    {
        var (_, text) = await OrderAsync("GET", "/sandbox/faults");
        using var states = JsonDocument.Parse(text);
        return states
            .RootElement.EnumerateArray()
            .ToDictionary(
                state => key(state.GetProperty("fault")),
                state => state.GetProperty("struck").GetInt32()
            );
    }

    /// <summary>Signs a clinician in, so that requests come behind the door of the EHR.</summary>
    public async Task SignInAtEhrAsync()
    {
        var (_, _, headers) = await Server.SendAsync(
            "POST",
            "/ehr/sign-in",
            "",
            [("Content-Type", "application/x-www-form-urlencoded")],
            "clinician=4100101"
        );
        Requests.Cookie = headers.SetCookie[^1]!.Split(';')[0];
    }

    public async ValueTask DisposeAsync()
    {
        await _sandbox.DisposeAsync();
        Server.Dispose();
    }

    private async Task<string> SignAsync()
    {
        var (_, form, _) = await Server.SendAsync(
            "POST",
            "/oauth/access",
            $"?oauth_consumer_key={LimitedKey}&oauth_signature_method=PLAINTEXT&oauth_signature=sandbox-limited-secret%26",
            [],
            null
        );
        var token = form.Split('&')
            .Select(pair => pair.Split('='))
            .ToDictionary(pair => pair[0], pair => Uri.UnescapeDataString(pair[1]));
        return ClockedHost
            .PlainHeader(token, "")
            .Replace(ClockedHost.Key, LimitedKey, StringComparison.Ordinal);
    }

    /// <summary>A clock whose waits are over at once.</summary>
    private sealed class HurriedClock : TimeProvider
    {
        public override ITimer CreateTimer(
            TimerCallback callback,
            object? state,
            TimeSpan dueTime,
            TimeSpan period
        ) =>
            System.CreateTimer(
                callback,
                state,
                dueTime > TimeSpan.Zero ? TimeSpan.FromMilliseconds(1) : dueTime,
                period
            );
    }
}
