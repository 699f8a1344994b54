using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace HealtheIntent.Client.Json;

/// <summary>Reads a value inside another converter.</summary>
internal static class Nested
{
    public static T? Read<T>(ref Utf8JsonReader reader, JsonSerializerOptions options) =>
        Read(ref reader, (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T)));

    public static T? Read<T>(ref Utf8JsonReader reader, JsonTypeInfo<T> type)
    {
        try
        {
            return ((JsonConverter<T>)type.Converter).Read(ref reader, typeof(T), type.Options);
        }
        catch (JsonException exception) when (exception.Path is not null)
        {
            // The inner path starts at the inner value; without one, the outer reader puts its own.
            throw new JsonException(null, exception);
        }
    }

    public static void Write<T>(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value, (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T)));
}
