using System.Reflection;
using System.Text;
using System.Text.Json.Serialization.Metadata;
using HealtheIntent.Client;
using HealtheIntent.Client.Json;

namespace HeiChartViewer.Tests.Unit.Client.Json;

public sealed class AnswerBodyTests
{
    private const int Bodies = 100_000;

    private static readonly FailedCall Call = new("things.list", "thing", null, null);

    [Fact]
    public void Of_a_hundred_thousand_broken_bodies_each_gives_a_value_or_a_typed_error()
    {
        var reads = Samples
            .Types.Select(type =>
                (Body: Encoding.UTF8.GetBytes(Samples.All[type.Key]), Read: ReaderOf(type.Value))
            )
            .ToArray();
        int values = 0,
            errors = 0;

        Parallel.For(
            0,
            reads.Length,
            kind =>
            {
                var (body, read) = reads[kind];
                var random = new Random(20261123 + kind);
                var ends = (Values: 0, Errors: 0);
                for (var i = kind; i < Bodies; i += reads.Length)
                    try
                    {
                        read(Mutation.Of(body, random));
                        ends.Values++;
                    }
                    catch (ContractViolationException)
                    {
                        ends.Errors++;
                    }
                Interlocked.Add(ref values, ends.Values);
                Interlocked.Add(ref errors, ends.Errors);
            }
        );

        Assert.Equal(Bodies, values + errors);
        Assert.InRange(values, Bodies / 20, Bodies * 19 / 20);
    }

    private static Action<byte[]> ReaderOf(JsonTypeInfo type) =>
        typeof(AnswerBodyTests)
            .GetMethod(nameof(Reader), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(type.Type)
            .CreateDelegate<Func<JsonTypeInfo, Action<byte[]>>>()(type);

    private static Action<byte[]> Reader<T>(JsonTypeInfo type)
        where T : class => body => AnswerBody.Read(Call, body, (JsonTypeInfo<T>)type);
}
