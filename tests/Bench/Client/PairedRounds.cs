using System.Diagnostics;

namespace HeiChartViewer.Bench.Client;

/// <summary>
/// Runs every way of doing the same thing once a round, in random order, and compares within the round: what disturbs
/// the machine for a while disturbs them all.
/// </summary>
internal sealed class PairedRounds(int rounds)
{
    // The first rounds pay for just-in-time compilation, in tiers.
    private const int WarmUp = 8;

    // Fixed: the order is arbitrary, but the same in each run.
    private readonly Random _random = new(20261123);

    /// <summary>What each way took in each round.</summary>
    public async Task<IReadOnlyDictionary<string, List<Sample>>> RunAsync(
        int repetitions,
        IReadOnlyList<(string Name, Func<Task> Work)> ways
    )
    {
        var samples = ways.ToDictionary(way => way.Name, _ => new List<Sample>());
        var order = ways.ToArray();
        for (var round = -WarmUp; round < rounds; round++)
        {
            _random.Shuffle(order);
            foreach (var (name, work) in order)
            {
                var sample = await MeasureAsync(repetitions, work);
                if (round >= 0)
                    samples[name].Add(sample);
            }
        }
        return samples;
    }

    private static async Task<Sample> MeasureAsync(int repetitions, Func<Task> work)
    {
        GC.Collect();
        var bytes = GC.GetTotalAllocatedBytes(precise: true);
        var started = Stopwatch.GetTimestamp();
        for (var i = 0; i < repetitions; i++)
            await work();
        var elapsed = Stopwatch.GetElapsedTime(started);
        return new Sample(
            elapsed.TotalMilliseconds / repetitions,
            (GC.GetTotalAllocatedBytes(precise: true) - bytes) / 1024.0 / repetitions
        );
    }
}

/// <summary>One way in one round.</summary>
/// <param name="Milliseconds">The time of one repetition.</param>
/// <param name="Kibibytes">What this process allocated for one repetition.</param>
internal sealed record Sample(double Milliseconds, double Kibibytes);
