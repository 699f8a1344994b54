using HealtheIntent.Client.Json;
using HealtheIntent.Client.Paging;
using HealtheIntent.Client.Transport;

namespace HealtheIntent.Client;

/// <summary>Reads the reply of the patient ID lookup (contract 3.1).</summary>
[AssumedContract(
    "What the lookup answers when it finds nobody, or several, is not published: no item, 204 and 404 are read as nobody; two patients, and 409, as several (contract 3.1)."
)]
internal static class LookupReply
{
    public static PatientLookup Read(ApiAnswer<ListReply<LookupItem>> answer, string sourcePersonId)
    {
        // 204 has no body; the legacy APIs say "not found" that way, and v1 may.
        if (answer.Value is not { } reply)
            return new PatientLookup.None { CorrelationId = answer.CorrelationId };

        var mine = ListItems
            .Of(reply, answer.Call)
            .Where(item => item.SourcePersonId == sourcePersonId)
            .ToList();
        if (mine.Exists(item => item.Patient is null))
            throw new ContractViolationException(
                answer.Call,
                "a person was found without a patient ID.",
                "$.items"
            );
        var patients = mine.Select(item => item.Patient!.Id)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        return patients switch
        {
            [] => new PatientLookup.None { CorrelationId = answer.CorrelationId },
            [var only] => new PatientLookup.One(only) { CorrelationId = answer.CorrelationId },
            _ => new PatientLookup.Many(patients) { CorrelationId = answer.CorrelationId },
        };
    }
}
