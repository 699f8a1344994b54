namespace HeiChartViewer.Flux;

/// <summary>Raises an event so that one listener's failure is not the next one's silence.</summary>
internal static class EventHandlerExtensions
{
    public static void RaiseEach(
        this EventHandler? handlers,
        object sender,
        Action<Exception> onFailure
    )
    {
        foreach (var handler in Delegate.EnumerateInvocationList(handlers))
            try
            {
                handler(sender, EventArgs.Empty);
            }
            catch (Exception failure)
            {
                onFailure(failure);
            }
    }
}
