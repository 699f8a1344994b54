using HeiChartViewer.Web.Launch.Signed;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Tokens;

namespace HeiChartViewer.Tests.Unit.Web.Launch.Signed;

/// <summary>Launch tokens that no host signed.</summary>
public sealed class SignedLaunchFuzzTests(SignedViewer viewer) : IClassFixture<SignedViewer>
{
    private const int Tokens = 100_000;
    private const int Seed = 20261123;

    [Fact]
    public async Task No_mutated_token_is_believed_or_breaks_the_check()
    {
        var check = viewer.Services.GetRequiredService<SignedLaunchCheck>();
        var real = viewer.Key.Sign(viewer.Claims());
        var random = new Random(Seed);
        var tokens = Enumerable
            .InfiniteSequence(0, 1)
            .Select(_ => Mutate(real, random))
            .Where(token => token != real)
            .Take(Tokens)
            .ToArray();

        await Parallel.ForEachAsync(
            tokens,
            async (token, cancellation) =>
                await Assert.ThrowsAsync<SignedLaunchException>(() =>
                    check.CheckAsync(
                        token,
                        new Uri(viewer.Http.BaseAddress!, "/launch").ToString(),
                        cancellation
                    )
                )
        );
        // What it was made from is still good: nothing was used up.
        using var answer = await viewer.LaunchAsync(real);
        viewer.Opened(answer);
    }

    private static string Mutate(string token, Random random)
    {
        var parts = token.Split('.');
        return random.Next(6) switch
        {
            0 => Changed(token, random),
            1 => token[..random.Next(token.Length)],
            2 => $"{Recoded(parts[0], random)}.{parts[1]}.{parts[2]}",
            3 => $"{parts[0]}.{Recoded(parts[1], random)}.{parts[2]}",
            4 => $"{parts[random.Next(3)]}.{parts[random.Next(2)]}.{parts[random.Next(2)]}",
            _ => $"{parts[0]}.{parts[1]}.{Base64UrlEncoder.Encode(Bytes(random, 64))}",
        };
    }

    /// <summary>A character in the middle: the last one's low bits may mean nothing.</summary>
    private static string Changed(string token, Random random)
    {
        var characters = token.ToCharArray();
        var place = random.Next(token.Length - 2);
        characters[place] = (char)random.Next(33, 126);
        return new string(characters);
    }

    private static string Recoded(string part, Random random)
    {
        var json = Base64UrlEncoder.DecodeBytes(part);
        json[random.Next(json.Length)] = (byte)random.Next(256);
        return Base64UrlEncoder.Encode(json);
    }

    private static byte[] Bytes(Random random, int count)
    {
        var bytes = new byte[count];
        random.NextBytes(bytes);
        return bytes;
    }
}
