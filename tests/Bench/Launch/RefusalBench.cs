using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using HeiChartViewer.Tests.E2E.Fixtures;

namespace HeiChartViewer.Bench;

/// <summary>
/// How far apart refusals of signed launches are: a signature that is wrong, refused before anything is asked, beside
/// a patient whom nobody knows, refused by the tenant's answer (control 29).
/// </summary>
internal static class RefusalBench
{
    private const string Issuer = "https://host.example.org";
    private const string Partition = "877307a0-b5f5-4a01-9d4b-9fead6bcf788";
    private const int Parallel = 16;

    public static async Task RunAsync(int tries)
    {
        var folder = Directory.CreateTempSubdirectory("refusals-");
        try
        {
            using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            var keys = Path.Combine(folder.FullName, "keys.json");
            await File.WriteAllTextAsync(keys, Published(key));
            await using var viewer = await ViewerProcess.StartAsync(
                "--Viewer:LaunchesPerSecond",
                "10000",
                "--Launch:Signed:Issuers:host:Issuer",
                Issuer,
                "--Launch:Signed:Issuers:host:JwksFile",
                keys,
                "--Launch:Signed:Issuers:host:DataPartitions:0",
                Partition
            );
            using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
            var kinds = new Kind[]
            {
                new("signature wrong", number => Token(viewer.App, other, number, "151579")),
                new("patient unknown", number => Token(viewer.App, key, number, "4040404040")),
            };

            // The first answers pay for just-in-time compilation.
            const int warmUp = 64;
            // One kind after the other, so that both meet the same machine.
            await System.Threading.Tasks.Parallel.ForEachAsync(
                Enumerable.Range(-warmUp, warmUp + (kinds.Length * tries)),
                new ParallelOptions { MaxDegreeOfParallelism = Parallel },
                async (number, stop) =>
                {
                    var kind = kinds[Math.Abs(number) % kinds.Length];
                    var address = new Uri(viewer.App, $"/launch?token={kind.Token(number)}");
                    var clock = Stopwatch.StartNew();
                    using var answer = await http.GetAsync(address, stop);
                    var body = await answer.Content.ReadAsByteArrayAsync(stop);
                    if (number >= 0)
                        kind.Answers.Add(
                            ((int)answer.StatusCode, body.Length, clock.Elapsed.TotalMilliseconds)
                        );
                }
            );

            Console.WriteLine(
                $"refusals: {tries} of each kind, {Parallel} at a time, one kind after the other"
            );
            foreach (var kind in kinds)
                Console.WriteLine(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"  {kind.Name, -16} status {Distinct(kind, a => a.Status)}   bytes {Distinct(kind, a => a.Length)}   p50 {At(kind, 0.5), 7:0.00} ms   p95 {At(kind, 0.95), 7:0.00} ms"
                    )
                );
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"  apart            p50 {Apart(kinds, 0.5):0.00} ms   p95 {Apart(kinds, 0.95):0.00} ms   (target: under 5 ms at p95)"
                )
            );
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Published(ECDsa key)
    {
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        return JsonSerializer.Serialize(
            new
            {
                keys = new[]
                {
                    new
                    {
                        kty = "EC",
                        kid = "bench",
                        crv = "P-256",
                        x = Base64Url.EncodeToString(point.X),
                        y = Base64Url.EncodeToString(point.Y),
                    },
                },
            }
        );
    }

    private static string Token(Uri app, ECDsa key, int number, string patient)
    {
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        var signed =
            $"{Part(new { alg = "ES256", typ = "launch+jwt", kid = "bench" })}.{Part(
                new
                {
                    iss = Issuer,
                    aud = new Uri(app, "/launch").ToString(),
                    iat = now,
                    nbf = now,
                    exp = now + 90,
                    jti = $"bench-{number}",
                    sub = "u-1",
                    name = "Dr. Ward",
                    patient,
                    data_partition = Partition,
                    purpose_of_use = "TREAT",
                })}";
        lock (key)
            return $"{signed}.{Base64Url.EncodeToString(key.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256))}";
    }

    private static string Part(object part) =>
        Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(part));

    private static string Distinct(Kind kind, Func<(int Status, int Length, double), int> of) =>
        string.Join("/", kind.Answers.Select(of).Distinct().Order());

    private static double At(Kind kind, double share)
    {
        var sorted = kind.Answers.Select(answer => answer.Milliseconds).Order().ToList();
        return sorted[(int)(sorted.Count * share)];
    }

    private static double Apart(Kind[] kinds, double share) =>
        kinds.Max(kind => At(kind, share)) - kinds.Min(kind => At(kind, share));

    private sealed record Kind(string Name, Func<int, string> Token)
    {
        public ConcurrentBag<(int Status, int Length, double Milliseconds)> Answers { get; } = [];
    }
}
