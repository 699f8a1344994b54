namespace HeiChartViewer.Flux;

/// <summary>An action whose turn has come.</summary>
public sealed class ActionDispatchedEventArgs(object action) : EventArgs
{
    /// <summary>The action.</summary>
    public object Action { get; } = action;
}
