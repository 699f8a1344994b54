namespace HealtheIntent.Client;

/// <summary>What the platform says is wrong with a request (contract 8.4). Show it to an operator, do not log it.</summary>
/// <param name="Location">The name of the parameter, header or member.</param>
/// <param name="LocationType">Where it is: query, header, path, formData or body.</param>
/// <param name="Reason">Why it was refused.</param>
/// <param name="Message">The platform's words, which may repeat what was sent.</param>
/// <param name="Domain">The part of the platform whose reason it is.</param>
public sealed record InvalidRequestDetail(
    string? Location,
    string? LocationType,
    string? Reason,
    string? Message,
    string? Domain
)
{
    /// <summary>The name of the type; the platform's words may repeat what was sent.</summary>
    public override string ToString() => nameof(InvalidRequestDetail);
}
