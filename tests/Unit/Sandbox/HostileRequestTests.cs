using System.Text;
using HeiChartViewer.Tests.Unit.Sandbox.Fuzz;

namespace HeiChartViewer.Tests.Unit.Sandbox;

public sealed class HostileRequestTests(SandboxHost host) : IClassFixture<SandboxHost>
{
    [Fact]
    public async Task Two_thousand_hostile_requests_never_break_the_tenant()
    {
        var random = new Random(20261123);
        var broken = new List<string>();
        for (var number = 0; number < 2_000; number++)
        {
            using var request = Request(random, number);
            using var answer = await host.Client.SendAsync(request);
            var status = (int)answer.StatusCode;
            var body = await answer.Content.ReadAsStringAsync();
            if (status >= 500)
                broken.Add($"{status} {request.Method} {request.RequestUri}");
            // What the web server itself refuses has no body; what the tenant refuses has an envelope.
            else if (status >= 400 && body.StartsWith('{'))
                Assert.StartsWith($"{{\"code\":{status},", body, StringComparison.Ordinal);
        }

        Assert.Empty(broken);
        Assert.Equal("sandbox", (await host.GetAsync("/tenant/v1/tenant")).Text("mnemonic"));
    }

    // What is escaped already, well or badly, goes as it is.
    private static string Escaped(string poison) =>
        poison.Contains('%', StringComparison.Ordinal) ? poison : Uri.EscapeDataString(poison);

    private HttpRequestMessage Request(Random random, int number)
    {
        string Bad() =>
            random.Next(8) == 0
                ? new string('A', random.Next(1, 3000))
                : Escaped(HostilePools.Poison[random.Next(HostilePools.Poison.Count)]);
        var (api, plural) = SandboxHost.Lists[random.Next(SandboxHost.Lists.Count)];
        var list = SandboxHost.ListPath(SandboxHost.Analisa, api, plural);
        var request = (number % 8) switch
        {
            0 => Get($"{list}?limit={Bad()}&cursor={Bad()}&status={Bad()}"),
            1 => Get($"{list}/{Bad()}"),
            2 => Get($"/{api}/v1/populations/{Bad()}/patients/{Bad()}/{plural}"),
            3 => Get(
                $"/patient/v1/populations/{SandboxHost.Population}/patient-id-lookup?dataPartitionId={Bad()}&sourcePersonId={Bad()}"
            ),
            4 => Post(
                $"/patient/v1/populations/{SandboxHost.Population}/patient-search?limit={random.Next(-2, 120)}&offset={Bad()}"
            ),
            5 => Get($"/ehr?q={Bad()}"),
            6 => Get($"/ehr/patients/{Bad()}/{Bad()}?frame={Bad()}&frames={Bad()}"),
            _ => new HttpRequestMessage(
                random.Next(2) == 0 ? HttpMethod.Delete : HttpMethod.Put,
                new Uri(host.Server.BaseAddress, list)
            ),
        };
        if (random.Next(5) == 0)
            request.Headers.TryAddWithoutValidation(
                "Authorization",
                $"Bearer {Uri.EscapeDataString(Bad())}"
            );
        return request;

        HttpRequestMessage Get(string path) =>
            new(HttpMethod.Get, new Uri(host.Server.BaseAddress, path));

        HttpRequestMessage Post(string path) =>
            new(HttpMethod.Post, new Uri(host.Server.BaseAddress, path))
            {
                Content = new StringContent(
                    HostilePools.Bodies[random.Next(HostilePools.Bodies.Count)],
                    Encoding.UTF8,
                    "application/json"
                ),
            };
    }
}
