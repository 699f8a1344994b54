using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace HeiChartViewer.Tests.Unit.Client.Support;

/// <summary>Writes down what an assembly shows to its users, one member a line, in a fixed order.</summary>
internal static class PublicSurface
{
    private const BindingFlags Declared =
        BindingFlags.Public
        | BindingFlags.Instance
        | BindingFlags.Static
        | BindingFlags.DeclaredOnly;

    private static readonly NullabilityInfoContext Nullability = new();

    public static string Of(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (
            var type in assembly
                .GetExportedTypes()
                .OrderBy(type => type.FullName, StringComparer.Ordinal)
        )
        {
            text.Append(CultureInfo.InvariantCulture, $"{Kind(type)} {Name(type)}");
            if (type.BaseType is { } parent && parent != typeof(object) && parent != typeof(Enum))
                text.Append(CultureInfo.InvariantCulture, $" : {Name(parent)}");
            text.Append('\n');
            foreach (var member in Members(type).Order(StringComparer.Ordinal))
                text.Append(CultureInfo.InvariantCulture, $"  {member}\n");
        }
        return text.ToString();
    }

    private static string Kind(Type type) =>
        type switch
        {
            { IsEnum: true } => "enum",
            { IsAbstract: true, IsSealed: true } => "static class",
            { IsAbstract: true } => "abstract class",
            _ => "class",
        };

    private static string[] Members(Type type)
    {
        if (type.IsEnum)
            return Enum.GetNames(type);
        var constructors = type.GetConstructors()
            .Select(constructor => $"new({Parameters(constructor)})");
        var properties = type.GetProperties(Declared)
            .Select(property =>
                $"{property.Name}: {Name(property.PropertyType)}{Mark(Nullability.Create(property))}{Setter(property)}"
            );
        var constants = type.GetFields(Declared)
            .Select(field => $"const {field.Name}: {Name(field.FieldType)}");
        // What the compiler writes for every record says nothing about this one.
        var methods = type.GetMethods(Declared)
            .Where(method =>
                (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal))
                && method.Name
                    is not (
                        "Equals"
                        or "GetHashCode"
                        or "ToString"
                        or "Deconstruct"
                        or "op_Equality"
                        or "op_Inequality"
                        or "<Clone>$"
                    )
            )
            .Select(method =>
                $"{method.Name}({Parameters(method)}): {Name(method.ReturnType)}{Mark(Nullability.Create(method.ReturnParameter))}"
            );
        return [.. constructors, .. properties, .. constants, .. methods];
    }

    private static string Parameters(MethodBase method) =>
        string.Join(
            ", ",
            method
                .GetParameters()
                .Select(parameter =>
                    $"{Name(parameter.ParameterType)}{Mark(Nullability.Create(parameter))} {parameter.Name}{(parameter.HasDefaultValue ? " = default" : "")}"
                )
        );

    private static string Setter(PropertyInfo property) =>
        property.SetMethod is not { IsPublic: true } setter ? ""
        : setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit))
            ? " { init }"
        : " { set }";

    private static string Mark(NullabilityInfo nullability) =>
        !nullability.Type.IsValueType && nullability.ReadState is NullabilityState.Nullable
            ? "?"
            : "";

    private static string Name(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } value)
            return Name(value) + "?";
        if (type.IsGenericParameter)
            return type.Name;
        var name = type.IsNested ? $"{Name(type.DeclaringType!)}.{type.Name}" : type.Name;
        return type.IsGenericType
            ? $"{name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>"
            : name;
    }
}
