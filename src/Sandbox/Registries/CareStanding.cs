namespace HeiChartViewer.Sandbox.Registries;

/// <summary>How a patient stands to a measure (contract 7).</summary>
/// <param name="Outcome">EXCLUDED, ACHIEVED, MISSING_DATA or NOT_ACHIEVED.</param>
/// <param name="DueOn">When it has to be done again, or had to be; null where it need not.</param>
/// <param name="Facts">What says so.</param>
internal sealed record CareStanding(string Outcome, DateOnly? DueOn, IReadOnlyList<ChartFact> Facts)
{
    public const string Achieved = "ACHIEVED";
    public const string NotAchieved = "NOT_ACHIEVED";
    public const string MissingData = "MISSING_DATA";
    public const string Excluded = "EXCLUDED";

    /// <summary>Something has to be done within so many months of the last time.</summary>
    public static CareStanding Within(int months, IReadOnlyList<ChartFact> done, DateOnly today) =>
        done is not [var last, ..] ? new(NotAchieved, today, [])
        : last.Day.AddMonths(months) is var due && due >= today ? new(Achieved, due, [last])
        : new(NotAchieved, due, [last]);

    /// <summary>The last value has to be on the good side; a value of more than a year ago tells nothing.</summary>
    public static CareStanding LastIs(
        Func<double, bool> isGood,
        IReadOnlyList<ChartFact> values,
        DateOnly today
    )
    {
        var last = values.FirstOrDefault(fact => fact.Value is not null);
        if (last is null || last.Day < today.AddYears(-1))
            return new(MissingData, null, last is null ? [] : [last]);
        return new(isGood(last.Value!.Value) ? Achieved : NotAchieved, null, [last]);
    }
}
