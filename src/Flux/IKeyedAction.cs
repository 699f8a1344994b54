namespace HeiChartViewer.Flux;

/// <summary>An action whose effect runs are told apart: only runs of an equal key cancel or hold off one another.</summary>
public interface IKeyedAction
{
    /// <summary>Compared by value.</summary>
    object Key { get; }
}
