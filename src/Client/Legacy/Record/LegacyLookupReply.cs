using System.Text.Json;
using HealtheIntent.Client.Transport;

namespace HealtheIntent.Client.Legacy;

/// <summary>What the person ID lookup answers (contract 4.1).</summary>
internal sealed record LegacyLookupReply
{
    private const string PersonIdField = "empi_person_id";

    public Body? Response { get; init; }

    public static LegacyPersonLookup Read(ApiAnswer<LegacyLookupReply> answer)
    {
        var location = answer.Call.Hints?.Location;
        if (answer.Value is not { } reply)
            return new LegacyPersonLookup.None
            {
                CorrelationId = answer.CorrelationId,
                Location = location,
            };
        if (IsSomething(reply.Response?.Error) || IsSomething(reply.Response?.Errors))
            throw new ContractViolationException(
                answer.Call,
                "the lookup succeeded and names an error.",
                "$.response.error"
            );
        var fields = (reply.Response?.Fields ?? []).OfType<Field>().ToList();
        var ids = fields
            .Where(field => field.FieldName == PersonIdField)
            .Select(field => field.FieldValue)
            .Where(id => !string.IsNullOrWhiteSpace(id))
            .Distinct(StringComparer.Ordinal)
            .ToList();
        return ids switch
        {
            [{ } only] => new LegacyPersonLookup.One(only)
            {
                CorrelationId = answer.CorrelationId,
                Location = location,
                Fields = FieldsByName(fields),
            },
            [] => throw new ContractViolationException(
                answer.Call,
                "a person was found without a person ID.",
                "$.response.fields"
            ),
            _ => new LegacyPersonLookup.Many
            {
                CorrelationId = answer.CorrelationId,
                Location = location,
            },
        };
    }

    private static Dictionary<string, string?> FieldsByName(List<Field> fields)
    {
        var byName = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var field in fields)
            if (field.FieldName is { } name)
                byName.TryAdd(name, field.FieldValue);
        return byName;
    }

    /// <summary>No error is written as an empty object, an empty list, an empty text, null or nothing.</summary>
    private static bool IsSomething(JsonElement? error) =>
        error is { } value
        && value.ValueKind switch
        {
            JsonValueKind.Object => value.EnumerateObject().Any(),
            JsonValueKind.Array => value.GetArrayLength() > 0,
            JsonValueKind.String => !string.IsNullOrWhiteSpace(value.GetString()),
            JsonValueKind.Null or JsonValueKind.Undefined or JsonValueKind.False => false,
            _ => true,
        };

    internal sealed record Body
    {
        public List<Field?>? Fields { get; init; }
        public JsonElement? Error { get; init; }
        public JsonElement? Errors { get; init; }
    }

    internal sealed record Field(string? FieldName, string? FieldValue);
}
