using System.Reflection;

namespace HeiChartViewer.Flux;

/// <summary>A registered reducer, read once a process.</summary>
internal sealed class ReducerMethod
{
    private readonly MethodInvoker _invoker;
    private readonly bool _takesAction;

    private ReducerMethod(Type owner, MethodInfo method, ReducerMethodAttribute mark)
    {
        var parameters = method.GetParameters();
        _takesAction = mark.ActionType is null;
        if (
            parameters.Length != (_takesAction ? 2 : 1)
            || method.ReturnType != parameters[0].ParameterType
        )
            throw AttributedMethods.Refused(
                owner,
                method,
                "a reducer is (state, action) -> state, or with ActionType given (state) -> state"
            );
        Name = $"{owner}.{method.Name}";
        Owner = method.IsStatic ? null : owner;
        StateType = method.ReturnType;
        ActionType = mark.ActionType ?? parameters[1].ParameterType;
        _invoker = MethodInvoker.Create(method);
    }

    public string Name { get; }

    /// <summary>The type to take an instance of; null for a static method.</summary>
    public Type? Owner { get; }

    public Type StateType { get; }

    public Type ActionType { get; }

    public static IEnumerable<ReducerMethod> In(Type type) =>
        AttributedMethods
            .Of<ReducerMethodAttribute>(type)
            .Select(found => new ReducerMethod(type, found.Method, found.Mark));

    public Func<object, object, object> Bind(object? target) =>
        _takesAction
            ? (state, action) => _invoker.Invoke(target, state, action)!
            : (state, _) => _invoker.Invoke(target, state)!;
}
