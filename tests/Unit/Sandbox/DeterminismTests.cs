using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using HeiChartViewer.Sandbox;
using HeiChartViewer.Tests.Unit.Sandbox.Contract;

namespace HeiChartViewer.Tests.Unit.Sandbox;

/// <summary>
/// A seed is a tenant: the same seed answers the same bytes at every route, and another seed does not. Two processes
/// are asked, each with a language and a time zone of its own: what depends on them, or on how a process hashes, differs.
/// </summary>
public sealed class DeterminismTests
{
    private const int Patients = 60;
    private const int Asked = 10;

    /// <summary>What is of the seed besides the tenant.</summary>
    private static readonly string[] Pages =
    [
        "/ehr",
        "/ehr/ehr.css",
        "/ehr/smart-style.json",
        "/ehr/sign-in",
        "/ehr/patients/{dataPartitionId}/{personId}",
        "/fhir/r4/.well-known/smart-configuration",
        "/fhir/r4/.well-known/openid-configuration",
        "/fhir/r4/metadata",
        "/sandbox/catalogue",
        "/sandbox/accounts",
        "/sandbox/smart",
        "/sandbox/faults",
        "/sandbox/sensitive",
        "/sandbox/clock",
        "/sandbox/throttle",
        "/sandbox/oauth",
    ];

    /// <summary>What no seed decides, and why.</summary>
    private static readonly Dictionary<string, string> OfTheMoment = new()
    {
        ["/ehr/launch-keys"] = "keys are made at the start",
        ["/fhir/r4/auth/jwks"] = "keys are made at the start",
        ["/oauth/access"] = "a token is random",
        ["/oauth/access/keys/{version}"] = "keys are made at the start",
        ["/fhir/r4/auth/authorize"] = "a code is random",
        ["/fhir/r4/auth/consent"] = "a code is random",
        ["/fhir/r4/auth/token"] = "a token is random",
        ["/fhir/r4/auth/revoke"] = "about a token",
        ["/fhir/r4/auth/introspect"] = "about a token",
        ["/fhir/r4/Patient"] = "behind a token",
        ["/fhir/r4/Patient/{id}"] = "behind a token",
        ["/fhir/r4/Practitioner/{id}"] = "behind a token",
        ["/fhir/r4/Encounter/{id}"] = "behind a token",
        ["/ehr/launches/{dataPartitionId}/{personId}"] = "a launch is random",
        ["/ehr/sign-out"] = "about a session",
        ["/ehr/conduct"] = "an order",
        ["/sandbox/requests"] = "what was asked when",
        ["/sandbox/scenario"] = "how long it has run",
        ["/sandbox/reset"] = "an order",
        ["/sandbox/faults/{id}"] = "an order",
        ["/sandbox/accounts/rotate"] = "an order",
        ["/sandbox/oauth/revoke"] = "an order",
        ["/sandbox/events/retire"] = "an order",
        ["/sandbox/events/merge"] = "an order",
        ["/sandbox/events/split"] = "an order",
        ["/sandbox/events/change"] = "an order",
        ["/"] = "leads to the worklist",
    };

    [Fact]
    public async Task The_same_seed_answers_the_same_bytes_everywhere_and_another_does_not()
    {
        var (one, again, other) = (
            await DigestAsync(1, "C.UTF-8", "UTC"),
            await DigestAsync(1, "sv_SE.UTF-8", "Asia/Kolkata"),
            await DigestAsync(2, "C.UTF-8", "UTC")
        );

        Assert.True(one.Count > 500, $"{one.Count} answers");
        Assert.Equal(
            [],
            one.Keys.Concat(again.Keys)
                .Distinct()
                .Where(key => one.GetValueOrDefault(key) != again.GetValueOrDefault(key))
                .Take(10)
        );
        foreach (var api in new[] { "observation", "condition", "medication", "patient" })
            Assert.NotEqual(Of(api, one), Of(api, other));
    }

    /// <summary>A route that is new is in the digest, or it is said here why not.</summary>
    [Fact]
    public async Task Every_route_of_the_server_is_in_the_digest_or_of_the_moment()
    {
        await using var server = await SandboxServer.StartAsync(
            new SandboxOptions { Urls = "http://localhost:0", Patients = 0 },
            CancellationToken.None
        );
        var digested = TenantOperations.All.Select(operation => operation.Template).Concat(Pages);

        Assert.Equal(
            server
                .Operations.Select(operation => operation.Template)
                .Where(template => !template.EndsWith("{**path}", StringComparison.Ordinal))
                .Distinct()
                .Order(StringComparer.Ordinal),
            digested.Concat(OfTheMoment.Keys).Distinct().Order(StringComparer.Ordinal)
        );
    }

    private static string Of(string api, SortedDictionary<string, string> digests) =>
        string.Concat(
            digests
                .Where(x => x.Key.StartsWith($"GET /{api}/", StringComparison.Ordinal))
                .Select(x => x.Value)
        );

    private static async Task<SortedDictionary<string, string>> DigestAsync(
        int seed,
        string locale,
        string zone
    )
    {
        using var process = await SandboxProcess.StartAsync(seed, Patients, locale, zone);
        using var digest = new Digest(process.Address);
        foreach (var page in Pages)
            await digest.TakeAsync(
                "GET",
                page.Replace("{dataPartitionId}", SandboxHost.StBrigid, StringComparison.Ordinal)
                    .Replace("{personId}", "151579", StringComparison.Ordinal)
            );
        var answered = new HashSet<TenantOperation>();
        // The cases, whose ids do not depend on the seed, and some of the others.
        var people = (await digest.GetAsync("/sandbox/catalogue"))
            .EnumerateArray()
            .Where(x => !x.Text("name")!.EndsWith("thousand", StringComparison.Ordinal))
            .Select(x => x.Text("patientId"))
            .OfType<string>()
            .Distinct()
            .ToList();
        foreach (var patient in people.Take(Asked / 2).Concat(people.TakeLast(Asked / 2)))
        foreach (var operation in TenantOperations.All.Where(x => x.IsOfPatient))
            await TakeAsync(operation, patient);
        foreach (var operation in TenantOperations.All.Where(x => !x.IsOfPatient))
            await TakeAsync(operation, "");
        foreach (var status in (string[])["active", "completed", "final", "finished"])
        foreach (var (api, plural) in SandboxHost.Lists)
            await digest.TakeAsync(
                "GET",
                $"{SandboxHost.ListPath(SandboxHost.Analisa, api, plural)}?status={status}"
            );
        Assert.Equal([], TenantOperations.All.Except(answered).Select(x => x.ToString()));
        return digest.Answers;

        async Task TakeAsync(TenantOperation operation, string patient)
        {
            if (await operation.PathAsync(patient, digest.GetAsync) is not { } path)
                return;
            if (await digest.TakeAsync(operation.Method, path, operation.Body) == operation.Status)
                answered.Add(operation);
        }
    }

    /// <summary>What was answered, by what was asked; pages are followed to the last.</summary>
    private sealed class Digest(Uri address) : IDisposable
    {
        private readonly HttpClient _http = new()
        {
            BaseAddress = address,
            DefaultRequestHeaders =
            {
                Authorization = new AuthenticationHeaderValue("Bearer", SandboxOptions.BearerToken),
            },
        };

        public SortedDictionary<string, string> Answers { get; } = new(StringComparer.Ordinal);

        public async Task<JsonElement> GetAsync(string path)
        {
            using var answer = await _http.GetAsync(path);
            answer.EnsureSuccessStatusCode();
            return await SandboxHost.ReadAsync(answer);
        }

        public async Task<int> TakeAsync(string method, string path, string? body = null)
        {
            var status = 0;
            for (var next = path; next is not null; )
            {
                using var request = new HttpRequestMessage(new HttpMethod(method), next);
                if (body is not null)
                    request.Content = new StringContent(body, Encoding.UTF8, "application/json");
                using var answer = await _http.SendAsync(request);
                status = (int)answer.StatusCode;
                var text = await answer.Content.ReadAsStringAsync();
                // Where the server listens is not the seed's.
                var plain = text.Replace(address.Authority, "", StringComparison.Ordinal);
                Answers[
                    $"{method} {next.Replace(address.ToString(), "/", StringComparison.Ordinal)}"
                ] =
                    $"{status} {Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(plain)))}";
                next = null;
                if (method == "GET" && text.StartsWith('{'))
                    using (var page = JsonDocument.Parse(text))
                        next = page.RootElement.Text("nextLink");
            }
            return status;
        }

        public void Dispose() => _http.Dispose();
    }
}
