using System.Text;
using System.Text.Json;
using HeiChartViewer.Sandbox;

namespace HeiChartViewer.Tests.Unit.Sandbox;

/// <summary>Requests made of broken pieces, from a seed: fifty thousand take some seconds, and each takes its own way.</summary>
public sealed class FuzzTests
{
    private const int Requests = 50_000;

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
        "/oauth/access",
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

        Assert.Empty(broken.Take(5));
        Assert.Empty(leaked.Take(5));
        Assert.Equal(0, unmarked);
        // The requests were not all turned away at the door.
        Assert.All(
            (int[])[200, 400, 401, 403, 404],
            status => Assert.True(answered.GetValueOrDefault(status) > 50, $"{status}")
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
}
