using System.Net;
using HealtheIntent.Client;
using HeiChartViewer.Tests.Unit.Client.Credentials.OAuth;
using HeiChartViewer.Tests.Unit.Client.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace HeiChartViewer.Tests.Unit.Client;

public sealed class HealtheIntentServiceCollectionExtensionsTests
{
    private const string Empty = """{"items":[]}""";

    [Fact]
    public async Task The_client_of_a_container_sends_through_the_whole_chain()
    {
        var transport = new StubTransport(
            (_, number) =>
                number == 1 ? Answer.With(HttpStatusCode.InternalServerError) : Answer.Ok(Empty)
        );
        await using var services = Services(transport, Settings()).BuildServiceProvider();

        await services.GetRequiredService<HealtheIntentClient>().Allergies().AllAsync();

        Assert.Equal(2, transport.Sent.Count);
        Assert.All(
            transport.Sent,
            sent => Assert.Equal($"Bearer {Wire.Token}", sent.Headers["Authorization"])
        );
    }

    [Fact]
    public async Task No_log_of_any_level_names_the_patient_the_address_or_the_credential()
    {
        var lines = new ListLogger();
        var transport = new StubTransport(
            (_, number) =>
                number switch
                {
                    1 => throw new HttpRequestException($"refused {Wire.Patient}"),
                    2 => Answer.With(HttpStatusCode.ServiceUnavailable, Wire.Patient),
                    _ => Answer.Ok(Empty),
                }
        );
        await using var services = Services(transport, Settings())
            .AddLogging(logging =>
                logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(lines)
            )
            .BuildServiceProvider();

        await services.GetRequiredService<HealtheIntentClient>().Allergies().AllAsync();

        Assert.Equal(
            [
                (LogLevel.Warning, "HealtheIntentFailure"),
                (LogLevel.Warning, "HealtheIntentAnswer"),
                (LogLevel.Debug, "HealtheIntentAnswer"),
            ],
            lines.Lines.Select(line => (line.Level, line.Id.Name!))
        );
        Assert.All(
            lines.Lines,
            line =>
            {
                foreach (
                    var secret in new[]
                    {
                        Wire.Patient,
                        Wire.Population,
                        Wire.Token,
                        "cernerdemo",
                        "limit=",
                    }
                )
                    Assert.DoesNotContain(secret, line.Line, StringComparison.Ordinal);
                Assert.Contains(
                    "/allergy/v1/populations/{populationId}/patients/{patientId}/allergies",
                    line.Line,
                    StringComparison.Ordinal
                );
            }
        );
    }

    [Fact]
    public async Task A_token_changed_in_the_configuration_is_used_without_a_restart()
    {
        var transport = StubTransport.Ok(Empty);
        var settings = Settings();
        await using var services = Services(transport, settings).BuildServiceProvider();
        var client = services.GetRequiredService<HealtheIntentClient>();

        await client.Allergies().AllAsync();
        settings["Platform:HealtheIntent:Credential:BearerToken"] = "renewed";
        settings.Reload();
        await client.Allergies().AllAsync();

        Assert.Equal(
            [$"Bearer {Wire.Token}", "Bearer renewed"],
            transport.Sent.Select(sent => sent.Headers["Authorization"])
        );
    }

    [Fact]
    public async Task A_configuration_spoilt_while_running_leaves_the_token_that_worked()
    {
        var transport = StubTransport.Ok(Empty);
        var settings = Settings();
        await using var services = Services(transport, settings).BuildServiceProvider();
        var client = services.GetRequiredService<HealtheIntentClient>();

        await client.Allergies().AllAsync();
        settings["Platform:HealtheIntent:Credential:BearerTokenFile"] = "/two/credentials";
        Assert.NotNull(Record.Exception(settings.Reload));
        await client.Allergies().AllAsync();

        Assert.Equal(
            2,
            transport.Sent.Count(sent => sent.Headers["Authorization"] == $"Bearer {Wire.Token}")
        );
    }

    [Fact]
    public async Task A_wrong_configuration_stops_the_start_and_names_every_key_in_full()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection([new("Platform:HealtheIntent:Tenant", "a.b")]);
        builder.Services.AddHealtheIntent(
            builder.Configuration.GetSection("Platform:HealtheIntent")
        );
        using var host = builder.Build();

        var error = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());

        Assert.Equal(
            [
                "Platform:HealtheIntent:Tenant",
                "Platform:HealtheIntent:Region",
                "Platform:HealtheIntent:Credential",
            ],
            error.Failures.Select(failure => failure.Split(' ')[0])
        );
    }

    [Fact]
    public async Task The_client_can_be_configured_in_code()
    {
        var transport = StubTransport.Ok(Empty);
        var services = new ServiceCollection();
        services
            .AddHealtheIntent(options =>
            {
                options.BaseAddress = new Uri("http://localhost:5090/");
                options.Credential.BearerToken = "sandbox";
            })
            .ConfigurePrimaryHttpMessageHandler(() => transport);
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredService<HealtheIntentClient>().Allergies().AllAsync();

        Assert.StartsWith(
            "http://localhost:5090/allergy/v1/",
            transport.Only.Address.AbsoluteUri,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_client_that_is_added_again_is_configured_further_and_has_one_chain()
    {
        var transport = StubTransport.Always(HttpStatusCode.InternalServerError);
        var services = Services(transport, Settings());
        services.AddHealtheIntent(options => options.Credential.BearerToken = "from-code");
        services.AddHealtheIntent(Settings().GetSection("Platform:HealtheIntent"));
        services.AddHealtheIntent(options => options.Resilience.RetryCount = 1);
        await using var provider = services.BuildServiceProvider();

        await Assert.ThrowsAsync<UnavailableException>(() =>
            provider.GetRequiredService<HealtheIntentClient>().Allergies().AllAsync()
        );

        // One after the first, and not one of each chain; each with one ID, which is the same for both.
        Assert.Equal(2, transport.Sent.Count);
        var ids = transport.Sent.Select(sent => sent.Headers["cerner-correlation-id"]);
        Assert.True(Guid.TryParse(Assert.Single(ids.Distinct()), out _));
        Assert.All(
            transport.Sent,
            sent => Assert.Equal($"Bearer {Wire.Token}", sent.Headers["Authorization"])
        );
        Assert.Single(provider.GetServices<HealtheIntentClient>());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_error_of_a_client_that_is_added_twice_is_told_once_with_its_section(
        bool sectionFirst
    )
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection([new("Platform:HealtheIntent:Tenant", "a.b")]);
        var section = builder.Configuration.GetSection("Platform:HealtheIntent");
        if (sectionFirst)
            builder.Services.AddHealtheIntent(section);
        builder.Services.AddHealtheIntent(options =>
        {
            options.Region = "us-1";
            options.Credential.BearerToken = "x";
        });
        if (!sectionFirst)
            builder.Services.AddHealtheIntent(section);
        using var host = builder.Build();

        var error = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());

        Assert.StartsWith(
            "Platform:HealtheIntent:Tenant ",
            Assert.Single(error.Failures),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Two_tenants_have_two_hosts_two_credentials_and_two_chains()
    {
        var first = StubTransport.Ok(Empty);
        var token = 0;
        var second = new StubTransport(
            (sent, _) =>
                sent.Address == TokenService.Address
                    ? TokenService.Issue(++token)
                    : Answer.Ok(Empty)
        );
        var settings = Settings();
        var services = Services(first, settings);
        services
            .AddHealtheIntent(
                "second",
                options =>
                {
                    options.Tenant = "playground";
                    options.Region = "emea-2";
                    options.Credential.ConsumerKey = TokenService.Key;
                    options.Credential.ConsumerSecret = TokenService.Secret;
                    options.Credential.OAuth.TokenAddress = TokenService.Address;
                }
            )
            .ConfigurePrimaryHttpMessageHandler(() => second);
        await using var provider = services.BuildServiceProvider();
        var one = provider.GetRequiredService<HealtheIntentClient>();
        var other = provider.GetRequiredKeyedService<HealtheIntentClient>("second");

        await one.Allergies().AllAsync();
        await other.Allergies().AllAsync();
        settings["Platform:HealtheIntent:Credential:BearerToken"] = "renewed";
        settings.Reload();
        await one.Allergies().AllAsync();
        await other.Allergies().AllAsync();

        Assert.NotSame(one, other);
        Assert.Equal(
            [$"Bearer {Wire.Token}", "Bearer renewed"],
            first.Sent.Select(sent => sent.Headers["Authorization"])
        );
        Assert.All(
            first.Sent,
            sent => Assert.Equal("cernerdemo.api.us-1.healtheintent.com", sent.Address.Host)
        );
        Assert.Equal(1, token);
        Assert.Equal(
            [
                TokenService.Address.Host,
                "playground.api.emea-2.healtheintent.com",
                "playground.api.emea-2.healtheintent.com",
            ],
            second.Sent.Select(sent => sent.Address.Host)
        );
        Assert.All(
            second.Sent.Skip(1),
            sent =>
                Assert.StartsWith("OAuth ", sent.Headers["Authorization"], StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_tenant_that_fails_opens_no_breaker_of_the_others()
    {
        var services = Services(
            StubTransport.Always(HttpStatusCode.InternalServerError),
            Settings()
        );
        var well = StubTransport.Ok(Empty);
        services
            .AddHealtheIntent("second", Settings().GetSection("Platform:HealtheIntent"))
            .ConfigurePrimaryHttpMessageHandler(() => well);
        await using var provider = services.BuildServiceProvider();
        var failing = provider.GetRequiredService<HealtheIntentClient>();
        UnavailableException? error = null;
        for (var i = 0; i < 20 && error?.Reason is not UnavailableReason.CircuitOpen; i++)
            error = await Assert.ThrowsAsync<UnavailableException>(() =>
                failing.Allergies().AllAsync()
            );

        Assert.Equal(UnavailableReason.CircuitOpen, error?.Reason);
        // The same host and API, by another client.
        await provider
            .GetRequiredKeyedService<HealtheIntentClient>("second")
            .Allergies()
            .AllAsync();
        Assert.Single(well.Sent);
    }

    [Fact]
    public async Task The_options_of_each_client_are_checked_at_the_start_under_their_own_section()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection([
            new("Second:Tenant", "a.b"),
            new("Second:Region", "us-1"),
            new("Second:Credential:BearerToken", "x"),
        ]);
        builder.Services.AddHealtheIntent(options =>
        {
            options.BaseAddress = new Uri("http://localhost:5090/");
            options.Credential.BearerToken = "sandbox";
        });
        builder.Services.AddHealtheIntent("second", builder.Configuration.GetSection("Second"));
        using var host = builder.Build();

        var error = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());

        Assert.Equal("second", error.OptionsName);
        Assert.StartsWith(
            "Second:Tenant ",
            Assert.Single(error.Failures),
            StringComparison.Ordinal
        );
    }

    private static ServiceCollection Services(StubTransport transport, IConfiguration settings)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(new SkippingTimeProvider());
        services
            .AddHealtheIntent(settings.GetSection("Platform:HealtheIntent"))
            .ConfigurePrimaryHttpMessageHandler(() => transport);
        return services;
    }

    private static IConfigurationRoot Settings() =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(
                new Dictionary<string, string?>
                {
                    ["Platform:HealtheIntent:Tenant"] = "cernerdemo",
                    ["Platform:HealtheIntent:Region"] = "us-1",
                    ["Platform:HealtheIntent:Credential:BearerToken"] = Wire.Token,
                }
            )
            .Build();
}
