using HealtheIntent.Client;
using HeiChartViewer.Tests.Unit.Client.Support;
using Microsoft.Extensions.Options;

namespace HeiChartViewer.Tests.Unit.Client;

public sealed class HealtheIntentOptionsValidatorTests
{
    [Fact]
    public void Every_error_is_told_at_once_and_names_its_key()
    {
        var options = new HealtheIntentOptions
        {
            Tenant = "a.b",
            PopulationId = " ",
            Credential = { BearerToken = "secret", BearerTokenFile = "also" },
            Limits =
            {
                MaxResponseBytes = 0,
                MaxBinaryBytes = 0,
                BinaryStallTimeout = TimeSpan.Zero,
                MaxPages = 0,
                MaxSessionBytes = -1,
            },
            Resilience =
            {
                AttemptTimeout = TimeSpan.Zero,
                TotalTimeout = TimeSpan.FromSeconds(-1),
                RetryCount = -1,
                RetryBaseDelay = TimeSpan.FromSeconds(9),
                RetryMaxDelay = TimeSpan.FromSeconds(8),
                MinimumThroughput = 1,
                FailureRatio = 2,
                SamplingDuration = TimeSpan.Zero,
                BreakDuration = TimeSpan.Zero,
                MaxConcurrentCalls = 0,
                MaxQueuedCalls = -1,
                Throttle =
                {
                    MinRate = 0,
                    InitialRate = -1,
                    Decrease = 1,
                    ProbeInterval = 0,
                    BurstTime = TimeSpan.FromSeconds(-1),
                    Memory = TimeSpan.Zero,
                    PauseLimit = TimeSpan.Zero,
                    BackgroundShare = 1,
                },
            },
        };

        var error = Assert.Throws<OptionsValidationException>(() =>
            HealtheIntentClient.Create(options)
        );

        string[] keys =
        [
            "PopulationId",
            "Tenant",
            "Region",
            "Credential:BearerToken",
            "Resilience:AttemptTimeout",
            "Resilience:TotalTimeout",
            "Resilience:RetryCount",
            "Resilience:RetryBaseDelay",
            "Resilience:RetryMaxDelay",
            "Resilience:MinimumThroughput",
            "Resilience:FailureRatio",
            "Resilience:SamplingDuration",
            "Resilience:BreakDuration",
            "Resilience:MaxConcurrentCalls",
            "Resilience:MaxQueuedCalls",
            "Resilience:Throttle:MinRate",
            "Resilience:Throttle:InitialRate",
            "Resilience:Throttle:Decrease",
            "Resilience:Throttle:ProbeInterval",
            "Resilience:Throttle:BurstTime",
            "Resilience:Throttle:Memory",
            "Resilience:Throttle:PauseLimit",
            "Resilience:Throttle:BackgroundShare",
            "Limits:MaxResponseBytes",
            "Limits:MaxBinaryBytes",
            "Limits:BinaryStallTimeout",
            "Limits:MaxPages",
            "Limits:MaxSessionBytes",
        ];
        Assert.Equal(keys, error.Failures.Select(failure => failure.Split(' ')[0]));
        Assert.DoesNotContain("secret", error.Message, StringComparison.Ordinal);
        // An option that is added is checked, and stands above.
        Assert.All(
            new[] { typeof(ResilienceOptions), typeof(ThrottleOptions), typeof(LimitOptions) }
                .SelectMany(type => type.GetProperties())
                .Where(property => property.PropertyType.IsValueType),
            property =>
                Assert.Contains(
                    keys,
                    key => key.EndsWith($":{property.Name}", StringComparison.Ordinal)
                )
        );
    }

    [Fact]
    public void The_defaults_need_only_a_place_and_a_credential()
    {
        using var client = HealtheIntentClient.Create(Wire.Options());

        Assert.NotNull(client.Patients);
    }

    [Fact]
    public void With_a_base_address_neither_tenant_nor_region_is_needed()
    {
        using var client = HealtheIntentClient.Create(
            new HealtheIntentOptions
            {
                BaseAddress = new Uri("http://localhost:5090/"),
                Credential = { BearerTokenVariable = "SANDBOX_TOKEN" },
            }
        );

        Assert.NotNull(client.Patients);
    }

    public static TheoryData<CredentialOptions, string[]> WrongCredentials =>
        new()
        {
            { new(), ["Credential"] },
            {
                new()
                {
                    BearerToken = "x",
                    ConsumerKey = "x",
                    ConsumerSecret = "x",
                    OAuth = Asking,
                },
                ["Credential"]
            },
            {
                new() { BearerToken = "x", BearerTokenVariable = "x" },
                ["Credential:BearerToken"]
            },
            {
                new() { ConsumerKey = "x", OAuth = Asking },
                ["Credential:ConsumerSecret"]
            },
            {
                new() { ConsumerSecretFile = "x", OAuth = Asking },
                ["Credential:ConsumerKey"]
            },
            {
                new()
                {
                    ConsumerKey = "x",
                    ConsumerKeyFile = "x",
                    ConsumerSecret = "x",
                    ConsumerSecretVariable = "x",
                    OAuth =
                    {
                        TokenAddress = new Uri("http://oauth.example/access"),
                        SignatureMethod = (OAuthSignatureMethod)7,
                        Principal = " ",
                    },
                },
                [
                    "Credential:ConsumerKey",
                    "Credential:ConsumerSecret",
                    "Credential:OAuth:TokenAddress",
                    "Credential:OAuth:SignatureMethod",
                    "Credential:OAuth:Principal",
                ]
            },
            {
                new() { ConsumerKey = "x", ConsumerSecret = "x" },
                ["Credential:OAuth:TokenAddress"]
            },
        };

    private static OAuthOptions Asking =>
        new() { TokenAddress = OAuthEnvironment.Production.TokenAddress };

    [Theory]
    [MemberData(nameof(WrongCredentials), DisableDiscoveryEnumeration = true)]
    public void A_credential_is_of_one_kind_complete_and_in_one_place(
        CredentialOptions credential,
        string[] keys
    )
    {
        var options = Wire.Options();
        options.Credential = credential;

        var error = Assert.Throws<OptionsValidationException>(() =>
            HealtheIntentClient.Create(options)
        );

        Assert.Equal(keys, error.Failures.Select(failure => failure.Split(' ')[0]));
    }

    [Fact]
    public void A_consumer_key_with_its_secret_needs_a_place_to_ask_for_tokens()
    {
        var options = Wire.Options();
        options.Credential = new()
        {
            ConsumerKeyFile = "key",
            ConsumerSecretVariable = "SECRET",
            OAuth = Asking,
        };

        using var client = HealtheIntentClient.Create(options);

        Assert.NotNull(client.Patients);
    }

    [Fact]
    public void A_base_address_off_the_machine_must_be_https()
    {
        var options = Wire.Options();
        options.BaseAddress = new Uri("http://gateway.example/");

        var error = Assert.Throws<OptionsValidationException>(() =>
            HealtheIntentClient.Create(options)
        );

        Assert.StartsWith("BaseAddress ", Assert.Single(error.Failures), StringComparison.Ordinal);
    }
}
