using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.Extensions;

namespace HeiChartViewer.Sandbox.Tenant;

/// <summary>A page of a list that is paged by offset; links that lead nowhere are left out (contract 8.2).</summary>
internal static class OffsetPage
{
    /// <summary>The page that the query asks for, or a refusal.</summary>
    /// <param name="call">The request.</param>
    /// <param name="all">Everything there is; looked at only once the query is found to be good.</param>
    /// <param name="write">Writes one item.</param>
    /// <param name="filters">The parameters that <paramref name="all"/> was chosen by; none of them may be blank, and links keep them.</param>
    public static Answer Of<T>(
        TenantCall call,
        IEnumerable<T> all,
        Func<T, JsonNode> write,
        params string[] filters
    ) => Of(call, all, write, _ => { }, filters);

    /// <inheritdoc cref="Of{T}(TenantCall, IEnumerable{T}, Func{T, JsonNode}, string[])"/>
    /// <param name="add">Adds what a page of this list says besides its items.</param>
    public static Answer Of<T>(
        TenantCall call,
        IEnumerable<T> all,
        Func<T, JsonNode> write,
        Action<JsonObject> add,
        params string[] filters
    )
    {
        if (!Query.TryLimit(call.Query, out var limit, out var refusal))
            return refusal!;
        if (!Query.TryOffset(call.Query, out var offset, out refusal))
            return refusal!;
        foreach (var filter in filters)
            if (Query.RefuseBlank(call.Query, filter) is { } blank)
                return blank;

        IReadOnlyCollection<T> found = [.. all];
        var page = new JsonObject
        {
            ["items"] = new JsonArray([.. found.Skip(offset).Take(limit).Select(write)]),
        };
        add(page);
        page["totalResults"] = found.Count;
        page["firstLink"] = Link(0);
        if (found.Count > 0)
            page["lastLink"] = Link((found.Count - 1) / limit * limit);
        if (offset > 0)
            page["previousLink"] = Link(Math.Max(0, offset - limit));
        if (offset < found.Count - limit)
            page["nextLink"] = Link(offset + limit);
        return Answer.Of(page);

        string Link(int start)
        {
            var query = new QueryBuilder();
            foreach (var filter in filters)
                query.Add(filter, call.Query[filter].OfType<string>());
            query.Add("offset", $"{start}");
            query.Add("limit", $"{limit}");
            return call.Address + query;
        }
    }
}
