using System.Security.Cryptography;
using System.Text;

namespace HeiChartViewer.Sandbox.Population;

/// <summary>SplitMix64: the same seed gives the same numbers on every runtime and machine.</summary>
internal sealed class SeededRandom(ulong state)
{
    private ulong _state = state;

    public SeededRandom(int seed, string name)
        : this(
            BitConverter.ToUInt64(SHA256.HashData(Encoding.UTF8.GetBytes($"random/{seed}/{name}")))
        ) { }

    /// <summary>A number from 0 up to but not including 1.</summary>
    public double Fraction() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A whole number from <paramref name="low"/> to <paramref name="high"/>, both included.</summary>
    public int Between(int low, int high) => low + (int)(Fraction() * (high - low + 1));

    public double Between(double low, double high) => low + Fraction() * (high - low);

    public bool Chance(double probability) => Fraction() < probability;

    public T Pick<T>(IReadOnlyList<T> items) => items[Between(0, items.Count - 1)];

    /// <summary>A draw from a bell of mean 0 and standard deviation 1, never beyond 3.</summary>
    public double Bell()
    {
        var sum = 0.0;
        for (var i = 0; i < 12; i++)
            sum += Fraction();
        return Math.Clamp(sum - 6, -3, 3);
    }

    private ulong Next()
    {
        var z = _state += 0x9E3779B97F4A7C15UL;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}
