using System.Text.Json;
using System.Text.Json.Nodes;
using HeiChartViewer.Sandbox;

namespace HeiChartViewer.Tests.Unit.Sandbox.Fuzz;

/// <summary>The control obeys whoever is at this machine, and is broken by none of their orders.</summary>
public sealed class ControlFuzzTests
{
    private const int Requests = 6_000;

    /// <summary>A good order for every operation that takes one; what is sent are these with a piece of them broken.</summary>
    private static readonly Dictionary<string, string[]> Orders = new()
    {
        ["/sandbox/faults"] =
        [
            """{"faults":[{"api":"allergy","resource":"allergies","patientId":"a2f6a16d-1331-4ccc-8f70-6c4d953ba70b","sourcePersonId":"151579","page":1,"kind":"status","status":503,"retryAfterSeconds":1,"probability":0.5,"times":2}]}""",
            """{"faults":[{"kind":"delay","delayMs":5},{"kind":"latency","p50Ms":1,"p99Ms":9}]}""",
            """{"faults":[{"kind":"truncate","times":1},{"kind":"reset","times":1},{"kind":"stallMidBody","times":1}]}""",
        ],
        ["/sandbox/reset"] = ["{}"],
        ["/sandbox/throttle"] =
        [
            """{"account":"full","perSecond":5,"burst":20,"retryAfter":true}""",
        ],
        ["/sandbox/events/retire"] = ["""{"patientId":"a2f6a16d-1331-4ccc-8f70-6c4d953ba70b"}"""],
        ["/sandbox/events/merge"] =
        [
            """{"patientId":"0ea2a340-8953-3a51-9f28-9643badc04fe","intoPatientId":"a2f6a16d-1331-4ccc-8f70-6c4d953ba70b"}""",
        ],
        ["/sandbox/events/split"] =
        [
            """{"patientId":"a2f6a16d-1331-4ccc-8f70-6c4d953ba70b","dataPartitionId":"c1b7a8d4-27be-4a65-8d0b-1d3e9a40b6f3"}""",
        ],
        ["/sandbox/events/change"] =
        [
            """{"patientId":"a2f6a16d-1331-4ccc-8f70-6c4d953ba70b","resource":"allergies","change":"added","recordId":null,"afterPage":1}""",
            """{"patientId":"a2f6a16d-1331-4ccc-8f70-6c4d953ba70b","resource":"conditions","change":"removed"}""",
        ],
        ["/sandbox/sensitive"] = ["""{"on":true,"terms":["potassium","HIV"]}"""],
        ["/sandbox/clock"] = ["""{"offsetSeconds":-600}"""],
        ["/sandbox/accounts/rotate"] = ["""{"account":"limited","overlapSeconds":60}"""],
        ["/sandbox/oauth"] =
        [
            """{"problem":"token_rejected","account":"full","times":1,"tokenSeconds":60,"authorizationSeconds":600}""",
        ],
        ["/sandbox/oauth/revoke"] = ["""{"account":"full"}"""],
        ["/sandbox/smart"] = ["""{"misbehaviour":"slowToken","delayMs":5}"""],
        ["/sandbox/scenario"] =
        [
            """{"name":"outage"}""",
            """{"steps":[{"afterMs":0,"clear":true,"faults":[{"kind":"reset","times":1}],"throttle":{"perSecond":50,"burst":20},"sensitive":{"on":false},"clock":{"offsetSeconds":1},"retire":{"patientId":"x"},"merge":{"patientId":"x"},"split":{"patientId":"x"},"change":{"change":"added"},"rotate":{"account":"results"},"oAuth":{"times":1}}]}""",
        ],
    };

    private static readonly string[] Reads =
    [
        $"/patient/v1/populations/{SandboxHost.Population}/patients/{SandboxHost.Analisa}/demographics",
        $"/allergy/v1/populations/{SandboxHost.Population}/patients/{SandboxHost.Analisa}/allergies",
        $"/condition/v1/populations/{SandboxHost.Population}/patients/{SandboxHost.Analisa}/conditions",
        "/consumer/v1/consumers",
        $"/legacy/record/api/populations/{SandboxHost.Population}/people",
        "/tenant/v1/tenant",
    ];

    [Fact]
    public async Task Broken_orders_are_refused_and_break_neither_the_control_nor_the_tenant()
    {
        await using var tenant = await FuzzTenant.StartAsync(20261124);
        var operations = tenant
            .Operations.Where(x => x.Template.StartsWith("/sandbox/", StringComparison.Ordinal))
            .ToArray();
        // Whoever adds an order says here what a good one is.
        Assert.Equal(
            [],
            operations.Where(x => x.Method == "POST").Select(x => x.Template).Except(Orders.Keys)
        );
        var (broken, unordered) = (new List<string>(), new List<string>());
        var followed = new Dictionary<string, int>();
        var refused = new Dictionary<string, int>();
        for (var number = 0; number < Requests; number++)
        {
            var (method, template) = tenant.Requests.Pick(operations);
            var path = template.Replace("{id}", "1", StringComparison.Ordinal);
            var body = method == "POST" ? Order(tenant.Requests, template) : null;
            var (status, text) = await tenant.OrderAsync(method, path, body);
            if (status is >= 500 or < 200)
                broken.Add($"{number}: {status} {method} {path} {body} {text}");
            if (method == "POST")
            {
                var counts = status < 400 ? followed : refused;
                counts[template] = counts.GetValueOrDefault(template) + 1;
            }

            var read = tenant.Requests.Pick(Reads);
            var (answered, answer, _) = await tenant.Server.SendAsync(
                "GET",
                read,
                "",
                [("Authorization", $"Bearer {SandboxOptions.BearerToken}")],
                null
            );
            if (answered >= 500 && !await IsOrderedAsync(tenant, answered))
                unordered.Add(
                    $"{number}: {answered} {read} after {method} {path} {body}: {answer}"
                );
            // An outage that is never over would let nothing else be seen.
            if (number % 20 == 0)
                await tenant.OrderAsync("POST", "/sandbox/reset");
        }

        Assert.True(broken.Count == 0, string.Join('\n', broken.Take(5)));
        Assert.True(unordered.Count == 0, string.Join('\n', unordered.Take(5)));
        Assert.Equal([], Orders.Keys.Except(followed.Keys));
        Assert.Equal(["/sandbox/reset"], Orders.Keys.Except(refused.Keys));
        await tenant.OrderAsync("POST", "/sandbox/reset");
        foreach (var read in Reads)
        {
            var (status, _, _) = await tenant.Server.SendAsync(
                "GET",
                read,
                "",
                [("Authorization", $"Bearer {SandboxOptions.BearerToken}")],
                null
            );
            Assert.Equal(200, status);
        }
    }

    private static async Task<bool> IsOrderedAsync(FuzzTenant tenant, int status)
    {
        var (_, text) = await tenant.OrderAsync("GET", "/sandbox/faults");
        using var states = JsonDocument.Parse(text);
        return states
            .RootElement.EnumerateArray()
            .Any(state =>
                state.GetProperty("struck").GetInt32() > 0
                && state.GetProperty("fault").Text("kind") == "status"
                && state.GetProperty("fault").GetProperty("status").GetInt32() == status
            );
    }

    private static string Order(HostileRequests requests, string template)
    {
        var order = JsonNode.Parse(requests.Pick(Orders[template]))!;
        return requests.Draw(6) switch
        {
            0 => order.ToJsonString(),
            1 => requests.Pick(HostilePools.Bodies),
            _ => Broken(requests, order),
        };
    }

    /// <summary>The order with one of its values, at any depth, replaced by something else.</summary>
    private static string Broken(HostileRequests requests, JsonNode order)
    {
        const string Hole = "\"hole\"";
        var places = Places(order).ToArray();
        if (places.Length == 0)
            return requests.Pick(HostilePools.Json);
        requests.Pick(places)(JsonValue.Create("hole")!);
        return order
            .ToJsonString()
            .Replace(Hole, requests.Pick(HostilePools.Json), StringComparison.Ordinal);
    }

    private static IEnumerable<Action<JsonNode>> Places(JsonNode? node) =>
        node switch
        {
            JsonObject one => one.SelectMany(member =>
                Places(member.Value).Prepend(value => one[member.Key] = value)
            ),
            JsonArray many => Enumerable
                .Range(0, many.Count)
                .SelectMany(i => Places(many[i]).Prepend(value => many[i] = value)),
            _ => [],
        };
}
