using HeiChartViewer.Flux;

namespace HeiChartViewer.Web.Chart.Glass;

/// <summary>How the wish to see what is withheld moves on.</summary>
public static class GlassReducers
{
    /// <summary>A new wish starts from nothing.</summary>
    [ReducerMethod]
    public static GlassState On(GlassState state, BreakTheGlass wish) =>
        state with
        {
            Wish = wish,
            Refusal = null,
        };

    /// <summary>A refusal is said.</summary>
    [ReducerMethod]
    public static GlassState On(GlassState state, GlassHolds holds) =>
        state.Wish == holds.Wish ? state with { Wish = null, Refusal = holds.Why } : state;

    /// <summary>Broken, or whole again.</summary>
    [ReducerMethod]
    public static GlassState On(GlassState state, GlassChanged _) =>
        new() { Changes = state.Changes + 1 };

    /// <summary>A stopped chart has no glass.</summary>
    [ReducerMethod]
    public static GlassState On(GlassState _, ChartStopped stopped) => new();
}
