using System.Numerics;

namespace HeiChartViewer.Web.Chart.Timeline;

/// <summary>
/// The cells of time in which items stand together. Each level of zoom halves the cells of the one before, and all lie
/// on one grid from the beginning of the calendar: what stands together never depends on where the reader looks.
/// </summary>
public static class TimelineGrid
{
    /// <summary>The level of the narrowest cells; beyond it nothing comes apart.</summary>
    public const int Levels = CoarsestBits - FinestBits;

    /// <summary>The level of what never comes to pass.</summary>
    public const int Never = Levels + 1;

    /// <summary>Two to this many minutes, some four thousand years, are the widest cell.</summary>
    private const int CoarsestBits = 31;

    /// <summary>Two to this many minutes, eight, are the narrowest.</summary>
    private const int FinestBits = 3;

    /// <summary>The width of the widest cells, in minutes.</summary>
    public static long Coarsest => 1L << CoarsestBits;

    /// <summary>A moment, in minutes since the beginning of the calendar.</summary>
    public static long Minutes(DateTime moment) => moment.Ticks / TimeSpan.TicksPerMinute;

    /// <summary>The level from which two moments lie in different cells.</summary>
    public static int ApartFrom(DateTime one, DateTime other) =>
        (Minutes(one) ^ Minutes(other)) is > 0 and var difference
            ? Level(BitOperations.Log2((ulong)difference))
            : Never;

    /// <summary>The level from which a length of time is as wide as a cell.</summary>
    public static int WideFrom(TimeSpan length) =>
        (long)length.TotalMinutes is > 0 and var minutes
            ? Level(BitOperations.Log2((ulong)minutes))
            : Never;

    private static int Level(int bits) =>
        bits < FinestBits ? Never : Math.Max(0, CoarsestBits - bits);
}
