using HealtheIntent.Client;

namespace HeiChartViewer.Tests.Unit.Client.Support;

/// <summary>An operation as it is asked of the sandbox.</summary>
/// <param name="Name">As in <see cref="Operations"/>.</param>
/// <param name="Api">The API whose grant it needs.</param>
/// <param name="Find">Finds, as an account that may read everything, the ID to ask for; null where none is needed.</param>
/// <param name="Call">Asks, and says how much came.</param>
internal sealed record SandboxOperation(
    string Name,
    string Api,
    Func<HealtheIntentClient, Task<string>>? Find,
    Func<HealtheIntentClient, string, Task<int>> Call
);
