namespace HeiChartViewer.Flux;

/// <summary>A failure in a reducer, an effect, a subscriber or a middleware.</summary>
public sealed class UnhandledExceptionEventArgs(Exception exception, object? action) : EventArgs
{
    /// <summary>What failed.</summary>
    public Exception Exception { get; } = exception;

    /// <summary>The action in whose course it failed.</summary>
    public object? Action { get; } = action;

    /// <summary>Whether a handler has dealt with it; otherwise the store logs it.</summary>
    public bool WasHandled { get; private set; }

    /// <summary>Says that it has been dealt with.</summary>
    public void Handled() => WasHandled = true;
}
