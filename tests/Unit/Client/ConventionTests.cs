using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization.Metadata;
using HealtheIntent.Client;
using HealtheIntent.Client.Json;
using HealtheIntent.Client.Legacy;
using HeiChartViewer.Tests.Unit.Client.Support;

namespace HeiChartViewer.Tests.Unit.Client;

public sealed class ConventionTests
{
    private static readonly Type[] Public = typeof(HealtheIntentClient).Assembly.GetExportedTypes();

    private static readonly MethodInfo[] Calls =
    [
        .. Public
            .SelectMany(type =>
                type.GetMethods(
                    BindingFlags.Public
                        | BindingFlags.Instance
                        | BindingFlags.Static
                        | BindingFlags.DeclaredOnly
                )
            )
            .Where(method =>
                IsAsync(method.ReturnType)
                && method.Name is not nameof(IAsyncDisposable.DisposeAsync)
            ),
    ];

    [Fact]
    public void Every_call_ends_in_Async_and_takes_a_cancellation_token_last()
    {
        Assert.NotEmpty(Calls);
        Assert.All(
            Calls,
            call =>
            {
                Assert.EndsWith("Async", call.Name, StringComparison.Ordinal);
                Assert.Equal(typeof(CancellationToken), call.GetParameters()[^1].ParameterType);
                Assert.True(call.GetParameters()[^1].HasDefaultValue);
            }
        );
    }

    [Fact]
    public void Every_list_comes_in_pages()
    {
        var lists = Calls
            .Where(call => call.Name.StartsWith("List", StringComparison.Ordinal))
            .ToList();

        Assert.NotEmpty(lists);
        Assert.All(
            lists,
            list =>
            {
                Assert.Equal(
                    typeof(IAsyncEnumerable<>),
                    list.ReturnType.GetGenericTypeDefinition()
                );
                Assert.Equal(
                    typeof(Page<>),
                    list.ReturnType.GetGenericArguments()[0].GetGenericTypeDefinition()
                );
            }
        );
    }

    [Fact]
    public void Every_call_that_comes_in_pages_lets_its_caller_say_how()
    {
        var paged = Calls
            .Where(call =>
                call.DeclaringType != typeof(PageExtensions)
                && call.ReturnType.IsGenericType
                && call.ReturnType.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>)
            )
            .ToList();

        Assert.NotEmpty(paged);
        Assert.All(
            paged,
            call =>
                Assert.Contains(
                    call.GetParameters()
                        .Select(parameter => parameter.ParameterType)
                        .SelectMany(type =>
                            type.GetProperties().Select(member => member.PropertyType).Append(type)
                        ),
                    type => type.IsAssignableTo(typeof(PageQuery))
                )
        );
    }

    [Fact]
    public void Every_class_is_sealed_or_a_base_that_only_this_library_extends() =>
        Assert.All(
            Public.Where(type => type.IsClass && !type.IsSealed),
            type => Assert.True(type.IsAbstract, type.Name)
        );

    [Fact]
    public void Every_value_is_immutable() =>
        Assert.All(
            Public
                .Where(type => type.GetMethod("<Clone>$") is not null)
                .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
                .Where(property => property.SetMethod is { IsPublic: true }),
            property =>
                Assert.Contains(
                    typeof(IsExternalInit),
                    property.SetMethod!.ReturnParameter.GetRequiredCustomModifiers()
                )
        );

    [Fact]
    public void Every_record_is_read_through_the_generated_context() =>
        Assert.All(
            Public.Where(type => !type.IsAbstract && type.IsAssignableTo(typeof(OpenObject))),
            type =>
                Assert.IsAssignableFrom<JsonTypeInfo>(
                    HealtheIntentJson.Default.GetTypeInfo(type.DeclaringType ?? type)
                        ?? ValueJson.Default.GetTypeInfo(type)
                        ?? LegacyJson.Default.GetTypeInfo(type)
                )
        );

    [Fact]
    public void Every_kind_of_record_has_an_api_on_the_client_and_a_name_of_its_own()
    {
        var apis = typeof(HealtheIntentClient)
            .GetProperties()
            .Select(property => property.PropertyType)
            .Where(type =>
                type.IsGenericType && type.GetGenericTypeDefinition() == typeof(RecordApi<>)
            )
            .Select(type => type.GetGenericArguments()[0].Name);
        var models = Public
            .Where(type => type.IsSubclassOf(typeof(ClinicalRecord)))
            .Select(type => type.Name);

        Assert.Equal(models.Order(), apis.Order());
        Assert.Equal(models.Order(), RecordKind.All.Select(kind => kind.RecordType.Name).Order());
        Assert.Distinct(RecordKind.All.Select(kind => kind.Name));
    }

    [Fact]
    public void Every_api_of_the_client_is_in_its_guide() =>
        Assert.All(
            typeof(HealtheIntentClient).GetProperties(),
            property =>
                Assert.Contains(
                    Guide.Rows(),
                    row =>
                        row.EntryPoint.Contains(
                            $"`client.{property.Name}`",
                            StringComparison.Ordinal
                        )
                )
        );

    [Fact]
    public void Every_error_is_one_of_ours_and_made_by_us_alone() =>
        Assert.All(
            Public.Where(type => type.IsAssignableTo(typeof(Exception)) && !type.IsAbstract),
            type =>
            {
                Assert.True(type.IsSubclassOf(typeof(HealtheIntentException)));
                Assert.Empty(type.GetConstructors());
            }
        );

    [Fact]
    public void No_type_of_the_resilience_library_is_part_of_the_surface() =>
        Assert.All(
            Public.SelectMany(type => type.GetMembers()).OfType<MethodInfo>(),
            method =>
                Assert.DoesNotContain(
                    method
                        .GetParameters()
                        .Select(parameter => parameter.ParameterType)
                        .Append(method.ReturnType),
                    type => type.Namespace?.StartsWith("Polly", StringComparison.Ordinal) == true
                )
        );

    private static bool IsAsync(Type type) =>
        type == typeof(Task)
        || type == typeof(ValueTask)
        || (
            type.IsGenericType
            && (
                type.GetGenericTypeDefinition() == typeof(Task<>)
                || type.GetGenericTypeDefinition() == typeof(ValueTask<>)
                || type.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>)
            )
        );
}
