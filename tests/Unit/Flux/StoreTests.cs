using HeiChartViewer.Flux;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HeiChartViewer.Tests.Unit.Flux;

public sealed class StoreTests
{
    [Fact]
    public void It_starts_with_the_first_dispatch_without_anyone_asking_for_it()
    {
        using var services = Counting.Provide();
        services.Dispatch(new Add(2), new Add(3));
        Assert.Equal(5, services.Count());
    }

    [Fact]
    public void Each_scope_has_a_store_of_its_own()
    {
        using var services = Counting.Provide();
        using var one = services.CreateScope();
        using var other = services.CreateScope();
        one.ServiceProvider.Dispatch(new Add(2));
        Assert.Equal(2, one.ServiceProvider.Count());
        Assert.Equal(0, other.ServiceProvider.Count());
    }

    [Fact]
    public async Task An_action_goes_through_the_six_steps_in_order()
    {
        var steps = new Steps();
        using var services = Counting.Provide(
            o => o.AddMiddleware<StepMiddleware>().AddEffects<StepEffects>(),
            steps
        );
        var store = services.Get<IStore>();
        services.Get<IState<Count>>().StateChanged += (_, _) => steps.Add("state");
        services
            .Get<IActionSubscriber>()
            .SubscribeToAction<Add>(this, _ => steps.Add("subscriber"));
        steps.Taken.Clear();
        services.Dispatch(new Add(1));
        await store.WhenIdle();
        Assert.Equal(["may", "before 0", "state", "subscriber", "after 1", "effect"], steps.Taken);
    }

    [Fact]
    public void Listeners_hear_of_an_action_when_every_feature_has_reduced_it()
    {
        using var services = Counting.Provide(o =>
            o.AddFeature<TotalFeature>().AddReducers(typeof(TotalReducers))
        );
        var total = services.Get<IState<Total>>();
        var seen = new List<int>();
        services.Get<IState<Count>>().StateChanged += (_, _) => seen.Add(total.Value.Value);
        services.Dispatch(new Add(4));
        Assert.Equal([4], seen);
    }

    [Fact]
    public void A_vetoed_action_reaches_no_one_and_the_next_one_does()
    {
        var steps = new Steps { Veto = action => action is Add { Amount: 1 } };
        using var services = Counting.Provide(o => o.AddMiddleware<StepMiddleware>(), steps);
        services.Dispatch(new Add(1), new Add(2));
        Assert.Equal(2, services.Count());
        Assert.DoesNotContain("before 1", steps.Taken);
    }

    [Fact]
    public async Task Actions_wait_until_every_middleware_is_ready_and_none_is_lost()
    {
        var steps = new Steps { Ready = new TaskCompletionSource() };
        using var services = Counting.Provide(o => o.AddMiddleware<StepMiddleware>(), steps);
        var seen = new List<object>();
        services.Get<IActionSubscriber>().SubscribeToAction<object>(this, seen.Add);
        services.Dispatch(new Add(1), new Add(2));
        Assert.Equal(0, services.Count());
        steps.Ready.SetResult();
        await services.Get<IStore>().Initialized;
        await services.Get<IStore>().WhenIdle();
        Assert.Equal([new StoreInitializedAction(), new Add(1), new Add(2)], seen);
        Assert.Equal(3, services.Count());
    }

    [Fact]
    public void A_middleware_that_cannot_start_is_told_where_the_store_is_made()
    {
        var steps = new Steps { Ready = new TaskCompletionSource() };
        steps.Ready.SetException(new InvalidOperationException("not ready"));
        using var services = Counting.Provide(o => o.AddMiddleware<StepMiddleware>(), steps);
        Assert.Equal(
            "not ready",
            Assert.Throws<InvalidOperationException>(services.Get<IStore>).Message
        );
    }

    [Fact]
    public void A_nested_dispatch_comes_after_what_is_already_under_way()
    {
        using var services = Counting.Provide();
        var subscriber = services.Get<IActionSubscriber>();
        var seen = new List<object>();
        subscriber.SubscribeToAction<Add>(
            this,
            add =>
            {
                if (add.Amount != 1)
                    return;
                services.Dispatch(new Rename("nested"));
                Assert.Equal("", services.Get<IState<Count>>().Value.Label);
            }
        );
        subscriber.SubscribeToAction<object>(this, seen.Add);
        services.Dispatch(new Add(1), new Add(2));
        Assert.Equal(
            [new StoreInitializedAction(), new Add(1), new Rename("nested"), new Add(2)],
            seen
        );
    }

    [Fact]
    public void A_failing_reducer_leaves_its_state_and_the_store_goes_on()
    {
        using var services = Counting.Provide(o =>
            o.AddFeature<TotalFeature>().AddReducers(typeof(TotalReducers))
        );
        var failures = Failures(services);
        services.Dispatch(new Add(1), new Break(), new Add(1));
        Assert.Equal(2, services.Count());
        Assert.Equal(-1, services.Get<IState<Total>>().Value.Broken);
        Assert.Equal(("broken reducer", new Break()), Assert.Single(failures));
    }

    [Fact]
    public void A_failing_listener_silences_no_other()
    {
        using var services = Counting.Provide();
        var failures = Failures(services);
        var heard = 0;
        var state = services.Get<IState<Count>>();
        state.StateChanged += (_, _) => throw new InvalidOperationException("listener");
        state.StateChanged += (_, _) => heard++;
        var subscriber = services.Get<IActionSubscriber>();
        subscriber.SubscribeToAction<Add>(
            this,
            _ => throw new InvalidOperationException("subscriber")
        );
        subscriber.SubscribeToAction<Add>(this, _ => heard++);
        services.Dispatch(new Add(1), new Add(1));
        Assert.Equal(4, heard);
        Assert.Equal(
            ["listener", "subscriber", "listener", "subscriber"],
            failures.Select(f => f.Message)
        );
    }

    [Fact]
    public void What_nobody_handles_is_logged_without_its_message()
    {
        using var log = new LineLog();
        var collection = new ServiceCollection();
        collection.AddFlux(options => options.AddCounting());
        collection.AddLogging(logging => logging.AddProvider(log));
        using var services = collection.BuildServiceProvider();
        services.Dispatch(new Break());
        var line = Assert.Single(log.Lines);
        Assert.Contains(nameof(InvalidOperationException), line, StringComparison.Ordinal);
        Assert.Contains(nameof(Break), line, StringComparison.Ordinal);
        Assert.DoesNotContain("broken reducer", line, StringComparison.Ordinal);
    }

    [Fact]
    public void A_middleware_that_fails_to_decide_vetoes()
    {
        var steps = new Steps
        {
            Veto = action =>
                action is Add { Amount: 1 } ? throw new InvalidOperationException("veto") : false,
        };
        using var services = Counting.Provide(o => o.AddMiddleware<StepMiddleware>(), steps);
        var failures = Failures(services);
        services.Dispatch(new Add(1), new Add(2));
        Assert.Equal(2, services.Count());
        Assert.Equal("veto", Assert.Single(failures).Message);
    }

    [Fact]
    public void The_same_reference_raises_nothing()
    {
        using var services = Counting.Provide();
        var raised = 0;
        services.Get<IState<Count>>().StateChanged += (_, _) => raised++;
        services.Dispatch(new Keep(), new Add(1), new Keep());
        Assert.Equal(1, raised);
    }

    [Fact]
    public void An_action_is_answered_as_what_it_descends_from()
    {
        using var services = Counting.Provide();
        services.Dispatch(new AddOne());
        Assert.Equal(1, services.Count());
    }

    [Fact]
    public void Features_are_found_by_name_in_any_case()
    {
        using var services = Counting.Provide();
        Assert.Same(services.Get<CountFeature>(), services.Get<IStore>().Features["cOUNT"]);
    }

    [Fact]
    public void Two_features_of_one_name_are_refused()
    {
        using var services = Counting.Provide(o => o.AddFeature<SameNameFeature>());
        Assert.Contains(
            "COUNT",
            Assert.Throws<InvalidOperationException>(services.Get<IStore>).Message
        );
    }

    [Fact]
    public void A_reducer_without_a_feature_is_refused()
    {
        using var services = Counting.Provide(o => o.AddReducers(typeof(TotalReducers)));
        Assert.Contains(
            nameof(TotalReducers),
            Assert.Throws<InvalidOperationException>(services.Get<IStore>).Message
        );
    }

    [Fact]
    public void A_null_action_is_refused()
    {
        using var services = Counting.Provide();
        Assert.Throws<ArgumentNullException>(() => services.Get<IDispatcher>().Dispatch(null!));
    }

    [Fact]
    public async Task Nothing_is_lost_when_many_threads_dispatch()
    {
        using var services = Counting.Provide();
        var dispatcher = services.Get<IDispatcher>();
        await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(_ =>
                    Task.Run(() =>
                    {
                        for (var i = 0; i < 1250; i++)
                            dispatcher.Dispatch(new Add(1));
                    })
                )
        );
        await services.Get<IStore>().WhenIdle();
        Assert.Equal(10_000, services.Count());
    }

    [Fact]
    public async Task A_store_disposed_in_the_course_of_an_action_works_off_nothing_more()
    {
        using var services = Counting.Provide();
        using var scope = services.CreateScope();
        var circuit = scope.ServiceProvider;
        var (store, state, dispatcher) = (
            circuit.Get<IStore>(),
            circuit.Get<IState<Count>>(),
            circuit.Get<IDispatcher>()
        );
        circuit
            .Get<IActionSubscriber>()
            .SubscribeToAction<Rename>(
                this,
                _ =>
                {
                    dispatcher.Dispatch(new Add(1));
                    scope.Dispose();
                    dispatcher.Dispatch(new Add(1));
                }
            );
        dispatcher.Dispatch(new Rename("last"));
        dispatcher.Dispatch(new Add(1));
        await store.WhenIdle();
        Assert.Equal(new Count(0, "last"), state.Value);
    }

    private static List<(string Message, object? Action)> Failures(IServiceProvider services)
    {
        var failures = new List<(string, object?)>();
        services.Get<IStore>().UnhandledException += (_, e) =>
        {
            failures.Add((e.Exception.Message, e.Action));
            e.Handled();
        };
        return failures;
    }

    public sealed record Total(int Value, int Broken = 0);

    public sealed class TotalFeature : Feature<Total>
    {
        public override string GetName() => "Total";

        protected override Total GetInitialState() => new(0);
    }

    public static class TotalReducers
    {
        [ReducerMethod]
        public static Total On(Total total, Add add) =>
            total with
            {
                Value = total.Value + add.Amount,
            };

        [ReducerMethod(typeof(Break))]
        public static Total Break(Total total) => total with { Broken = -1 };
    }

    public sealed class SameNameFeature : Feature<Total>
    {
        public override string GetName() => "COUNT";

        protected override Total GetInitialState() => new(0);
    }

    private sealed class LineLog : ILoggerProvider, ILogger
    {
        public List<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => Lines.Add($"{formatter(state, exception)} {exception}");

        public void Dispose() { }
    }

    public sealed class Steps
    {
        public List<string> Taken { get; } = [];

        public Func<object, bool> Veto { get; init; } = _ => false;

        public TaskCompletionSource? Ready { get; init; }

        public void Add(string step) => Taken.Add(step);
    }

    public sealed class StepMiddleware(Steps steps, IState<Count> count) : Middleware
    {
        public override Task InitializeAsync(IDispatcher dispatcher, IStore store) =>
            steps.Ready?.Task ?? Task.CompletedTask;

        public override bool MayDispatchAction(object action)
        {
            steps.Add("may");
            return !steps.Veto(action);
        }

        public override void BeforeDispatch(object action) =>
            steps.Add($"before {count.Value.Value}");

        public override void AfterDispatch(object action) =>
            steps.Add($"after {count.Value.Value}");
    }

    public sealed class StepEffects(Steps steps)
    {
        [EffectMethod]
        public Task On(Add _, IDispatcher dispatcher)
        {
            steps.Add("effect");
            return Task.CompletedTask;
        }
    }
}
