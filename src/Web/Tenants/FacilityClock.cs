namespace HeiChartViewer.Web.Tenants;

/// <summary>The time at the facility: what "today" and "as of" mean to the people who work there.</summary>
public sealed class FacilityClock(TimeProvider clock, TimeZoneInfo zone)
{
    /// <summary>The calendar day at the facility.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Local(clock.GetUtcNow()).DateTime);

    /// <summary>A moment, told in the facility's zone.</summary>
    public DateTimeOffset Local(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, zone);
}
