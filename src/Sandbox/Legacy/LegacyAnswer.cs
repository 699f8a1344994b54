using System.Text.Json.Nodes;
using HeiChartViewer.Sandbox.Tenant;

namespace HeiChartViewer.Sandbox.Legacy;

/// <summary>Answers in the manner of the older generation (contract 4, 8.3).</summary>
internal static class LegacyAnswer
{
    /// <summary>Nobody, or nothing: the older generation says so without a body (contract 10, item 6).</summary>
    public static Answer Nothing { get; } = new(StatusCodes.Status204NoContent, Answer.Json, []);

    /// <summary>The sentence is one that was seen; what is around it is assumed (contract 4.6).</summary>
    public static Answer NotFound { get; } =
        Sentence(StatusCodes.Status404NotFound, "Unable to locate the specified resource.");

    public static Answer BadRequest(string message) =>
        Sentence(StatusCodes.Status400BadRequest, message);

    public static Answer Sentence(int status, string message) =>
        Answer.Of(new JsonObject { ["error"] = message }, status);

    /// <summary>A list in pages by offset and limit, which are assumed (contract 8.3).</summary>
    public static Answer List<T>(
        TenantCall call,
        string name,
        IEnumerable<T> all,
        Func<T, JsonNode?> write
    )
    {
        if (!Query.TryLimit(call.Query, out var limit, out _))
            return BadRequest($"limit must be between 1 and {Query.MaximumLimit}");
        if (!Query.TryOffset(call.Query, out var offset, out _))
            return BadRequest("offset must be 0 or more");
        IReadOnlyCollection<T> found = [.. all];
        return Answer.Of(
            new JsonObject
            {
                [name] = new JsonArray([.. found.Skip(offset).Take(limit).Select(write)]),
                ["more_results"] = offset < found.Count - limit,
                ["total_results"] = found.Count,
            }
        );
    }
}
