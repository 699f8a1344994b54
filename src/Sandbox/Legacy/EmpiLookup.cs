using System.Text.Json;
using System.Text.Json.Nodes;
using HeiChartViewer.Sandbox.Population;
using HeiChartViewer.Sandbox.Tenant;

namespace HeiChartViewer.Sandbox.Legacy;

/// <summary>From a local person id to the person, in the older generation's words (contract 4.1, 4.2).</summary>
internal sealed class EmpiLookup(PatientRegistry patients)
{
    public Answer Find(TenantCall call) =>
        call.Query["id"] is [{ } id]
            ? Find(call, id)
            : LegacyAnswer.BadRequest("id is required once");

    public async ValueTask<Answer> FindByBodyAsync(TenantCall call)
    {
        try
        {
            var body = await RequestJson.ReadAsync(call.Http, TenantJson.Default.JsonObject);
            return body?["id"] is JsonValue value && value.TryGetValue<string>(out var id)
                ? Find(call, id)
                : LegacyAnswer.BadRequest("id is required");
        }
        catch (Exception error) when (error is JsonException or ArgumentException)
        {
            return LegacyAnswer.BadRequest("the body is not JSON");
        }
    }

    private Answer Find(TenantCall call, string id)
    {
        if (string.IsNullOrWhiteSpace(id))
            return LegacyAnswer.BadRequest("id must not be blank");
        var partition = call.PathValue("dataPartitionId");
        if (patients.DataPartitions.All(known => known.Id != partition))
            return LegacyAnswer.NotFound;
        switch (patients.Resolve(partition, id).ToArray())
        {
            case [var only]:
                return Answer.Of(
                    Response(
                        new JsonObject { ["field_name"] = "empi_person_id", ["field_value"] = only }
                    )
                );
            case []:
                PointToSearch(call);
                return LegacyAnswer.Nothing;
            default:
                PointToSearch(call);
                return Answer.Of(Response(), StatusCodes.Status409Conflict);
        }
    }

    /// <summary>Where somebody who looks at the answer can search by hand (contract 4.1).</summary>
    private static void PointToSearch(TenantCall call) =>
        call.Http.Response.Headers.Location =
            $"{call.Http.Request.Scheme}://{call.Http.Request.Host}/ehr";

    private static JsonObject Response(params JsonNode[] fields) =>
        new()
        {
            ["response"] = new JsonObject
            {
                ["fields"] = new JsonArray(fields),
                ["error"] = new JsonObject(),
            },
        };
}
