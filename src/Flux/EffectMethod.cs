using System.Reflection;

namespace HeiChartViewer.Flux;

/// <summary>A registered effect, read once a process.</summary>
internal sealed class EffectMethod
{
    private readonly MethodInvoker _invoker;
    private readonly bool _takesAction;
    private readonly bool _takesToken;

    private EffectMethod(Type owner, MethodInfo method, EffectMethodAttribute mark)
    {
        Type[] parameters = [.. method.GetParameters().Select(p => p.ParameterType)];
        _takesAction = mark.ActionType is null;
        _takesToken = parameters is [.., var last] && last == typeof(CancellationToken);
        var (first, rest) = _takesAction
            ? (parameters.FirstOrDefault(), parameters.Skip(1))
            : (mark.ActionType, parameters);
        Type[] expected = _takesToken
            ? [typeof(IDispatcher), typeof(CancellationToken)]
            : [typeof(IDispatcher)];
        if (method.ReturnType != typeof(Task) || !rest.SequenceEqual(expected))
            throw AttributedMethods.Refused(
                owner,
                method,
                "an effect is (action, IDispatcher[, CancellationToken]) -> Task, or the same without the action where ActionType is given"
            );
        Owner = method.IsStatic ? null : owner;
        ActionType = first!;
        Mode = mark.Mode;
        _invoker = MethodInvoker.Create(method);
    }

    /// <summary>The type to take an instance of; null for a static method.</summary>
    public Type? Owner { get; }

    public Type ActionType { get; }

    public EffectMode Mode { get; }

    public static IEnumerable<EffectMethod> In(Type type) =>
        AttributedMethods
            .Of<EffectMethodAttribute>(type)
            .Select(found => new EffectMethod(type, found.Method, found.Mark));

    public Task Invoke(object? target, object action, IDispatcher dispatcher, CancellationToken run)
    {
        object?[] arguments = (_takesAction, _takesToken) switch
        {
            (true, true) => [action, dispatcher, run],
            (true, false) => [action, dispatcher],
            (false, true) => [dispatcher, run],
            (false, false) => [dispatcher],
        };
        return (Task)_invoker.Invoke(target, arguments.AsSpan())!;
    }
}
