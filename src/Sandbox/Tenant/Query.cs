namespace HeiChartViewer.Sandbox.Tenant;

/// <summary>Reads query parameters; what cannot be read is an answer of 400 (contract 10, item 3).</summary>
internal static class Query
{
    public const int DefaultLimit = 20;
    public const int MaximumLimit = 100;

    public static bool TryLimit(IQueryCollection query, out int limit, out Answer? refusal)
    {
        limit = DefaultLimit;
        refusal = null;
        if (!query.TryGetValue("limit", out var values))
            return true;
        if (
            values.Count == 1
            && TryInteger(values[0], out limit)
            && limit is >= 1 and <= MaximumLimit
        )
            return true;
        limit = DefaultLimit;
        refusal = Answer.BadQuery("limit", $"must be between 1 and {MaximumLimit}");
        return false;
    }

    public static bool TryOffset(IQueryCollection query, out int offset, out Answer? refusal)
    {
        offset = 0;
        refusal = null;
        if (!query.TryGetValue("offset", out var values))
            return true;
        if (values.Count == 1 && TryInteger(values[0], out offset))
            return true;
        refusal = Answer.BadQuery("offset", "must be 0 or more");
        return false;
    }

    public static Answer? RefuseBlank(IQueryCollection query, string parameter) =>
        query.TryGetValue(parameter, out var values) && values.Any(string.IsNullOrWhiteSpace)
            ? Answer.BadQuery(parameter, "must not be blank")
            : null;

    private static bool TryInteger(string? text, out int value) =>
        int.TryParse(
            text,
            System.Globalization.NumberStyles.None,
            System.Globalization.CultureInfo.InvariantCulture,
            out value
        );
}
