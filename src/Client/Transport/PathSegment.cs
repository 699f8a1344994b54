using System.Runtime.CompilerServices;

namespace HealtheIntent.Client.Transport;

/// <summary>An opaque ID as one segment of a path (contract 1.5).</summary>
internal static class PathSegment
{
    public static string Of(string id, [CallerArgumentExpression(nameof(id))] string? name = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id, name);
        if (id.Length > HealtheIntentDefaults.MaxIdLength)
            throw new ArgumentException(
                $"An ID has at most {HealtheIntentDefaults.MaxIdLength} characters.",
                name
            );
        // A segment of dots would climb out of its place in the path, escaped or not.
        if (id is "." or "..")
            throw new ArgumentException("An ID is not a relative path.", name);
        return Uri.EscapeDataString(id);
    }
}
