using System.Net;
using HealtheIntent.Client;

namespace HeiChartViewer.Tests.Unit.Client.Support;

/// <summary>An operation of the client as it goes over the wire: what is called, what is sent, what comes back.</summary>
/// <param name="Name">The property of the client and the method, as in <c>Allergies.ListAsync</c>.</param>
/// <param name="Address">The address that is asked first.</param>
/// <param name="Sample">An answer with every member the contract names.</param>
/// <param name="Call">Calls it with the vendor's example IDs, and reads what it gives to the end.</param>
internal sealed record Operation(
    string Name,
    string Address,
    string Sample,
    Func<HealtheIntentClient, Task> Call
)
{
    public HttpMethod Method => Body is null ? HttpMethod.Get : HttpMethod.Post;

    /// <summary>What is sent with it; null where nothing is.</summary>
    public string? Body { get; init; }

    public string Accept { get; init; } = "application/json";

    /// <summary>The statuses other than 200 that answer its question.</summary>
    public IReadOnlyList<HttpStatusCode> Answers { get; init; } = [];

    /// <summary>Whether it reads its answer as JSON.</summary>
    public bool ReadsJson => Accept is "application/json";

    public override string ToString() => Name;
}
