using System.Net;
using HealtheIntent.Client;
using HeiChartViewer.Tests.Unit.Client.Support;

namespace HeiChartViewer.Tests.Unit.Client.Json;

/// <summary>Whatever the bytes of an answer, a call ends with a value or with a typed error, and nothing else.</summary>
public sealed class MutationTests
{
    private const int Answers = 100_000;
    private const int Refusals = 15_000;

    /// <summary>With every member the contract names (contract 8.4).</summary>
    private const string Envelope =
        """{"code":400,"message":"secret","errorDetails":[{"domain":"d","reason":"invalid","message":"secret","locationType":"query","location":"limit"},{"locationType":"header","location":"Authorization","message":"secret"}]}""";

    [Fact]
    public async Task Of_a_hundred_thousand_broken_answers_each_gives_a_value_or_a_typed_error()
    {
        var reads = Operations.All.Where(operation => operation.ReadsJson).ToList();
        var values = 0;

        await OnEveryCoreAsync(
            reads.Count,
            async kind =>
            {
                var read = reads[kind];
                using var answers = new BrokenAnswers(HttpStatusCode.OK, read.Sample, kind);
                using var client = Wire.Client(answers);
                var bodies = Share(Answers, kind, reads.Count);
                for (var i = 0; i < bodies; i++)
                    if (await EndOfAsync(read, client) is not { } error)
                        Interlocked.Increment(ref values);
                    else
                        Assert.IsType<ContractViolationException>(error);
                // A page that claims that there is more is followed by another.
                Assert.InRange(answers.Sent, bodies, int.MaxValue);
            }
        );

        Assert.InRange(values, Answers / 20, Answers * 19 / 20);
    }

    [Fact]
    public async Task Whatever_the_body_of_a_refusal_its_status_says_which_error_it_is()
    {
        var refusals = (
            from operation in Operations.All
            from error in DocumentedErrors.All
            where error.Key >= HttpStatusCode.BadRequest
            select (Operation: operation, Status: error.Key, Error: error.Value)
        ).ToList();

        await OnEveryCoreAsync(
            refusals.Count,
            async kind =>
            {
                var (operation, status, expected) = refusals[kind];
                using var answers = new BrokenAnswers(status, Envelope, kind);
                var bodies = Share(Refusals, kind, refusals.Count);
                for (var i = 0; i < bodies; i++)
                {
                    // A client of its own: what the last refusal taught of the rate would hold this one up.
                    using var client = Wire.Client(
                        answers,
                        configure: options => options.Resilience.RetryCount = 0
                    );
                    var error = await EndOfAsync(operation, client);
                    if (operation.Answers.Contains(status))
                    {
                        Assert.Null(error);
                        continue;
                    }
                    Assert.IsType(expected, error);
                    Assert.DoesNotContain("secret", error.ToString(), StringComparison.Ordinal);
                }
                Assert.InRange(answers.Sent, bodies, int.MaxValue);
            }
        );
    }

    private static Task OnEveryCoreAsync(int kinds, Func<int, Task> run) =>
        Parallel.ForAsync(
            0,
            kinds,
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount },
            async (kind, _) => await run(kind)
        );

    private static int Share(int all, int kind, int kinds) =>
        all / kinds + (kind < all % kinds ? 1 : 0);

    /// <summary>The typed error a call ends with; null where it ends with a value.</summary>
    private static async Task<HealtheIntentException?> EndOfAsync(
        Operation operation,
        HealtheIntentClient client
    )
    {
        try
        {
            await operation.Call(client);
            return null;
        }
        catch (HealtheIntentException error)
        {
            return error;
        }
    }
}
