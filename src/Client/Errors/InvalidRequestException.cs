namespace HealtheIntent.Client;

/// <summary>400 or another status of the 4xx family: the platform refuses the request as it is. Do not repeat it.</summary>
public sealed class InvalidRequestException : HealtheIntentException
{
    internal InvalidRequestException(FailedCall call, IReadOnlyList<InvalidRequestDetail> details)
        : base("the platform refused the request.", call) => Details = details;

    /// <summary>What is wrong, in the platform's order; empty when it did not say.</summary>
    public IReadOnlyList<InvalidRequestDetail> Details { get; }

    /// <summary>The name of the first parameter, header or member that was refused.</summary>
    public string? Location => Details.Count > 0 ? Details[0].Location : null;

    /// <summary>Where it is: query, header, path, formData or body.</summary>
    public string? LocationType => Details.Count > 0 ? Details[0].LocationType : null;

    /// <summary>Why it was refused.</summary>
    public string? Reason => Details.Count > 0 ? Details[0].Reason : null;
}
