using HeiChartViewer.Sandbox.Population;

namespace HeiChartViewer.Sandbox.Control;

/// <summary>Bad days that have a name.</summary>
internal static class Scenarios
{
    public static readonly IReadOnlyDictionary<
        string,
        (string What, IReadOnlyList<ScenarioStep> Steps)
    > All = new Dictionary<string, (string, IReadOnlyList<ScenarioStep>)>
    {
        ["slow-morning"] = (
            "Everything takes its time; from the second minute on each account is throttled.",
            [
                new() { Faults = [Latency(300, 3_000)] },
                new()
                {
                    AfterMs = 60_000,
                    Throttle = new() { PerSecond = 5, Burst = 20 },
                },
                new() { AfterMs = 300_000, Clear = true },
            ]
        ),
        ["outage"] = (
            "A load balancer answers for a tenant that is gone, then the tenant comes back overloaded.",
            [
                new() { Faults = [Status(502)] },
                new()
                {
                    AfterMs = 20_000,
                    Clear = true,
                    Faults = [Status(503)],
                },
                new()
                {
                    AfterMs = 40_000,
                    Clear = true,
                    Faults = [Latency(800, 8_000), Status(504) with { Probability = 0.3 }],
                },
                new() { AfterMs = 60_000, Clear = true },
            ]
        ),
        ["shaky-network"] = (
            "One answer in five is reset, cut short, hangs in the middle or is not the tenant's.",
            [
                new()
                {
                    Faults =
                    [
                        new() { Kind = FaultKind.Reset, Probability = 0.05 },
                        new() { Kind = FaultKind.Truncate, Probability = 0.05 },
                        new() { Kind = FaultKind.StallMidBody, Probability = 0.05 },
                        new() { Kind = FaultKind.WrongContentType, Probability = 0.05 },
                    ],
                },
                new() { AfterMs = 120_000, Clear = true },
            ]
        ),
        ["regrouped"] = (
            "Analisa's claims turn out to be somebody else's; a minute later the filter of sensitive data goes on.",
            [
                new()
                {
                    Split = new()
                    {
                        PatientId = "a2f6a16d-1331-4ccc-8f70-6c4d953ba70b",
                        DataPartitionId = DataPartition.Northgate.Id,
                    },
                },
                new()
                {
                    AfterMs = 60_000,
                    Sensitive = new() { On = true },
                },
            ]
        ),
        ["rotation"] = (
            "The bearer token of the account full is replaced, then the token service refuses it for a while.",
            [
                new()
                {
                    Rotate = new() { Account = "full", OverlapSeconds = 60 },
                },
                new()
                {
                    AfterMs = 60_000,
                    OAuth = new() { Problem = "permission_denied", Account = "full" },
                },
                new() { AfterMs = 90_000, OAuth = new() },
            ]
        ),
    };

    private static FaultOrder Latency(int p50, int p99) =>
        new()
        {
            Kind = FaultKind.Latency,
            P50Ms = p50,
            P99Ms = p99,
        };

    private static FaultOrder Status(int status) =>
        new() { Kind = FaultKind.Status, Status = status };
}
