using System.Diagnostics.CodeAnalysis;
using HeiChartViewer.Flux;

namespace HeiChartViewer.Tests.Unit.Flux;

public sealed class FluxOptionsTests
{
    [Fact]
    public void Closed_generic_parts_are_parts_like_any_other()
    {
        using var services = Counting.Provide(o =>
            o.AddFeature<ListFeature<int>>()
                .AddReducers(typeof(ListReducers<int>))
                .AddFeature<ListFeature<string>>()
                .AddReducers(typeof(ListReducers<string>))
                .AddEffects<ListEffects<int>>()
        );
        services.Dispatch(new Append<int>(1), new Append<string>("a"));
        Assert.Equal([1, 0], services.Get<IState<Items<int>>>().Value.All);
        Assert.Equal(["a"], services.Get<IState<Items<string>>>().Value.All);
    }

    [Fact]
    public void Reducers_may_be_instances_and_classes()
    {
        using var services = Counting.Provide(
            o => o.AddReducers<Doubling>().AddReducers<Labelling>(),
            new Factor(3)
        );
        services.Dispatch(new Multiply(), new Add(2), new Multiply());
        Assert.Equal(new Count(6, "multiplied"), services.Get<IState<Count>>().Value);
    }

    [Theory]
    [InlineData(typeof(WrongResult), "(state, action) -> state")]
    [InlineData(typeof(WrongCount), "(state, action) -> state")]
    [InlineData(typeof(NotPublic), "must be public")]
    [InlineData(typeof(GenericMethod), "must not be generic")]
    [InlineData(typeof(ListReducers<>), "open generic")]
    [InlineData(typeof(Nothing), "no method with [ReducerMethod]")]
    public void What_could_never_reduce_is_refused_by_name(Type type, string rule)
    {
        var refused = Assert.Throws<InvalidOperationException>(() =>
            Counting.Provide(o => o.AddReducers(type))
        );
        Assert.Contains(rule, refused.Message, StringComparison.Ordinal);
        Assert.Contains(type.Name, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(typeof(NoTask), "-> Task")]
    [InlineData(typeof(NoDispatcher), "IDispatcher")]
    [InlineData(typeof(NoParameters), "IDispatcher")]
    [InlineData(typeof(Nothing), "no method with [EffectMethod]")]
    public void What_could_never_be_an_effect_is_refused_by_name(Type type, string rule)
    {
        var refused = Assert.Throws<InvalidOperationException>(() =>
            Counting.Provide(o => o.AddEffects(type))
        );
        Assert.Contains(rule, refused.Message, StringComparison.Ordinal);
        Assert.Contains(type.Name, refused.Message, StringComparison.Ordinal);
    }

    public sealed record Items<T>(IReadOnlyList<T> All);

    public sealed record Append<T>(T Item);

    public sealed class ListFeature<T> : Feature<Items<T>>
    {
        public override string GetName() => $"List.{typeof(T).Name}";

        protected override Items<T> GetInitialState() => new([]);
    }

    public static class ListReducers<T>
    {
        [SuppressMessage(
            "Design",
            "CA1000",
            Justification = "The store calls it, no one by its name."
        )]
        [ReducerMethod]
        public static Items<T> On(Items<T> items, Append<T> append) =>
            new([.. items.All, append.Item]);
    }

    public sealed class ListEffects<T>(IState<Items<T>> items)
        where T : struct
    {
        [EffectMethod]
        public Task On(Append<T> append, IDispatcher dispatcher)
        {
            if (items.Value.All.Count < 2)
                dispatcher.Dispatch(new Append<T>(default));
            return Task.CompletedTask;
        }
    }

    public sealed record Multiply;

    public sealed record Factor(int Value);

    public sealed class Doubling(Factor factor)
    {
        [ReducerMethod(typeof(Multiply))]
        public Count On(Count count) => count with { Value = count.Value * factor.Value };
    }

    public sealed class Labelling : Reducer<Count, Multiply>
    {
        public override Count Reduce(Count state, Multiply action) =>
            state with
            {
                Label = "multiplied",
            };
    }

    public static class WrongResult
    {
        [ReducerMethod]
        public static string On(Count count, Add add) => "";
    }

    public static class WrongCount
    {
        [ReducerMethod]
        public static Count On(Count count) => count;
    }

    public static class NotPublic
    {
        [ReducerMethod]
        internal static Count On(Count count, Add add) => count;
    }

    public static class GenericMethod
    {
        [ReducerMethod]
        public static Count On<T>(Count count, T add) => count;
    }

    public static class Nothing { }

    public static class NoTask
    {
        [EffectMethod]
        public static void On(Add add, IDispatcher dispatcher) { }
    }

    public static class NoDispatcher
    {
        [EffectMethod]
        public static Task On(Add add, CancellationToken token) => Task.CompletedTask;
    }

    public static class NoParameters
    {
        [EffectMethod]
        public static Task On() => Task.CompletedTask;
    }
}
