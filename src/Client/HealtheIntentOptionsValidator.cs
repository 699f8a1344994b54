using Microsoft.Extensions.Options;

namespace HealtheIntent.Client;

/// <summary>Finds every error of one client's options at once, and names the key of each.</summary>
internal sealed class HealtheIntentOptionsValidator(string name)
    : IValidateOptions<HealtheIntentOptions>
{
    private const int MaxRetryCount = 10;
    private static readonly TimeSpan MinTimeout = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan MaxTimeout = TimeSpan.FromHours(1);
    private static readonly TimeSpan MinBreakDuration = TimeSpan.FromMilliseconds(500);

    /// <summary>The client whose options these are.</summary>
    public string Name { get; } = name;

    /// <summary>The section of the configuration that its keys are in; empty when it is configured in code alone.</summary>
    public string Section { get; set; } = "";

    public ValidateOptionsResult Validate(string? name, HealtheIntentOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (name != Name)
            return ValidateOptionsResult.Skip;
        var errors = new Errors(Section);
        CheckPlace(errors, options);
        CheckCredential(errors, options.Credential);
        CheckResilience(errors, options.Resilience);
        CheckThrottle(errors, options.Resilience.Throttle);
        errors.Require(
            options.Limits.MaxResponseBytes >= 1024,
            "Limits:MaxResponseBytes",
            "must be 1024 or more"
        );
        errors.Require(
            options.Limits.MaxBinaryBytes >= 1024,
            "Limits:MaxBinaryBytes",
            "must be 1024 or more"
        );
        errors.Require(
            options.Limits.BinaryStallTimeout >= MinTimeout
                && options.Limits.BinaryStallTimeout <= MaxTimeout,
            "Limits:BinaryStallTimeout",
            "must be between 10 milliseconds and an hour"
        );
        errors.Require(options.Limits.MaxPages >= 1, "Limits:MaxPages", "must be 1 or more");
        errors.Require(
            options.Limits.MaxSessionBytes >= 0,
            "Limits:MaxSessionBytes",
            "must be 0 or more"
        );
        return errors.All.Count == 0
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(errors.All);
    }

    private static void CheckPlace(Errors errors, HealtheIntentOptions options)
    {
        errors.Require(
            options.PopulationId is null || !string.IsNullOrWhiteSpace(options.PopulationId),
            "PopulationId",
            "must not be blank when it is set"
        );
        if (options.BaseAddress is { } address)
        {
            errors.Require(
                EndpointResolver.IsAcceptable(address),
                "BaseAddress",
                "must be absolute, https (or http on the machine itself), without user, query and fragment"
            );
            return;
        }
        errors.Require(
            HostLabel.IsValid(options.Tenant),
            "Tenant",
            "must be the tenant's mnemonic: letters, digits and inner hyphens"
        );
        errors.Require(
            HostLabel.IsValid(options.Region),
            "Region",
            "must be a region such as us-1: letters, digits and inner hyphens"
        );
    }

    private static void CheckCredential(Errors errors, CredentialOptions credential)
    {
        var isBearer = credential.Bearer.Given > 0;
        var isConsumer = credential.Key.Given > 0 || credential.Secret.Given > 0;
        if (isBearer == isConsumer)
            errors.Require(
                false,
                "Credential",
                $"must have exactly one kind: one of {credential.Bearer.Keys}; or one of {credential.Key.Keys}, with one of {credential.Secret.Keys}"
            );
        foreach (var place in new[] { credential.Bearer, credential.Key, credential.Secret })
            errors.Require(
                place.Given <= 1,
                $"Credential:{place.Name}",
                $"must be given in one place, of {place.Keys}"
            );
        if (isConsumer)
            CheckConsumer(errors, credential);
    }

    private static void CheckConsumer(Errors errors, CredentialOptions credential)
    {
        foreach (var place in new[] { credential.Key, credential.Secret })
            errors.Require(
                place.Given > 0,
                $"Credential:{place.Name}",
                $"must be given too, as one of {place.Keys}"
            );
        errors.Require(
            EndpointResolver.IsAcceptable(credential.OAuth.TokenAddress),
            "Credential:OAuth:TokenAddress",
            "must be absolute, https (or http on the machine itself), without user, query and fragment"
        );
        errors.Require(
            Enum.IsDefined(credential.OAuth.SignatureMethod),
            "Credential:OAuth:SignatureMethod",
            "must be Plaintext or HmacSha1"
        );
        errors.Require(
            credential.OAuth.Principal is null
                || !string.IsNullOrWhiteSpace(credential.OAuth.Principal),
            "Credential:OAuth:Principal",
            "must not be blank when it is set"
        );
    }

    private static void CheckResilience(Errors errors, ResilienceOptions resilience)
    {
        errors.Require(
            resilience.AttemptTimeout >= MinTimeout && resilience.AttemptTimeout <= MaxTimeout,
            "Resilience:AttemptTimeout",
            "must be between 10 milliseconds and an hour"
        );
        errors.Require(
            resilience.TotalTimeout >= resilience.AttemptTimeout
                && resilience.TotalTimeout <= MaxTimeout,
            "Resilience:TotalTimeout",
            "must be at least AttemptTimeout, and at most an hour"
        );
        errors.Require(
            resilience.RetryCount is >= 0 and <= MaxRetryCount,
            "Resilience:RetryCount",
            "must be 0 to 10"
        );
        errors.Require(
            resilience.RetryBaseDelay >= TimeSpan.Zero
                && resilience.RetryBaseDelay <= resilience.RetryMaxDelay,
            "Resilience:RetryBaseDelay",
            "must be between zero and RetryMaxDelay"
        );
        errors.Require(
            resilience.RetryMaxDelay <= resilience.TotalTimeout,
            "Resilience:RetryMaxDelay",
            "must be at most TotalTimeout"
        );
        errors.Require(
            resilience.MinimumThroughput >= 2,
            "Resilience:MinimumThroughput",
            "must be 2 or more"
        );
        errors.Require(
            resilience.FailureRatio is > 0 and <= 1,
            "Resilience:FailureRatio",
            "must be over 0 and at most 1"
        );
        errors.Require(
            resilience.SamplingDuration >= MinBreakDuration
                && resilience.SamplingDuration <= MaxTimeout,
            "Resilience:SamplingDuration",
            "must be between half a second and an hour"
        );
        errors.Require(
            resilience.BreakDuration >= MinBreakDuration && resilience.BreakDuration <= MaxTimeout,
            "Resilience:BreakDuration",
            "must be between half a second and an hour"
        );
        errors.Require(
            resilience.MaxConcurrentCalls >= 1,
            "Resilience:MaxConcurrentCalls",
            "must be 1 or more"
        );
        errors.Require(
            resilience.MaxQueuedCalls >= 0,
            "Resilience:MaxQueuedCalls",
            "must be 0 or more"
        );
    }

    private static void CheckThrottle(Errors errors, ThrottleOptions throttle)
    {
        errors.Require(
            throttle.MinRate is > 0 and <= 1000,
            "Resilience:Throttle:MinRate",
            "must be over 0 and at most 1000"
        );
        errors.Require(
            throttle.InitialRate >= throttle.MinRate && throttle.InitialRate <= 1000,
            "Resilience:Throttle:InitialRate",
            "must be at least MinRate and at most 1000"
        );
        errors.Require(
            throttle.Decrease is >= 0.1 and <= 0.95,
            "Resilience:Throttle:Decrease",
            "must be 0.1 to 0.95"
        );
        errors.Require(
            throttle.ProbeInterval is >= 25 and <= 100_000,
            "Resilience:Throttle:ProbeInterval",
            "must be 25 to 100000"
        );
        errors.Require(
            throttle.BurstTime >= TimeSpan.Zero && throttle.BurstTime <= TimeSpan.FromSeconds(10),
            "Resilience:Throttle:BurstTime",
            "must be between zero and ten seconds"
        );
        errors.Require(
            throttle.Memory > TimeSpan.Zero && throttle.Memory <= TimeSpan.FromDays(1),
            "Resilience:Throttle:Memory",
            "must be over zero and at most a day"
        );
        errors.Require(
            throttle.PauseLimit > TimeSpan.Zero && throttle.PauseLimit <= MaxTimeout,
            "Resilience:Throttle:PauseLimit",
            "must be over zero and at most an hour"
        );
        errors.Require(
            throttle.BackgroundShare is > 0 and <= 0.5,
            "Resilience:Throttle:BackgroundShare",
            "must be over 0 and at most 0.5"
        );
    }

    private sealed class Errors(string section)
    {
        public List<string> All { get; } = [];

        public void Require(bool condition, string key, string rule)
        {
            if (!condition)
                All.Add(section.Length == 0 ? $"{key} {rule}." : $"{section}:{key} {rule}.");
        }
    }
}
