using System.Text.Json;

namespace HealtheIntent.Client.Json;

/// <summary>Keeps the unknown members of an object that a converter reads by hand. There are none, and no dictionary, but for the odd object.</summary>
internal static class UnknownMembers
{
    /// <summary>Reads the value that the reader is before, under the name it is at.</summary>
    public static void Add(ref Dictionary<string, JsonElement>? unknown, ref Utf8JsonReader reader)
    {
        var name = reader.GetString()!;
        reader.Read();
        (unknown ??= [])[name] = JsonElement.ParseValue(ref reader);
    }

    /// <summary>The unknown members of all; of those with one name, the first. Null when there are none.</summary>
    public static Dictionary<string, JsonElement>? Of(IEnumerable<OpenObject> values)
    {
        Dictionary<string, JsonElement>? unknown = null;
        foreach (var value in values)
        foreach (var (name, element) in value.Additional)
            (unknown ??= []).TryAdd(name, element);
        return unknown;
    }

    public static void Write(Utf8JsonWriter writer, OpenObject value)
    {
        foreach (var (name, element) in value.Additional)
        {
            writer.WritePropertyName(name);
            element.WriteTo(writer);
        }
    }
}
