namespace HealtheIntent.Client;

/// <summary>The patient that a consumer is in one population.</summary>
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
