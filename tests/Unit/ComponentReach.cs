using System.Reflection;
using HealtheIntent.Client;
using HeiChartViewer.Web.Audit;
using HeiChartViewer.Web.Launch.Smart;
using HeiChartViewer.Web.Search;
using HeiChartViewer.Web.Sessions;
using HeiChartViewer.Web.SignIn;
using HeiChartViewer.Web.Tenants;
using Microsoft.AspNetCore.Components;

namespace HeiChartViewer.Tests.Unit;

/// <summary>
/// What a component could reach past the store: whatever it holds in a property or a field or is constructed with, and
/// what that in turn is constructed with or holds.
/// </summary>
internal static class ComponentReach
{
    private const BindingFlags Instance =
        BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    /// <summary>What asks, writes, or knows the request.</summary>
    private static readonly Type[] Forbidden =
    [
        typeof(HttpMessageInvoker),
        typeof(IHttpClientFactory),
        typeof(IServiceProvider),
        typeof(HealtheIntentClient),
        typeof(TenantClients),
        typeof(IAuditLog),
    ];

    /// <summary>
    /// Of those that do, what a component may hold: each records first what it does. The EHR is told that its user is there,
    /// and is asked for nothing.
    /// </summary>
    private static readonly Type[] Allowed =
    [
        typeof(SearchOpening),
        typeof(UserSessions),
        typeof(ChartAdmission),
        typeof(SmartAuthority),
    ];

    /// <summary>The components that reach what they may not, each with the way there.</summary>
    public static IReadOnlyList<string> Offenders(IEnumerable<Type> components) =>
        [
            .. components
                .Where(typeof(IComponent).IsAssignableFrom)
                .SelectMany(component =>
                    Held(component)
                        .Where(held => !Allowed.Contains(held) && Reaches(held, []))
                        .Select(held => $"{component.Name}: {held.Name}")
                )
                .Distinct(),
        ];

    private static bool Reaches(Type type, HashSet<Type> seen)
    {
        if (!seen.Add(type))
            return false;
        // Named, because the source may not say it at all.
        if (
            type.Name == "IHttpContextAccessor"
            || Forbidden.Any(forbidden => forbidden.IsAssignableFrom(type))
        )
            return true;
        if (type.Namespace?.StartsWith("HealtheIntent", StringComparison.Ordinal) == true)
            return type.Name.EndsWith("Api", StringComparison.Ordinal);
        // What is not ours is known by name; ours, by what it holds.
        return type.Assembly == typeof(HeiChartViewer.Web.Program).Assembly
            && Held(type).Any(held => Reaches(held, seen));
    }

    private static IEnumerable<Type> Held(Type type)
    {
        for (
            var at = type;
            at is not null && at != typeof(object) && at != typeof(ComponentBase);
            at = at.BaseType
        )
        {
            foreach (var field in at.GetFields(Instance | BindingFlags.DeclaredOnly))
                yield return field.FieldType;
            foreach (var property in at.GetProperties(Instance | BindingFlags.DeclaredOnly))
                yield return property.PropertyType;
        }
        foreach (var constructor in type.GetConstructors(Instance))
        foreach (var parameter in constructor.GetParameters())
            yield return parameter.ParameterType;
    }
}
