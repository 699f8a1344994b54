using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace HeiChartViewer.Tests.Unit.Client.Support;

/// <summary>Keeps every line any logger writes, at every level.</summary>
internal sealed class ListLogger : ILoggerProvider, ILogger
{
    public ConcurrentQueue<(LogLevel Level, EventId Id, string Line)> Lines { get; } = new();

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
    {
        Lines.Enqueue((LogLevel.Trace, default, state.ToString() ?? ""));
        return null;
    }

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    ) => Lines.Enqueue((logLevel, eventId, $"{formatter(state, exception)} {exception}"));

    public void Dispose() { }
}
