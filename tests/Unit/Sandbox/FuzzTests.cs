using System.Text;
using System.Text.Json;
using HeiChartViewer.Sandbox;

namespace HeiChartViewer.Tests.Unit.Sandbox;

/// <summary>Requests made of broken pieces, from a seed: fifty thousand take some seconds, and each takes its own way.</summary>
public sealed class FuzzTests
{
    private const int Requests = 50_000;
    private const int OrderedRequests = 5_000;

    private static readonly string[] Methods =
    [
        "GET",
        "GET",
        "GET",
        "GET",
        "GET",
        "GET",
        "POST",
        "POST",
        "POST",
        "HEAD",
        "PUT",
        "DELETE",
        "OPTIONS",
        "PATCH",
        "get",
        "TRACE",
        "\u00e9",
    ];

    private static readonly string[] Poison =
    [
        "",
        " ",
        "\0",
        "\r\nSet-Cookie: x",
        "../..",
        "%2f",
        "\ud83d\udca9",
        "\ud800",
        "'\"<script>",
        "null",
        "-1",
        "0x1F",
        "1e309",
        "99999999999999999999",
        "%25%32%65",
        "a,b,,",
        "{}",
        "\u202Ea",
        "AAAAAAAAAAAAAAAAAAAAAA",
        "_-_-_-_-_-_-_-_-_-_-_-",
        "1",
        "20",
        "100",
        "101",
        "2147483647",
        "W/\"x\"",
        "OAuth",
        "Bearer",
        "*",
        "=",
        "&",
        "a=b&c",
        "%",
        "%%",
        "%ZZ",
        "+",
        "\t",
        "\ufeff",
    ];

    private static readonly string[] Paths =
    [
        "/patient/v1/populations/{p}/patient-id-lookup",
        "/patient/v1/populations/{p}/patient-search",
        "/tenant/v1/tenant",
        "/data-source/v1/data-partitions",
        "/data-source/v1/data-partitions/{x}",
        "/longitudinal-record/v1/populations/{p}/patients/{a}/binaries/{x}",
        "/chart-search/v1/populations/{p}/patients/{a}/search-results",
        "/data-source/v1/data-sources",
        "/personnel/v1/personnel",
        "/personnel/v1/personnel/{x}",
        "/personnel/v1/personnel-groups",
        "/personnel/v1/personnel-groups/{x}/members/{x}",
        "/organization/v1/organizations/{x}",
        "/organization/v1/locations",
        "/consumer/v1/consumers",
        "/cohort/v1/algorithms",
        "/cohort/v1/populations/{p}/cohorts",
        "/quality-measure/v1/measurement-periods",
        "/quality-measure/v1/registries/{x}/libraries/{x}/versioned-contents/{x}/parameters",
        "/hcc/v1/pipelines/6c2d0d5e-6f6a-4d0b-8f0c-6a3f1f1e2b70/patients/{a}/persistent-hccs",
        "/legacy/record/api/populations/{p}/data_partitions/877307a0-b5f5-4a01-9d4b-9fead6bcf788/empi_lookup",
        "/legacy/record/api/populations/{p}/people",
        "/legacy/record/api/populations/{p}/people/search",
        "/legacy/record/api/populations/{p}/people/{a}",
        "/legacy/record/api/populations/{p}/people/{a}/vaccinations",
        "/legacy/registries/api/populations/{p}/programs",
        "/legacy/registries/api/populations/{p}/people/{a}/registries",
        "/legacy/registries/api/populations/{p}/people/{a}/provider_relationships",
        "/oauth/access",
        "/oauth/access/keys/{x}",
        "/sandbox/faults",
        "/sandbox/scenario",
        "/sandbox/accounts",
        "/ehr",
        "/ehr/patients/{x}/{x}",
        "/fhir/r4/Patient/{x}",
        "/fhir/r4/auth/authorize",
        "/fhir/r4/auth/token",
        "/{x}/{x}",
        "{x}",
        .. SandboxHost.Lists.Select(list =>
            $"/{list.Api}/v1/populations/{{p}}/patients/{{a}}/{list.Plural}"
        ),
        .. SandboxHost.Lists.Select(list =>
            $"/{list.Api}/v1/populations/{{p}}/patients/{{a}}/{list.Plural}/{{x}}"
        ),
    ];

    private static readonly string[] Parameters =
    [
        "limit",
        "cursor",
        "status",
        "offset",
        "dataPartitionId",
        "sourcePersonId",
        "q",
        "query",
        "id",
        "name",
        "sourceId",
        "aliasValue",
        "given_name",
        "date_of_birth",
        "measures_status_filter",
        "LIMIT",
        "oauth_token",
        "oauth_signature",
        "client_id",
        "redirect_uri",
        "state",
        "",
    ];

    private static readonly string[] Headers =
    [
        "Accept",
        "Content-Type",
        "If-None-Match",
        "Authorization",
        "Cookie",
        "Range",
        "Expect",
        "X-Forwarded-For",
        "Origin",
        "Transfer-Encoding",
        "Content-Length",
        "Accept-Language",
    ];

    private static readonly string[] Bodies =
    [
        "",
        "null",
        "[]",
        "0",
        "\"x\"",
        "{",
        "{\"name\":\"\\ud800\"}",
        "{\"name\":{}}",
        "{\"alias\":[]}",
        "{\"alias\":{\"value\":\"\\u0000\"}}",
        "{\"birthDate\":\"0000-00-00\"}",
        "{\"name\":\"Roberson\"}",
        "{\"name\":\"a\",\"name\":\"b\"}",
        "\ufeff{\"name\":\"a\"}",
        "oauth_consumer_key=%00&oauth_signature_method=HMAC-SHA1&oauth_signature=%ff&oauth_timestamp=1&oauth_nonce=",
        "oauth_session_handle=x&oauth_token=%&grant_type=authorization_code&code=",
        "%%%=%&&&=;;",
        "{\"faults\":[{\"kind\":\"status\",\"status\":500}]}",
    ];

    /// <summary>What an account was granted, as the api or as api and resource.</summary>
    private static readonly Dictionary<string, string[]> Grants = new()
    {
        ["sandbox-limited-token"] = ["patient", "allergy", "condition"],
        ["sandbox-results-token"] =
        [
            "patient",
            "observation",
            "longitudinal-record/document-references",
        ],
        ["sandbox-directory-token"] = ["tenant", "data-source"],
    };

    private readonly Random _random = new(20261123);

    [Fact]
    public async Task Fifty_thousand_hostile_requests_get_no_500_and_no_byte_that_was_not_granted()
    {
        using var handler = new InProcessServer();
        await using var server = await SandboxServer.StartAsync(
            new SandboxOptions { Patients = 4 },
            TimeProvider.System,
            CancellationToken.None,
            handler
        );
        var (markers, cursors) = await LearnAsync(handler);
        var oauth = await OAuthHeaderAsync(handler);
        var (broken, leaked, unmarked) = (new List<string>(), new List<string>(), 0);
        var answered = new Dictionary<int, int>();
        for (var number = 0; number < Requests; number++)
        {
            var method = Pick(Methods);
            var path = Path();
            var (credential, token) = Credential(oauth);
            var query = QueryString(cursors);
            var (headers, body) = (HeaderList(credential), _random.Next(3) == 0 ? Body() : null);

            var (status, text, sent) = await handler.SendAsync(method, path, query, headers, body);

            answered[status] = answered.GetValueOrDefault(status) + 1;
            if (status >= 500)
                broken.Add($"{number}: {status} {method} {path}{query} {text}");
            if (!sent.ContainsKey("cerner-correlation-id"))
                unmarked++;
            if (token != SandboxOptions.BearerToken)
                foreach (var (api, marker) in markers)
                    if (
                        text.Contains(marker, StringComparison.Ordinal)
                        && !(token is not null && Grants[token].Any(grant => IsOf(api, grant)))
                    )
                        leaked.Add($"{number}: {api} to {token ?? "nobody"}: {path}{query}");
        }

        Assert.True(broken.Count == 0, string.Join('\n', broken.Take(5)));
        Assert.True(leaked.Count == 0, string.Join('\n', leaked.Take(5)));
        Assert.Equal(0, unmarked);
        // The requests were not all turned away at the door.
        Assert.All(
            (int[])[200, 400, 401, 403, 404],
            status => Assert.True(answered.GetValueOrDefault(status) > 50, $"{status}")
        );
    }

    [Fact]
    public async Task What_breaks_while_faults_are_ordered_was_ordered()
    {
        int[] ordered = [418, 500, 502, 503, 504];
        using var handler = new InProcessServer();
        await using var server = await SandboxServer.StartAsync(
            new SandboxOptions { Patients = 4 },
            TimeProvider.System,
            CancellationToken.None,
            handler
        );
        await OrderAsync(
            handler,
            [
                .. ordered.Select(status =>
                    (object)
                        new
                        {
                            kind = "status",
                            status,
                            probability = 0.1,
                        }
                ),
                new { kind = "malformed", probability = 0.1 },
            ]
        );
        var answered = new Dictionary<int, int>();
        for (var number = 0; number < OrderedRequests; number++)
        {
            var (status, _, _) = await handler.SendAsync(
                Pick(Methods),
                Path(),
                QueryString(["x"]),
                HeaderList(Credential("").Header),
                _random.Next(3) == 0 ? Body() : null
            );
            answered[status] = answered.GetValueOrDefault(status) + 1;
        }

        var struck = await StruckByAsync(
            handler,
            fault => fault.Text("kind") == "status" ? fault.GetProperty("status").GetInt32() : 0
        );
        // Broken JSON comes as a 200, and is counted where what cuts is.
        struck.Remove(0);
        Assert.All(
            ordered,
            status => Assert.True(struck[status] > 10, $"{status}: {struck[status]}")
        );
        // Not one more than was ordered, and not one less.
        Assert.Equal(
            struck.OrderBy(x => x.Key),
            answered.Where(x => x.Key >= 500 || x.Key == 418).OrderBy(x => x.Key)
        );
    }

    /// <summary>What breaks an answer rather than its status: each is seen as often as it was ordered, all else is whole.</summary>
    [Fact]
    public async Task What_is_cut_hung_up_on_or_of_another_type_was_ordered()
    {
        using var handler = new InProcessServer();
        await using var server = await SandboxServer.StartAsync(
            new SandboxOptions { Patients = 4 },
            new HurriedClock(),
            CancellationToken.None,
            handler
        );
        await OrderAsync(
            handler,
            [
                Sometimes("truncate", "allergy"),
                Sometimes("stallMidBody", "condition"),
                Sometimes("stall"),
                Sometimes("reset"),
                Sometimes("wrongContentType"),
                Sometimes("malformed"),
            ]
        );
        var (seen, unordered) = (new Dictionary<string, int>(), new List<string>());
        for (var number = 0; number < OrderedRequests; number++)
        {
            var (method, path, query) = (Pick(Methods), Path(), QueryString(["x"]));
            // What is not sent cannot be cut: nobody asks whether anything changed.
            var headers = HeaderList(Credential("").Header)
                .Where(header => header.Item1 != "If-None-Match");
            var (status, text, sent) = await handler.SendAsync(
                method,
                path,
                query,
                headers,
                _random.Next(3) == 0 ? Body() : null
            );
            if (Broken(status, text, sent, handler.WasAborted, path) is not { } kind)
                continue;
            seen[kind] = seen.GetValueOrDefault(kind) + 1;
            if (kind == "unordered")
                unordered.Add($"{number}: {status} {method} {path}{query} {text}");
        }

        Assert.True(unordered.Count == 0, string.Join('\n', unordered.Take(5)));
        var struck = await StruckByAsync(handler, fault => fault.Text("kind")!);
        Assert.All(struck, kind => Assert.True(kind.Value > 10, $"{kind.Key}: {kind.Value}"));
        Assert.Equal(struck.OrderBy(x => x.Key), seen.OrderBy(x => x.Key));

        static object Sometimes(string kind, string? api = null) =>
            new
            {
                kind,
                api,
                // Of one list only few are asked for.
                probability = api is null ? 0.1 : 1.0,
            };
    }

    /// <summary>How an answer is broken; null where it is whole.</summary>
    private static string? Broken(
        int status,
        string text,
        Microsoft.AspNetCore.Http.IHeaderDictionary headers,
        bool wasAborted,
        string path
    )
    {
        if (wasAborted)
            return text switch
            {
                "" => "reset",
                "{" => "stall",
                _ => "unordered",
            };
        if (headers.ContentLength is { } length && length > Encoding.UTF8.GetByteCount(text))
            return path.StartsWith("/allergy/", StringComparison.Ordinal) ? "truncate"
                : path.StartsWith("/condition/", StringComparison.Ordinal) ? "stallMidBody"
                : "unordered";
        if (text.Contains("sign in to the network", StringComparison.Ordinal))
            return "wrongContentType";
        if (status >= 500)
            return "unordered";
        if (headers.ContentType != "application/json" || text.Length == 0)
            return null;
        try
        {
            using var json = JsonDocument.Parse(text);
            return null;
        }
        catch (JsonException)
        {
            return status == 200 ? "malformed" : "unordered";
        }
    }

    private static async Task OrderAsync(InProcessServer handler, object[] faults)
    {
        handler.Caller = System.Net.IPAddress.Loopback;
        var (status, text, _) = await handler.SendAsync(
            "POST",
            "/sandbox/faults",
            "",
            [("Content-Type", "application/json")],
            JsonSerializer.Serialize(new { faults })
        );
        handler.Caller = InProcessServer.Stranger;
        Assert.True(status is 200 or 201, text);
    }

    /// <summary>How often each of the faults struck, by what tells them apart.</summary>
    private static async Task<Dictionary<T, int>> StruckByAsync<T>(
        InProcessServer handler,
        Func<JsonElement, T> key
    )
        where T : notnull
    {
        handler.Caller = System.Net.IPAddress.Loopback;
        var (_, text, _) = await handler.SendAsync("GET", "/sandbox/faults", "", [], null);
        using var states = JsonDocument.Parse(text);
        return states
            .RootElement.EnumerateArray()
            .ToDictionary(
                state => key(state.GetProperty("fault")),
                state => state.GetProperty("struck").GetInt32()
            );
    }

    private static bool IsOf(string marked, string grant) =>
        marked == grant || marked.StartsWith($"{grant}/", StringComparison.Ordinal);

    /// <summary>Words that only the records of one list hold, and cursors that are good for one list.</summary>
    private static async Task<(
        List<(string Api, string Marker)> Markers,
        List<string> Cursors
    )> LearnAsync(InProcessServer handler)
    {
        var (markers, cursors) = (new List<(string, string)>(), new List<string>());
        foreach (var (api, plural) in SandboxHost.Lists)
        {
            var (status, text, _) = await handler.SendAsync(
                "GET",
                SandboxHost.ListPath(SandboxHost.Analisa, api, plural),
                "?limit=3",
                [("Authorization", $"Bearer {SandboxOptions.BearerToken}")],
                null
            );
            Assert.Equal(200, status);
            using var page = JsonDocument.Parse(text);
            // What a source calls a record is said by that record alone.
            foreach (var record in page.RootElement.GetProperty("items").EnumerateArray())
                markers.Add(
                    (
                        $"{api}/{plural}",
                        plural is "demographics" or "encounters"
                            ? record.GetRawText()[..60]
                            : record.Text("id")!
                    )
                );
            if (page.RootElement.Text("nextLink") is { } next)
                cursors.Add(next.Split("cursor=")[1]);
        }
        return (markers, cursors);
    }

    private static async Task<string> OAuthHeaderAsync(InProcessServer handler)
    {
        var (_, form, _) = await handler.SendAsync(
            "POST",
            "/oauth/access",
            "?oauth_consumer_key=7b1f4d52-93c8-4b5e-a7d0-3f6e2c9a8b14&oauth_signature_method=PLAINTEXT&oauth_signature=sandbox-limited-secret%26",
            [],
            null
        );
        var token = form.Split('&')
            .Select(pair => pair.Split('='))
            .ToDictionary(pair => pair[0], pair => Uri.UnescapeDataString(pair[1]));
        return ClockedHost
            .PlainHeader(token, "")
            .Replace(
                ClockedHost.Key,
                "7b1f4d52-93c8-4b5e-a7d0-3f6e2c9a8b14",
                StringComparison.Ordinal
            );
    }

    /// <summary>A credential, and the bearer token of the account it proves; none where it proves none.</summary>
    private (string? Header, string? Token) Credential(string oauth) =>
        _random.Next(8) switch
        {
            0 => (null, null),
            1 => ($"Bearer {Bad()}", null),
            2 => ($"OAuth {Bad()}={Bad()},oauth_token=\"{Bad()}\"", null),
            3 => (oauth, "sandbox-limited-token"),
            4 => ("Bearer sandbox-results-token", "sandbox-results-token"),
            5 => ("Bearer sandbox-directory-token", "sandbox-directory-token"),
            6 => ("Bearer sandbox-limited-token", "sandbox-limited-token"),
            _ => ($"Bearer {SandboxOptions.BearerToken}", SandboxOptions.BearerToken),
        };

    private string Path()
    {
        var path = Pick(Paths)
            .Replace(
                "{p}",
                _random.Next(10) == 0 ? Bad() : SandboxHost.Population,
                StringComparison.Ordinal
            )
            .Replace(
                "{a}",
                _random.Next(10) == 0 ? Bad() : SandboxHost.Analisa,
                StringComparison.Ordinal
            );
        while (path.Contains("{x}", StringComparison.Ordinal))
            path = new StringBuilder(path)
                .Replace("{x}", Bad(), path.IndexOf("{x}", StringComparison.Ordinal), 3)
                .ToString();
        // A path of a server begins with a slash; the rest of it is the caller's.
        return path.StartsWith('/') ? path : $"/{path}";
    }

    private string QueryString(List<string> cursors) =>
        _random.Next(3) == 0
            ? ""
            : "?"
                + string.Join(
                    '&',
                    Enumerable
                        .Range(0, _random.Next(1, 4))
                        .Select(_ =>
                            _random.Next(4) == 0
                                ? $"cursor={Pick(cursors)}"
                                : $"{Pick(Parameters)}={Escaped(Bad())}"
                        )
                );

    private string Escaped(string text) => _random.Next(2) == 0 ? text : Uri.EscapeDataString(text);

    private List<(string, string)> HeaderList(string? credential)
    {
        var headers = new List<(string, string)>();
        if (credential is not null)
            headers.Add(("Authorization", credential));
        for (var left = _random.Next(3); left > 0; left--)
            // A second credential would make it unclear who asks.
            if (Pick(Headers) is var name && (name != "Authorization" || credential is null))
                headers.Add((name, name == "Authorization" ? $"Basic {Bad()}" : Bad()));
        if (_random.Next(2) == 0)
            headers.Add(
                (
                    "Content-Type",
                    _random.Next(2) == 0 ? "application/json" : "application/x-www-form-urlencoded"
                )
            );
        return headers;
    }

    private string Body() => _random.Next(4) == 0 ? Bad() : Pick(Bodies);

    private string Bad() =>
        _random.Next(20) == 0
            ? new string('A', _random.Next(1, 3000))
            : Pick(Poison) + (_random.Next(3) == 0 ? Pick(Poison) : "");

    private T Pick<T>(IReadOnlyList<T> items) => items[_random.Next(items.Count)];

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
