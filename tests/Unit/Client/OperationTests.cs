using System.Net;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using HealtheIntent.Client;
using HeiChartViewer.Tests.Unit.Client.Support;

namespace HeiChartViewer.Tests.Unit.Client;

public sealed class OperationTests
{
    public static TheoryData<string> Names =>
        [.. Operations.All.Select(operation => operation.Name)];

    public static TheoryData<string> Offset =>
        [
            .. Operations
                .All.Where(operation =>
                    operation.Address.Contains("offset=0", StringComparison.Ordinal)
                )
                .Select(operation => operation.Name),
        ];

    [Fact]
    public void Every_operation_of_the_client_is_tested_on_the_wire() =>
        Assert.Equal(
            typeof(HealtheIntentClient)
                .GetProperties()
                .SelectMany(
                    property => Calls(property.PropertyType),
                    (property, call) => $"{property.Name}.{call.Name}"
                )
                .Order(StringComparer.Ordinal),
            Operations.All.Select(operation => operation.Name).Order(StringComparer.Ordinal)
        );

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_request_is_the_contracts_line_headers_and_body(string name)
    {
        var operation = Of(name);
        var transport = StubTransport.Ok(operation.Sample);
        using var client = Wire.Client(transport);

        await operation.Call(client);

        var sent = transport.Only;
        Assert.Equal(operation.Method, sent.Method);
        Assert.Equal(operation.Address, sent.Address.AbsoluteUri);
        Assert.Equal(operation.Body, sent.Body);
        var headers = new SortedDictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["Accept"] = operation.Accept,
            ["Authorization"] = $"Bearer {Wire.Token}",
            ["cerner-correlation-id"] = sent.Headers["cerner-correlation-id"],
            ["User-Agent"] = sent.Headers["User-Agent"],
        };
        if (operation.Body is not null)
            headers["Content-Type"] = "application/json";
        Assert.Equal(headers, sent.Headers.OrderBy(header => header.Key, headers.Comparer));
        Assert.True(Guid.TryParse(sent.Headers["cerner-correlation-id"], out _));
        Assert.Matches("^HealtheIntent\\.Client/[0-9]", sent.Headers["User-Agent"]);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Each_documented_status_is_its_error_and_none_tells_who_was_asked_for(
        string name
    )
    {
        const string Body =
            """{"code":400,"message":"secret","errorDetails":[{"locationType":"query","location":"limit","message":"secret"}]}""";
        var operation = Of(name);
        foreach (var (status, expected) in DocumentedErrors.All)
        {
            var body = status is HttpStatusCode.NoContent ? "" : Body;
            using var client = Wire.Client(StubTransport.Always(status, body));

            var error = await Record.ExceptionAsync(() => operation.Call(client));

            if (operation.Answers.Contains(status))
            {
                Assert.Null(error);
                continue;
            }
            Assert.IsType(expected, error);
            Assert.Equal(Answer.CorrelationId, ((HealtheIntentException)error).CorrelationId);
            Assert.Contains(
                $"/{((HealtheIntentException)error).Api}",
                Path(operation),
                StringComparison.Ordinal
            );
            Assert.All(
                ["secret", Wire.Population, Wire.Partition, Wire.Patient, Wire.Token, "151579"],
                text => Assert.DoesNotContain(text, error.ToString(), StringComparison.Ordinal)
            );
        }
    }

    /// <summary>Pages are told apart by their JSON: every model of a list must be written as it was read.</summary>
    [Theory]
    [MemberData(nameof(Offset))]
    public async Task A_list_by_offset_whose_platform_ignores_it_is_an_error_after_one_page(
        string name
    )
    {
        var operation = Of(name);
        var sample = JsonNode.Parse(operation.Sample)!;
        sample[sample["total_results"] is null ? "totalResults" : "total_results"] = 9;
        sample["more_results"] = true;
        var transport = StubTransport.Ok(sample.ToJsonString());
        using var client = Wire.Client(transport);

        await Assert.ThrowsAsync<ContractViolationException>(() => operation.Call(client));

        Assert.Equal(2, transport.Sent.Count);
    }

    /// <summary>The address with a legacy API's name, which is in its host, in the path as well.</summary>
    private static string Path(Operation operation)
    {
        var address = new Uri(operation.Address);
        return $"/{address.Host.Split('.')[1]}{address.AbsolutePath}";
    }

    private static Operation Of(string name) =>
        Operations.All.Single(operation => operation.Name == name);

    private static IEnumerable<MethodInfo> Calls(Type api) =>
        api.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Concat(
                api.Assembly.GetExportedTypes()
                    .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static))
                    .Where(method =>
                        method.IsDefined(typeof(ExtensionAttribute))
                        && method.GetParameters()[0].ParameterType == api
                    )
            )
            .Where(method => method.Name.EndsWith("Async", StringComparison.Ordinal));
}
