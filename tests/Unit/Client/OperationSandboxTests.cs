using HealtheIntent.Client;
using HeiChartViewer.Sandbox;
using HeiChartViewer.Sandbox.Credentials;
using HeiChartViewer.Tests.Unit.Client.Support;

namespace HeiChartViewer.Tests.Unit.Client;

/// <summary>
/// Every operation, asked of the sandbox over HTTP: two readings of one contract, which were written apart.
/// </summary>
public sealed class OperationSandboxTests(OperationSandboxTests.Tenant tenant)
    : IClassFixture<OperationSandboxTests.Tenant>
{
    public static TheoryData<string> Names =>
        [.. SandboxOperations.All.Select(operation => operation.Name)];

    [Fact]
    public void Every_operation_of_the_client_is_asked_of_the_sandbox() =>
        Assert.Equal(
            Operations.All.Select(operation => operation.Name).Order(StringComparer.Ordinal),
            SandboxOperations.All.Select(operation => operation.Name).Order(StringComparer.Ordinal)
        );

    [Theory]
    [MemberData(nameof(Names))]
    public async Task What_the_sandbox_has_is_read(string name)
    {
        var operation = Of(name);
        using var client = tenant.Client(SandboxOptions.BearerToken);

        var count = await operation.Call(client, await FindAsync(operation, client));

        Assert.InRange(count, 1, int.MaxValue);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task An_account_that_was_granted_every_other_api_is_told_which_is_missing(
        string name
    )
    {
        var operation = Of(name);
        using var full = tenant.Client(SandboxOptions.BearerToken);
        using var client = tenant.Client(Tenant.TokenWithout(operation.Api));
        var id = await FindAsync(operation, full);

        var error = await Assert.ThrowsAsync<NotGrantedException>(() => operation.Call(client, id));

        Assert.Equal(operation.Api, error.Api);
        Assert.NotNull(error.CorrelationId);
    }

    private static SandboxOperation Of(string name) =>
        SandboxOperations.All.Single(operation => operation.Name == name);

    private static async Task<string> FindAsync(
        SandboxOperation operation,
        HealtheIntentClient client
    ) => operation.Find is { } find ? await find(client) : "";

    /// <summary>A sandbox with an account for each API that has all grants but that one.</summary>
    public sealed class Tenant : IAsyncLifetime
    {
        private static readonly string[] Apis =
        [
            .. SandboxOperations.All.Select(operation => operation.Api).Distinct(),
        ];

        private SandboxServer _server = null!;

        public static string TokenWithout(string api) => $"token-without-{api}";

        public HealtheIntentClient Client(string token) =>
            HealtheIntentClient.Create(
                new HealtheIntentOptions
                {
                    BaseAddress = _server.BaseAddress,
                    Credential = { BearerToken = token },
                }
            );

        public async Task InitializeAsync()
        {
            var options = new SandboxOptions { Urls = "http://localhost:0", Patients = 0 };
            foreach (var api in Apis)
                options.Accounts.Add(
                    new SystemAccountOptions
                    {
                        Name = $"without {api}",
                        BearerToken = TokenWithout(api),
                        Grants = [.. Apis.Except([api])],
                    }
                );
            _server = await SandboxServer.StartAsync(options);
        }

        public async Task DisposeAsync() => await _server.DisposeAsync();
    }
}
