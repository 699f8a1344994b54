using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using HealtheIntent.Client.Transport;

namespace HealtheIntent.Client.Json;

/// <summary>Reads the body of an answer: a value or a typed error, whatever the bytes.</summary>
internal static class AnswerBody
{
    /// <returns>The value; null when there is no body.</returns>
    /// <exception cref="ContractViolationException">The bytes are not the JSON that is due.</exception>
    public static T? Read<T>(FailedCall call, ReadOnlySpan<byte> content, JsonTypeInfo<T> type)
        where T : class
    {
        if (content.Length == 0)
            return null;
        // Text is decoded late, when it is asked for: what cannot be decoded is found here.
        if (!Utf8.IsValid(content))
            throw new ContractViolationException(call, "the answer is not UTF-8.", "$");
        try
        {
            return JsonSerializer.Deserialize(content, type)
                ?? throw new ContractViolationException(call, "the answer is null.", "$");
        }
        catch (JsonException exception)
        {
            // The exception's own message may quote the answer: it is not passed on.
            throw new ContractViolationException(
                call,
                "the answer is not the JSON that is due.",
                JsonPath.Of(exception)
            );
        }
    }
}
