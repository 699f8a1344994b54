using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HeiChartViewer.Flux;

/// <summary>
/// One circuit's state. For each action, in this order: every middleware may veto it; middleware before; every feature
/// reduces; listeners and subscribers are told; middleware after; effects start. Then the next action.
/// </summary>
internal sealed partial class Store : IStore, IDisposable
{
    private readonly Dispatcher _dispatcher;
    private readonly ActionSubscriber _subscriber;
    private readonly PendingWork _pending;
    private readonly ILogger _logger;
    private readonly Dictionary<string, IFeature> _features = new(StringComparer.OrdinalIgnoreCase);
    private readonly IReadOnlyList<Middleware> _middlewares;
    private readonly IReadOnlyList<(EffectMethod Method, object? Target)> _effects;
    private readonly EffectRunner _runner;
    private volatile bool _disposed;

    public Store(
        IServiceProvider services,
        Dispatcher dispatcher,
        ActionSubscriber subscriber,
        PendingWork pending,
        ILogger<Store> logger
    )
    {
        _dispatcher = dispatcher;
        _subscriber = subscriber;
        _pending = pending;
        _logger = logger;
        _runner = new EffectRunner(dispatcher, pending, Report);
        _dispatcher.Attend(new StoreInitializedAction());
        foreach (var feature in services.GetServices<IFeature>())
            if (!_features.TryAdd(feature.GetName(), feature))
                throw new InvalidOperationException(
                    $"Two features are called {feature.GetName()}."
                );
        foreach (var reducer in services.GetServices<ReducerMethod>())
            FeatureOf(reducer)
                .AddReducer(reducer.ActionType, reducer.Bind(Instance(reducer.Owner)));
        _middlewares = [.. services.GetServices<Middleware>()];
        _effects = [.. services.GetServices<EffectMethod>().Select(e => (e, Instance(e.Owner)))];
        _dispatcher.Drained += OnDrained;
        Initialized = StartAsync();
        // A middleware that fails at once is a mistake in the composition: say so where it is made.
        if (Initialized.IsFaulted)
            Initialized.GetAwaiter().GetResult();

        object? Instance(Type? owner) => owner is null ? null : services.GetRequiredService(owner);
    }

    public event EventHandler<UnhandledExceptionEventArgs>? UnhandledException;

    public event EventHandler? BatchCompleted;

    public IReadOnlyDictionary<string, IFeature> Features => _features;

    public Task Initialized { get; }

    public int SubscriberCount =>
        _features.Values.Sum(feature => feature.SubscriberCount)
        + _subscriber.SubscriberCount
        + (BatchCompleted?.GetInvocationList().Length ?? 0);

    public Task WhenIdle() => _pending.WhenIdle();

    public void Dispose()
    {
        if (_disposed)
            return;
        _disposed = true;
        _dispatcher.Close();
        _dispatcher.ActionDispatched -= OnAction;
        _runner.Close();
    }

    private async Task StartAsync()
    {
        try
        {
            foreach (var middleware in _middlewares)
                await middleware.InitializeAsync(_dispatcher, this).ConfigureAwait(false);
            foreach (var middleware in _middlewares)
                middleware.AfterInitializeAllMiddlewares();
        }
        catch (Exception failure)
        {
            Report(failure, null);
            throw;
        }
        _dispatcher.ActionDispatched += OnAction;
    }

    private IFeature FeatureOf(ReducerMethod reducer)
    {
        var features = _features.Values.Where(f => f.GetStateType() == reducer.StateType).ToList();
        return features.Count == 1
            ? features[0]
            : throw new InvalidOperationException(
                $"{reducer.Name} needs one feature of {reducer.StateType}; there are {features.Count}."
            );
    }

    private void OnAction(object? sender, ActionDispatchedEventArgs e)
    {
        var action = e.Action;
        if (_disposed || !_middlewares.All(MayDispatch))
            return;
        foreach (var middleware in _middlewares)
            Try(() => middleware.BeforeDispatch(action));
        // Listeners hear of it when all features have reduced, so that none sees half of a change.
        foreach (var feature in _features.Values.Where(Reduces).ToList())
            feature.RaiseStateChanged(ReportOfAction);
        _subscriber.Notify(action, ReportOfAction);
        foreach (var middleware in _middlewares)
            Try(() => middleware.AfterDispatch(action));
        foreach (var (method, target) in _effects)
            if (!_disposed && method.ActionType.IsInstanceOfType(action))
                _runner.Start(method, target, action);

        bool MayDispatch(Middleware middleware)
        {
            var may = false;
            Try(() => may = middleware.MayDispatchAction(action));
            return may;
        }

        bool Reduces(IFeature feature)
        {
            var changed = false;
            Try(() => changed = feature.Reduce(action));
            return changed;
        }

        void Try(Action step)
        {
            try
            {
                step();
            }
            catch (Exception failure)
            {
                ReportOfAction(failure);
            }
        }

        void ReportOfAction(Exception failure) => Report(failure, action);
    }

    private void OnDrained() => BatchCompleted.RaiseEach(this, failure => Report(failure, null));

    private void Report(Exception failure, object? action)
    {
        var args = new UnhandledExceptionEventArgs(failure, action);
        foreach (var handler in Delegate.EnumerateInvocationList(UnhandledException))
            try
            {
                handler(this, args);
            }
            catch (Exception another)
            {
                Log(another, action);
            }
        if (!args.WasHandled)
            Log(failure, action);
    }

    private void Log(Exception failure, object? action) =>
        LogUnhandled(action?.GetType(), failure.GetType(), failure.StackTrace);

    [LoggerMessage(
        EventId = 1,
        Level = LogLevel.Error,
        Message = "{Failure} in the course of {Action} was not handled, at {Place}"
    )]
    private partial void LogUnhandled(Type? action, Type failure, string? place);
}
