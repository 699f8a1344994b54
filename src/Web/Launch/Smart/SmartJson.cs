using System.Text.Json;

namespace HeiChartViewer.Web.Launch.Smart;

/// <summary>Reads what servers send: a member of another kind than expected counts as absent.</summary>
internal static class SmartJson
{
    /// <summary>A member that is a string and not empty.</summary>
    public static string? Text(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object
        && element.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String
        && value.GetString() is { Length: > 0 } text
            ? text
            : null;

    /// <summary>A member that is true or false.</summary>
    public static bool? Flag(this JsonElement element, string name) =>
        element.TryGetProperty(name, out var value)
            ? value.ValueKind switch
            {
                JsonValueKind.True => true,
                JsonValueKind.False => false,
                _ => null,
            }
            : null;

    /// <summary>A member that is a number of seconds; some servers write it as a string.</summary>
    public static TimeSpan? Seconds(this JsonElement element, string name)
    {
        if (!element.TryGetProperty(name, out var value))
            return null;
        var isRead = value.ValueKind switch
        {
            JsonValueKind.Number => value.TryGetInt32(out var number) ? number : null,
            JsonValueKind.String => int.TryParse(value.GetString(), out var number) ? number : null,
            _ => (int?)null,
        };
        return isRead is >= 0 ? TimeSpan.FromSeconds(isRead.Value) : null;
    }

    /// <summary>The items of a list; none where the member is absent or no list.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object
        && element.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.Array
            ? value.EnumerateArray()
            : [];

    /// <summary>The strings of a list.</summary>
    public static IEnumerable<string> Texts(this JsonElement element, string name) =>
        element
            .Items(name)
            .Where(item => item.ValueKind == JsonValueKind.String)
            .Select(item => item.GetString()!);
}
