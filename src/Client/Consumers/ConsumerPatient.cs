namespace HealtheIntent.Client;

/// <summary>The patient that a consumer is in one population.</summary>
[AssumedContract(
    "That a consumer has patients is documented, their members are not (contract 7); they follow those of the prior diagnoses."
)]
public sealed record ConsumerPatient : OpenObject
{
    /// <summary>The platform's ID of the patient; it is not stable (contract 8.7).</summary>
    public string Id
    {
        get;
        init => field = value ?? field;
    } = "";

    /// <summary>The population.</summary>
    public Reference? Population { get; init; }
}
