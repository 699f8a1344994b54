using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using HeiChartViewer.Flux;
using HeiChartViewer.Tests.Unit.Client.Support;
using Microsoft.AspNetCore.Components;

namespace HeiChartViewer.Tests.Unit.Web;

public sealed partial class ConventionTests
{
    private static readonly Type[] Types = typeof(HeiChartViewer.Web.Program).Assembly.GetTypes();

    public static TheoryData<Type> StatesAndActions =>
        [
            .. Types
                .SelectMany(type => type.GetMethods())
                .SelectMany(StatesAndActionsOf)
                .Where(type => !type.IsInterface && type != typeof(object))
                .Distinct(),
        ];

    /// <summary>An action that is equal to itself alone, as each opening of a document is, is a class and no record.</summary>
    [Theory]
    [MemberData(nameof(StatesAndActions))]
    public void Every_state_and_every_action_is_sealed_and_immutable(Type type)
    {
        Assert.True(type.IsSealed, $"{type} is not sealed.");
        AssertImmutable(type, []);
    }

    [Fact]
    public void Every_state_is_a_record() =>
        Assert.All(
            Types
                .SelectMany(type => type.GetMethods())
                .Where(method => method.IsDefined(typeof(ReducerMethodAttribute)))
                .Select(method => method.ReturnType),
            state => Assert.NotNull(state.GetMethod("<Clone>$"))
        );

    [Fact]
    public void Every_component_that_holds_something_to_let_go_of_lets_go_of_it() =>
        Assert.Empty(
            Types
                .Where(type =>
                    type.IsAssignableTo(typeof(IComponent))
                    && !type.IsAssignableTo(typeof(IDisposable))
                    && !type.IsAssignableTo(typeof(IAsyncDisposable))
                )
                .SelectMany(type =>
                    type.GetFields(
                        BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public
                    )
                )
                .Where(field =>
                    field.FieldType.IsAssignableTo(typeof(IStateChangedNotifier))
                    || field.FieldType.IsAssignableTo(typeof(IActionSubscriber))
                    || field.FieldType.IsAssignableTo(typeof(CancellationTokenSource))
                    || field.FieldType.IsAssignableTo(typeof(ITimer))
                )
                .Select(field => $"{field.DeclaringType}.{field.Name}")
        );

    [Fact]
    public void Whoever_subscribes_to_an_event_takes_the_subscription_back()
    {
        var root = Path.Combine(Repository.Root, "src", "Web");
        var subscriptions = Directory
            .EnumerateFiles(root, "*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".cs" or ".razor")
            .SelectMany(file =>
                Subscription().Matches(File.ReadAllText(file)).Select(found => (file, found))
            )
            .ToList();

        Assert.NotEmpty(subscriptions);
        Assert.All(
            subscriptions,
            one =>
                Assert.Contains(
                    $"{one.found.Groups["event"].Value} -= {one.found.Groups["handler"].Value};",
                    File.ReadAllText(one.file),
                    StringComparison.Ordinal
                )
        );
    }

    /// <summary>The state and the action of a reducer, the action of an effect.</summary>
    private static IEnumerable<Type> StatesAndActionsOf(MethodInfo method)
    {
        var parameters = method.GetParameters().Select(parameter => parameter.ParameterType);
        if (method.GetCustomAttribute<ReducerMethodAttribute>() is { } reducer)
            return reducer.ActionType is { } reduced ? [method.ReturnType, reduced] : parameters;
        if (method.GetCustomAttribute<EffectMethodAttribute>() is { } effect)
            return [effect.ActionType ?? parameters.First()];
        return [];
    }

    private static void AssertImmutable(Type type, HashSet<Type> seen)
    {
        if (type.IsGenericType)
            foreach (var argument in type.GetGenericArguments())
                AssertImmutable(argument, seen);
        if (type.Assembly != typeof(HeiChartViewer.Web.Program).Assembly || !seen.Add(type))
            return;
        foreach (
            var property in type.GetProperties(
                BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic
            )
        )
        {
            var name = $"{type}.{property.Name}";
            Assert.True(
                property.SetMethod is null
                    || property
                        .SetMethod.ReturnParameter.GetRequiredCustomModifiers()
                        .Contains(typeof(IsExternalInit)),
                $"{name} can be set."
            );
            Assert.False(
                property.PropertyType.IsArray || IsChangeableList(property.PropertyType),
                $"{name} holds a list that can change."
            );
            AssertImmutable(property.PropertyType, seen);
        }
    }

    private static bool IsChangeableList(Type type) =>
        type.IsGenericType
        && (
            type.GetGenericTypeDefinition() == typeof(List<>)
            || type.GetGenericTypeDefinition() == typeof(IList<>)
            || type.GetGenericTypeDefinition() == typeof(Dictionary<,>)
            || type.GetGenericTypeDefinition() == typeof(IDictionary<,>)
            || type.GetGenericTypeDefinition() == typeof(HashSet<>)
        );

    [GeneratedRegex(@"(?<event>\b[A-Z_][\w.]*) \+= (?<handler>[A-Z]\w*);")]
    private static partial Regex Subscription();
}
