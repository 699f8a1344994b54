using System.Text.Json;
using System.Text.RegularExpressions;

namespace HealtheIntent.Client.Transport;

/// <summary>Where reading failed. A member's name that is not a plain word may be data, and is starred.</summary>
internal static partial class JsonPath
{
    public static string Of(JsonException exception) =>
        exception.Path is { } path && Plain().IsMatch(path) ? path : "$.*";

    [GeneratedRegex(@"^\$(\.[A-Za-z]{1,40}|\[[0-9]+\])*$")]
    private static partial Regex Plain();
}
