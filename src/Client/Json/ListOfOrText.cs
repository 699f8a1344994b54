using System.Text.Json;

namespace HealtheIntent.Client.Json;

/// <summary>Reads a list whose items may be plain texts.</summary>
internal sealed class ListOfOrText<T> : ListOf<T>
    where T : class, IReadFromText<T>
{
    private static readonly OrText<T> Item = new();

    protected override T ReadItem(ref Utf8JsonReader reader, JsonSerializerOptions options) =>
        Item.Read(ref reader, typeof(T), options);
}
