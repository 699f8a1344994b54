using HeiChartViewer.Sandbox.Population;

namespace HeiChartViewer.Sandbox.Tenant;

/// <summary>From local person ids of a data partition to patients (contract 3.1).</summary>
internal sealed class PatientIdLookup(PatientRegistry patients)
{
    private const int MaximumIds = 100;

    public Answer Find(TenantCall call)
    {
        foreach (var parameter in (string[])["dataPartitionId", "sourcePersonId"])
        {
            if (!call.Query.ContainsKey(parameter))
                return Answer.BadQuery(parameter, "is required");
            if (Query.RefuseBlank(call.Query, parameter) is { } refusal)
                return refusal;
        }
        if (call.Query["dataPartitionId"] is not [{ } partitionId])
            return Answer.BadQuery("dataPartitionId", "must be given once");

        var ids = SourcePersonIds(call.Query).Distinct(StringComparer.Ordinal).ToArray();
        if (ids.Length > MaximumIds)
            return Answer.BadQuery("sourcePersonId", $"at most {MaximumIds} ids");

        return Answer.Write(json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("items");
            foreach (var id in ids)
            foreach (var patientId in patients.Resolve(partitionId, id))
            {
                json.WriteStartObject();
                json.WriteString("sourcePersonId", id);
                json.WriteStartObject("patient");
                json.WriteString("id", patientId);
                json.WriteEndObject();
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    public static IEnumerable<string> SourcePersonIds(IQueryCollection query) =>
        query["sourcePersonId"]
            .SelectMany(value => (value ?? "").Split(','))
            .Select(id => id.Trim())
            .Where(id => id.Length > 0);
}
