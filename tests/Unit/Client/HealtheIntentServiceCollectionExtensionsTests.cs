using System.Net;
using HealtheIntent.Client;
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
