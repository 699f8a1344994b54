namespace HeiChartViewer.Sandbox;

public sealed class Program
{
    public static void Main() { }
}

public sealed class SandboxOptions
{
    public const string BearerToken = "sandbox-bearer-token";
    public const string PopulationId = "1424e81d-8cea-4d6b-b140-d6630b684a58";
}

public sealed record P(string Id, string Name);

public sealed class SandboxServer : IAsyncDisposable
{
    public static Task<SandboxServer> StartAsync(SandboxOptions o, CancellationToken ct) =>
        Task.FromResult(new SandboxServer());

    public Uri BaseAddress => new("http://localhost:5090/");
    public Uri EhrAddress => new("http://localhost:5090/ehr");
    public Uri? AppUrl { get; set; }
    public IReadOnlyList<P> DataPartitions =>
        [new("877307a0-b5f5-4a01-9d4b-9fead6bcf788", "St. Brigid Millennium")];

    public ValueTask DisposeAsync() => default;
}
