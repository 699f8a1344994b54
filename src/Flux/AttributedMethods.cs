using System.Reflection;

namespace HeiChartViewer.Flux;

/// <summary>Finds the marked methods of a registered type, and refuses what could never be called.</summary>
internal static class AttributedMethods
{
    private const BindingFlags All =
        BindingFlags.Public
        | BindingFlags.NonPublic
        | BindingFlags.Instance
        | BindingFlags.Static
        | BindingFlags.FlattenHierarchy;

    public static IReadOnlyList<(MethodInfo Method, TAttribute Mark)> Of<TAttribute>(Type type)
        where TAttribute : Attribute
    {
        if (type.ContainsGenericParameters)
            throw new InvalidOperationException(
                $"{type} is an open generic type; register a closed one."
            );
        var methods = new List<(MethodInfo, TAttribute)>();
        foreach (var method in type.GetMethods(All))
        {
            if (method.GetCustomAttribute<TAttribute>() is not { } mark)
                continue;
            if (!method.IsPublic)
                throw Refused(type, method, "it must be public");
            if (method.IsGenericMethodDefinition)
                throw Refused(type, method, "it must not be generic");
            methods.Add((method, mark));
        }
        return methods.Count > 0
            ? methods
            : throw new InvalidOperationException(
                $"{type} has no method with [{Name<TAttribute>()}]."
            );
    }

    public static InvalidOperationException Refused(Type type, MethodInfo method, string rule) =>
        new($"{type}.{method.Name} cannot be registered: {rule}.");

    private static string Name<TAttribute>() =>
        typeof(TAttribute).Name.Replace("Attribute", null, StringComparison.Ordinal);
}
