using System.Text;
using HealtheIntent.Client;
using HeiChartViewer.Tests.Unit.Client.Support;

namespace HeiChartViewer.Tests.Unit.Client.Json;

public sealed class MutationTests
{
    private const string Count = "MUTATIONS";
    private const int UsualCount = 5_000;

    /// <summary>
    /// Of every operation that reads JSON, the same number. 100,000 take half a minute: before a release, run with
    /// <c>MUTATIONS=100000</c>.
    /// </summary>
    [Fact]
    public async Task Any_broken_body_gives_a_value_or_a_typed_error()
    {
        var bodies = int.TryParse(Environment.GetEnvironmentVariable(Count), out var count)
            ? count
            : UsualCount;
        var random = new Random(20261123);
        var body = Array.Empty<byte>();
        var transport = new StubTransport(
            (_, _) =>
            {
                var answer = Answer.Ok("");
                answer.Content = new ByteArrayContent(body);
                return answer;
            }
        );
        using var client = Wire.Client(transport);
        var reads = Operations.All.Where(operation => operation.ReadsJson).ToList();
        int values = 0,
            errors = 0;

        for (var i = 0; i < bodies; i++)
        {
            var operation = reads[i % reads.Count];
            body = Mutation.Of(Encoding.UTF8.GetBytes(operation.Sample), random);
            try
            {
                await operation.Call(client);
                values++;
            }
            catch (ContractViolationException)
            {
                errors++;
            }
        }

        Assert.Equal(bodies, values + errors);
        Assert.InRange(values, 1, bodies - 1);
    }
}
