namespace HeiChartViewer.Web.Chart.Records;

/// <summary>The levels of a result's flag.</summary>
public enum ResultLevel
{
    /// <summary>As expected.</summary>
    Normal,

    /// <summary>What was found, without a word on whether that is as expected: positive, resistant, detected.</summary>
    Finding,

    /// <summary>Above the range.</summary>
    High,

    /// <summary>Dangerously above.</summary>
    CriticalHigh,

    /// <summary>Below the range.</summary>
    Low,

    /// <summary>Dangerously below.</summary>
    CriticalLow,

    /// <summary>Not as expected, without a direction.</summary>
    Abnormal,

    /// <summary>Dangerously not as expected.</summary>
    Critical,

    /// <summary>Flagged by the source in words this viewer does not know, or as not to be relied on.</summary>
    Unknown,
}
