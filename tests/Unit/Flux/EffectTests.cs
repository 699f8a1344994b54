using HeiChartViewer.Flux;
using Microsoft.Extensions.DependencyInjection;

namespace HeiChartViewer.Tests.Unit.Flux;

public sealed class EffectTests
{
    private readonly Calls _calls = new();

    [Fact]
    public async Task Every_form_of_effect_runs()
    {
        using var services = Provide();
        services.Dispatch(new Rename("x"));
        await services.Get<IStore>().WhenIdle();
        Assert.Equal(
            ["class", "plain x", "static", "token x", "without action", "without action, token"],
            _calls.Started.Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task One_instance_serves_a_store_and_another_the_next()
    {
        using var services = Provide();
        for (var circuit = 0; circuit < 2; circuit++)
        {
            using var scope = services.CreateScope();
            scope.ServiceProvider.Dispatch(new Rename("x"), new Rename("y"));
            await scope.ServiceProvider.Get<IStore>().WhenIdle();
        }
        Assert.Equal(2, _calls.Instances);
    }

    [Fact]
    public async Task A_failing_effect_is_reported_and_stops_neither_the_others_nor_the_queue()
    {
        using var services = Provide();
        var failures = new List<string>();
        services.Get<IStore>().UnhandledException += (_, e) =>
        {
            failures.Add(e.Exception.Message);
            e.Handled();
        };
        services.Dispatch(new Fail(), new Add(1));
        await services.Get<IStore>().WhenIdle();
        Assert.Equal(["at once", "later"], failures.Order());
        Assert.Equal(1, services.Count());
    }

    [Fact]
    public void The_token_ends_with_the_circuit_and_late_answers_are_dropped()
    {
        using var services = Provide();
        using var scope = services.CreateScope();
        scope.ServiceProvider.Dispatch(new Search("a"));
        var state = scope.ServiceProvider.Get<IState<Count>>();
        var run = _calls.Runs["a"];
        scope.Dispose();
        Assert.True(run.Token.IsCancellationRequested);
        run.Answer.SetResult();
        Assert.Equal("", state.Value.Label);
    }

    [Fact]
    public async Task The_latest_run_cancels_the_one_before_and_drops_what_it_still_says()
    {
        using var services = Provide();
        services.Dispatch(new Search("old"), new Search("new"));
        Assert.True(_calls.Runs["old"].Token.IsCancellationRequested);
        Assert.False(_calls.Runs["new"].Token.IsCancellationRequested);
        _calls.Runs["new"].Answer.SetResult();
        _calls.Runs["old"].Answer.SetResult();
        await services.Get<IStore>().WhenIdle();
        Assert.Equal("new", services.Get<IState<Count>>().Value.Label);
    }

    [Fact]
    public void What_a_superseded_run_has_queued_is_dropped_when_its_turn_comes()
    {
        using var services = Provide();
        var subscriber = services.Get<IActionSubscriber>();
        services.Dispatch(new Search("old"));
        // While the newer search is under way the old one answers: its answer is queued before it is cancelled.
        subscriber.SubscribeToAction<Search>(
            this,
            _ => _calls.Runs["old"].Dispatcher.Dispatch(new Rename("old"))
        );
        services.Dispatch(new Search("new"));
        Assert.Equal("", services.Get<IState<Count>>().Value.Label);
    }

    [Fact]
    public void Runs_of_another_key_leave_one_another_alone()
    {
        using var services = Provide();
        services.Dispatch(
            new Search("a", Key: "left"),
            new Search("b", Key: "right"),
            new Search("c", Key: "left")
        );
        Assert.True(_calls.Runs["a"].Token.IsCancellationRequested);
        Assert.False(_calls.Runs["b"].Token.IsCancellationRequested);
    }

    [Fact]
    public async Task A_busy_effect_ignores_what_comes_meanwhile_and_runs_again_later()
    {
        using var services = Provide();
        services.Dispatch(new Save("first"), new Save("second"));
        Assert.Equal(["first"], _calls.Runs.Keys);
        _calls.Runs["first"].Answer.SetResult();
        await services.Get<IStore>().WhenIdle();
        services.Dispatch(new Save("third"));
        Assert.Equal(["first", "third"], _calls.Runs.Keys.Order());
        Assert.False(_calls.Runs["first"].Token.IsCancellationRequested);
        _calls.Runs["third"].Answer.SetResult();
    }

    [Fact]
    public async Task An_effect_may_take_the_store_s_own_parts_even_for_the_first_action()
    {
        using var services = Counting.Provide(o => o.AddEffects<FirstEffects>());
        await services.Get<IStore>().WhenIdle();
        Assert.Equal(7, services.Count());
    }

    private ServiceProvider Provide() =>
        Counting.Provide(
            o =>
                o.AddEffects<Effects>().AddEffects(typeof(StaticEffects)).AddEffects<ClassEffect>(),
            _calls
        );

    public sealed record Search(string Text, object? Key = null) : IKeyedAction
    {
        object IKeyedAction.Key => Key ?? "";
    }

    public sealed record Save(string Text);

    public sealed record Fail;

    public sealed record Run(IDispatcher Dispatcher, CancellationToken Token)
    {
        public TaskCompletionSource Answer { get; } = new();
    }

    public sealed class Calls
    {
        public List<string> Started { get; } = [];

        public Dictionary<string, Run> Runs { get; } = [];

        public int Instances { get; set; }
    }

    public sealed class Effects
    {
        private readonly Calls _calls;

        public Effects(Calls calls)
        {
            _calls = calls;
            calls.Instances++;
        }

        [EffectMethod]
        public Task Plain(Rename rename, IDispatcher dispatcher) => Note($"plain {rename.Label}");

        [EffectMethod]
        public Task Token(Rename rename, IDispatcher dispatcher, CancellationToken token) =>
            Note($"token {rename.Label}");

        [EffectMethod(typeof(Rename))]
        public Task WithoutAction(IDispatcher dispatcher) => Note("without action");

        [EffectMethod(typeof(Rename))]
        public Task WithoutActionToken(IDispatcher dispatcher, CancellationToken token) =>
            Note("without action, token");

        [EffectMethod(typeof(Fail))]
        public static Task FailsAtOnce(IDispatcher dispatcher) =>
            throw new InvalidOperationException("at once");

        [EffectMethod(typeof(Fail))]
        public static async Task FailsLater(IDispatcher dispatcher)
        {
            await Task.Yield();
            throw new InvalidOperationException("later");
        }

        [EffectMethod(Mode = EffectMode.Latest)]
        public async Task On(Search search, IDispatcher dispatcher, CancellationToken token)
        {
            // Deliberately deaf to its token: the store must not depend on every effect being well-behaved.
            await Begin(search.Text, dispatcher, token);
            dispatcher.Dispatch(new Rename(search.Text));
        }

        [EffectMethod(Mode = EffectMode.IgnoreWhileBusy)]
        public Task On(Save save, IDispatcher dispatcher, CancellationToken token) =>
            Begin(save.Text, dispatcher, token);

        private Task Begin(string text, IDispatcher dispatcher, CancellationToken token)
        {
            var run = new Run(dispatcher, token);
            _calls.Runs.Add(text, run);
            return run.Answer.Task;
        }

        private Task Note(string call)
        {
            _calls.Started.Add(call);
            return Task.CompletedTask;
        }
    }

    public static class StaticEffects
    {
        [EffectMethod]
        public static Task On(Rename rename, IDispatcher dispatcher)
        {
            dispatcher.Dispatch(new StaticRan());
            return Task.CompletedTask;
        }
    }

    public sealed record StaticRan;

    public sealed class ClassEffect(Calls calls) : Effect<Rename>
    {
        [EffectMethod(Mode = EffectMode.Latest)]
        public override Task HandleAsync(
            Rename action,
            IDispatcher dispatcher,
            CancellationToken cancellationToken
        )
        {
            calls.Started.Add("class");
            return Task.CompletedTask;
        }

        [EffectMethod(typeof(StaticRan))]
        public Task On(IDispatcher dispatcher)
        {
            calls.Started.Add("static");
            return Task.CompletedTask;
        }
    }

    public sealed class FirstEffects(
        IState<Count> count,
        IDispatcher own,
        IActionSubscriber subscriber
    )
    {
        [EffectMethod]
        public Task On(StoreInitializedAction _, IDispatcher dispatcher)
        {
            subscriber.SubscribeToAction<Rename>(
                this,
                _ => own.Dispatch(new Add(count.Value.Value + 5))
            );
            dispatcher.Dispatch(new Add(1));
            dispatcher.Dispatch(new Rename("then"));
            return Task.CompletedTask;
        }
    }
}
