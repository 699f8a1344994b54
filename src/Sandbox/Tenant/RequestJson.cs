using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace HeiChartViewer.Sandbox.Tenant;

/// <summary>Reads a body of JSON, up to a size that no honest caller needs.</summary>
internal static class RequestJson
{
    private const int MaximumBody = 64 * 1024;

    /// <summary>The body; null where it holds null.</summary>
    /// <exception cref="JsonException">It is too large, or not the JSON that was expected.</exception>
    public static async Task<T?> ReadAsync<T>(HttpContext http, JsonTypeInfo<T> json)
    {
        if (http.Request.ContentLength > MaximumBody)
            throw new JsonException();
        using var body = new MemoryStream();
        var chunk = new byte[4096];
        for (int read; (read = await http.Request.Body.ReadAsync(chunk, http.RequestAborted)) > 0; )
        {
            body.Write(chunk, 0, read);
            if (body.Length > MaximumBody)
                throw new JsonException();
        }
        var sent = body.GetBuffer().AsSpan(0, (int)body.Length);
        RefuseWhatIsNoText(sent);
        return JsonSerializer.Deserialize(sent, json);
    }

    // A string of a tree is unescaped when somebody looks at it, where half a surrogate pair would be a failure.
    private static void RefuseWhatIsNoText(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body);
        try
        {
            while (reader.Read())
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName)
                    _ = reader.GetString();
        }
        catch (InvalidOperationException error)
        {
            throw new JsonException(error.Message, error);
        }
    }
}
