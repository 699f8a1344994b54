using System.Globalization;
using System.Net;
using System.Text;
using HealtheIntent.Client;
using HealtheIntent.Client.Transport;
using HeiChartViewer.Tests.Unit.Client.Support;

namespace HeiChartViewer.Tests.Unit.Client;

/// <summary>Every operation over a real socket, by the transport that is used in earnest.</summary>
public sealed class OperationSocketTests
{
    public static TheoryData<string> Names => OperationTests.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_bytes_of_a_request_are_the_contracts_line_headers_and_body(string name)
    {
        var operation = Of(name);
        await using var server = new SocketServer(_ => Text(HttpStatusCode.OK, operation.Sample));
        using var client = At(server.Address);

        await operation.Call(client);

        var (line, headers, body) = Parts(Assert.Single(server.Received));
        Assert.Equal($"{operation.Method} {Target(operation)} HTTP/1.1", line);
        Assert.Equal(operation.Body ?? "", body);
        List<string> expected =
        [
            $"Accept: {operation.Accept}",
            "Accept-Encoding: gzip, deflate, br",
            $"Authorization: Bearer {Wire.Token}",
            $"Host: {server.Address.Authority}",
        ];
        if (operation.Body is { Length: var length })
            expected.AddRange(["Content-Type: application/json", $"Content-Length: {length}"]);
        var own = headers.Except(expected).Order(StringComparer.OrdinalIgnoreCase).ToList();
        Assert.Equal(expected.Count + own.Count, headers.Count);
        Assert.Collection(
            own,
            id => Assert.Matches("^cerner-correlation-id: [0-9a-f-]{36}$", id),
            agent =>
                Assert.Matches(@"^User-Agent: HealtheIntent\.Client/[0-9]+\.[0-9]+\.[0-9]+$", agent)
        );
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Each_documented_status_is_its_error(string name)
    {
        const string Body =
            """{"code":400,"message":"secret","errorDetails":[{"locationType":"query","location":"limit","message":"secret"}]}""";
        var operation = Of(name);
        var status = HttpStatusCode.OK;
        await using var server = new SocketServer(_ => Text(status, Body));
        foreach (var (next, expected) in DocumentedErrors.All)
        {
            status = next;
            using var client = At(server.Address);

            var error = await Record.ExceptionAsync(() => operation.Call(client));

            if (operation.Answers.Contains(status))
            {
                Assert.Null(error);
                continue;
            }
            Assert.IsType(expected, error);
            Assert.Equal(status, ((HealtheIntentException)error).Status);
            Assert.Equal(Answer.CorrelationId, ((HealtheIntentException)error).CorrelationId);
            Assert.DoesNotContain("secret", error.ToString(), StringComparison.Ordinal);
        }
    }

    private static HealtheIntentClient At(Uri server) =>
        Wire.Client(HandlerChain.Transport(), configure: options => options.BaseAddress = server);

    /// <summary>The target at an address that stands in the place of all hosts: the older generation is below a path there.</summary>
    private static string Target(Operation operation)
    {
        var host = new Uri(operation.Address).Host;
        var target = operation.Address[
            (operation.Address.IndexOf(host, StringComparison.Ordinal) + host.Length)..
        ];
        var kind = host.Split('.')[1];
        return kind == "api" ? target : $"/legacy/{kind}{target}";
    }

    private static string Text(HttpStatusCode status, string body)
    {
        var head =
            $"HTTP/1.1 {(int)status} {status}\r\nConnection: close\r\ncerner-correlation-id: {Answer.CorrelationId}\r\n";
        return status is HttpStatusCode.NoContent or HttpStatusCode.NotModified
            ? head + "\r\n"
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{head}Content-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}"
            );
    }

    private static (string Line, List<string> Headers, string Body) Parts(string request)
    {
        var parts = request.Split("\r\n\r\n", 2);
        var lines = parts[0].Split("\r\n");
        return (lines[0], [.. lines[1..]], parts[1]);
    }

    private static Operation Of(string name) =>
        Operations.All.Single(operation => operation.Name == name);
}
