namespace HeiChartViewer.Flux;

/// <summary>What happens when an action comes while its effect still runs for an earlier one.</summary>
public enum EffectMode
{
    /// <summary>Both run.</summary>
    Concurrent,

    /// <summary>The earlier run is cancelled, and whatever it still dispatches is dropped.</summary>
    Latest,

    /// <summary>The effect does not run for the new action.</summary>
    IgnoreWhileBusy,
}
