namespace HeiChartViewer.Web.Chart.Timeline;

/// <summary>What a record without an end says about its end.</summary>
public enum Unended
{
    /// <summary>It goes on.</summary>
    Continues,

    /// <summary>It is over; when it ended was not recorded.</summary>
    IsOver,

    /// <summary>Nothing.</summary>
    IsUnknown,
}
