using HeiChartViewer.Flux;
using Microsoft.Extensions.DependencyInjection;

namespace HeiChartViewer.Tests.Unit.Flux;

public sealed record Count(int Value, string Label = "");

public record Add(int Amount);

/// <summary>A descendant, to be answered wherever <see cref="Add"/> is.</summary>
public sealed record AddOne() : Add(1);

public sealed record Rename(string Label);

public sealed record Keep;

public sealed record Break;

public sealed class CountFeature : Feature<Count>
{
    public override string GetName() => "Count";

    protected override Count GetInitialState() => new(0);
}

public static class CountReducers
{
    [ReducerMethod]
    public static Count On(Count count, Add add) => count with { Value = count.Value + add.Amount };

    [ReducerMethod]
    public static Count On(Count count, Rename rename) => count with { Label = rename.Label };

    [ReducerMethod(typeof(Keep))]
    public static Count Keep(Count count) => count;

    [ReducerMethod(typeof(Break))]
    public static Count Break(Count count) => throw new InvalidOperationException("broken reducer");
}

/// <summary>A store of its own for a test.</summary>
public static class Counting
{
    public static FluxOptions AddCounting(this FluxOptions options) =>
        options.AddFeature<CountFeature>().AddReducers(typeof(CountReducers));

    public static ServiceProvider Provide(
        Action<FluxOptions>? configure = null,
        params object[] services
    )
    {
        var collection = new ServiceCollection();
        foreach (var service in services)
            collection.AddSingleton(service.GetType(), service);
        collection.AddFlux(options => options.AddCounting());
        collection.AddFlux(configure ?? (_ => { }));
        return collection.BuildServiceProvider();
    }

    public static T Get<T>(this IServiceProvider services)
        where T : notnull => services.GetRequiredService<T>();

    public static int Count(this IServiceProvider services) =>
        services.Get<IState<Count>>().Value.Value;

    public static void Dispatch(this IServiceProvider services, params object[] actions)
    {
        foreach (var action in actions)
            services.Get<IDispatcher>().Dispatch(action);
    }
}
