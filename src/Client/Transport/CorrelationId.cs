using System.Security.Cryptography;

namespace HealtheIntent.Client.Transport;

/// <summary>The header that both sides know a call by (contract 8.6).</summary>
internal static class CorrelationId
{
    public const string Header = "cerner-correlation-id";

    private const int MaxLength = 128;

    public static string Create() => new Guid(RandomNumberGenerator.GetBytes(16)).ToString();

    public static string? Of(HttpRequestMessage request) =>
        request.Headers.TryGetValues(Header, out var values) ? Read(values) : null;

    public static string? Of(HttpResponseMessage response) =>
        response.Headers.TryGetValues(Header, out var values) ? Read(values) : null;

    /// <summary>It goes into logs and onto screens: what does not look like an ID is not taken for one.</summary>
    private static string? Read(IEnumerable<string> values) =>
        values.FirstOrDefault() is { Length: > 0 and <= MaxLength } id
        && id.All(character =>
            char.IsAsciiLetterOrDigit(character) || character is '-' or '_' or '.'
        )
            ? id
            : null;
}
