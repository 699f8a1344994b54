using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HeiChartViewer.Flux;

/// <summary>
/// What the store is made of. Every part is named, none is searched for: start-up reads no assembly, and what is
/// registered can be read in one place. A closed generic type is a type like any other.
/// </summary>
public sealed class FluxOptions
{
    private readonly IServiceCollection _services;

    internal FluxOptions(IServiceCollection services) => _services = services;

    /// <summary>Adds a feature, and with it the <see cref="IState{TState}"/> of its type of state.</summary>
    public FluxOptions AddFeature<TFeature>()
        where TFeature : class, IFeature
    {
        _services.AddScoped<TFeature>();
        _services.AddScoped<IFeature>(services => services.GetRequiredService<TFeature>());
        _services.AddScoped(
            StateOf(typeof(TFeature)),
            services => services.GetRequiredService<TFeature>()
        );
        return this;
    }

    /// <summary>Adds the <see cref="ReducerMethodAttribute"/> methods of a type, which may be static.</summary>
    public FluxOptions AddReducers(Type type)
    {
        foreach (var reducer in ReducerMethod.In(type))
        {
            _services.AddSingleton(reducer);
            AddOwner(reducer.Owner);
        }
        return this;
    }

    /// <summary>Adds the <see cref="ReducerMethodAttribute"/> methods of a class.</summary>
    public FluxOptions AddReducers<TReducers>()
        where TReducers : class => AddReducers(typeof(TReducers));

    /// <summary>Adds the <see cref="EffectMethodAttribute"/> methods of a type, which may be static.</summary>
    public FluxOptions AddEffects(Type type)
    {
        foreach (var effect in EffectMethod.In(type))
        {
            _services.AddSingleton(effect);
            AddOwner(effect.Owner);
        }
        return this;
    }

    /// <summary>Adds the <see cref="EffectMethodAttribute"/> methods of a class; one instance serves a store.</summary>
    public FluxOptions AddEffects<TEffects>()
        where TEffects : class => AddEffects(typeof(TEffects));

    /// <summary>Adds a middleware; they are called in the order they are added.</summary>
    public FluxOptions AddMiddleware<TMiddleware>()
        where TMiddleware : Middleware
    {
        _services.AddScoped<Middleware, TMiddleware>();
        return this;
    }

    private void AddOwner(Type? owner)
    {
        if (owner is not null)
            _services.TryAddScoped(owner);
    }

    private static Type StateOf(Type feature) =>
        feature
            .GetInterfaces()
            .Single(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IState<>));
}
