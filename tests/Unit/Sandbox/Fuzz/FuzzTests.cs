using System.Text.Json;
using HeiChartViewer.Tests.Unit.Sandbox.Contract;

namespace HeiChartViewer.Tests.Unit.Sandbox.Fuzz;

/// <summary>Requests made of broken pieces, from a seed: fifty thousand take some seconds, and each takes its own way.</summary>
public sealed class FuzzTests
{
    private const int Requests = 50_000;

    [Fact]
    public async Task Fifty_thousand_hostile_requests_get_no_500_and_no_byte_that_was_not_granted()
    {
        await using var tenant = await FuzzTenant.StartAsync(20261123);
        var patients = await PatientsAsync(tenant);
        tenant.Requests.Known["patientId"].AddRange(patients);
        var markers = await LeakMarkers.LearnAsync(tenant.Server, patients, tenant.Requests);
        // Every kind of read has pieces by which it would be known in a wrong answer.
        Assert.Equal(
            [],
            TenantOperations
                .All.Where(operation => operation.Method == "GET")
                .Select(operation => operation.ToString())
                .Except(markers.Operations)
        );
        var (broken, leaked, obeyed, unmarked) = (
            new List<string>(),
            new List<string>(),
            new List<string>(),
            0
        );
        var answered = new Dictionary<int, int>();
        var served = new HashSet<string>();
        for (var number = 0; number < Requests; number++)
        {
            if (number % 500 == 0)
                await tenant.SignInAtEhrAsync();
            var (credential, grants) = tenant.Credential();
            var request = tenant.Requests.Next(credential);

            var (status, text, sent) = await tenant.SendAsync(request);

            answered[status] = answered.GetValueOrDefault(status) + 1;
            if (status < 400)
                served.Add(request.Template);
            if (status >= 500 && !await IsOrderedAsync(tenant, request))
                broken.Add($"{number}: {status} {request} {request.Body} {text}");
            if (!sent.ContainsKey("cerner-correlation-id"))
                unmarked++;
            if (IsControl(request) && status < 400)
                obeyed.Add($"{number}: {status} {request}");
            if (grants is not null && markers.Leaked(text, grants) is { } leak)
                leaked.Add($"{number}: to {string.Join(", ", grants)}: {request}: {leak}");
        }

        Assert.True(broken.Count == 0, string.Join('\n', broken.Take(5)));
        Assert.True(leaked.Count == 0, string.Join('\n', leaked.Take(5)));
        Assert.True(obeyed.Count == 0, string.Join('\n', obeyed.Take(5)));
        Assert.Equal(0, unmarked);
        // The requests were not all turned away at the door: every read was served to somebody. The staff come and go.
        Assert.Equal(
            [],
            TenantOperations
                .All.Where(operation => operation.Method == "GET")
                .Select(operation => operation.Template)
                .Where(template => !template.StartsWith("/personnel/", StringComparison.Ordinal))
                .Except(served)
        );
        Assert.All(
            (int[])[200, 302, 400, 401, 403, 404],
            status => Assert.True(answered.GetValueOrDefault(status) > 50, $"{status}")
        );
    }

    /// <summary>The one 500 that a stranger can order: the EHR's page lets anybody choose a misbehaviour.</summary>
    private static async Task<bool> IsOrderedAsync(FuzzTenant tenant, HostileRequest request)
    {
        if (!request.Path.EndsWith("/auth/token", StringComparison.Ordinal))
            return false;
        var (_, text) = await tenant.OrderAsync("GET", "/sandbox/smart");
        return text.Contains("\"misbehaviour\":\"tokenError\"", StringComparison.Ordinal);
    }

    private static bool IsControl(HostileRequest request) =>
        request.Template.StartsWith("/sandbox/", StringComparison.Ordinal);

    private static async Task<string[]> PatientsAsync(FuzzTenant tenant)
    {
        var (_, text) = await tenant.OrderAsync("GET", "/sandbox/catalogue");
        using var catalogue = JsonDocument.Parse(text);
        return
        [
            .. catalogue
                .RootElement.EnumerateArray()
                .Where(entry => entry.Text("name") is "analisa" or "bleed-1" or "documents")
                .Select(entry => entry.Text("patientId")!),
        ];
    }
}
