using Microsoft.Extensions.Options;

namespace HeiChartViewer.Web.Hosting;

/// <summary>The time at the facility: what "today" and "as of" mean to the people who work there.</summary>
public sealed class FacilityClock(TimeProvider clock, IOptions<ViewerOptions> options)
{
    private readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById(
        options.Value.TimeZone
    );

    /// <summary>The calendar day at the facility.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Local(clock.GetUtcNow()).DateTime);

    /// <summary>A moment, told in the facility's zone.</summary>
    public DateTimeOffset Local(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, _zone);
}
