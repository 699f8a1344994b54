using HeiChartViewer.Web.Sessions;

namespace HeiChartViewer.Web.Chart.Glass;

/// <summary>A reader wants to see what is withheld. Each wish is itself; two are never equal.</summary>
public sealed class BreakTheGlass(ChartSession session, GlassReason reason, string? words)
{
    /// <summary>The session whose chart it is, and no other.</summary>
    public ChartSession Session { get; } = session;

    /// <summary>Why.</summary>
    public GlassReason Reason { get; } = reason;

    /// <summary>Why, in the reader's own words.</summary>
    public string? Words { get; } = words;
}

/// <summary>A reader has seen what was needed.</summary>
public sealed record MendTheGlass(ChartSession Session);

/// <summary>The glass of a session was broken, or stands again: what it covers begins anew.</summary>
public sealed record GlassChanged(ChartSession Session);

/// <summary>The glass stays whole.</summary>
public sealed record GlassHolds(BreakTheGlass Wish, GlassRefusal Why);

/// <summary>Why the glass stays whole.</summary>
public enum GlassRefusal
{
    /// <summary>The user may not break it, or gave no reason.</summary>
    NotAllowed,

    /// <summary>Nobody has vouched for the user lately.</summary>
    NotProven,

    /// <summary>It could not be recorded (design rule 6).</summary>
    NotRecorded,
}
