namespace HeiChartViewer.Flux;

/// <summary>Something that says when it has changed.</summary>
public interface IStateChangedNotifier
{
    /// <summary>Raised after an action has been reduced by every feature.</summary>
    event EventHandler? StateChanged;
}
