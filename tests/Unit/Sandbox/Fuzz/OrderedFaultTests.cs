using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace HeiChartViewer.Tests.Unit.Sandbox.Fuzz;

/// <summary>Whatever is broken in answers to hostile requests was ordered: not one more, and not one less.</summary>
public sealed class OrderedFaultTests
{
    private const int Requests = 8_000;

    [Fact]
    public async Task What_breaks_while_faults_are_ordered_was_ordered()
    {
        int[] ordered = [418, 500, 502, 503, 504];
        await using var tenant = await StartAsync(20261125);
        await tenant.OrderFaultsAsync([
            .. ordered.Select(status =>
                (object)
                    new
                    {
                        kind = "status",
                        status,
                        probability = 0.1,
                    }
            ),
            new { kind = "malformed", probability = 0.1 },
        ]);
        var answered = new Dictionary<int, int>();
        for (var number = 0; number < Requests; number++)
        {
            var (status, _, _) = await tenant.SendAsync(
                tenant.Requests.Next(tenant.Credential().Header)
            );
            answered[status] = answered.GetValueOrDefault(status) + 1;
        }

        var struck = await tenant.StruckByAsync(fault =>
            fault.Text("kind") == "status" ? fault.GetProperty("status").GetInt32() : 0
        );
        // Broken JSON comes as a 200, and is counted where what cuts is.
        struck.Remove(0);
        Assert.All(
            ordered,
            status => Assert.True(struck[status] > 10, $"{status}: {struck[status]}")
        );
        Assert.Equal(
            struck.OrderBy(x => x.Key),
            answered.Where(x => x.Key >= 500 || x.Key == 418).OrderBy(x => x.Key)
        );
    }

    /// <summary>What breaks an answer rather than its status: each is seen as often as it was ordered, all else is whole.</summary>
    [Fact]
    public async Task What_is_cut_hung_up_on_or_of_another_type_was_ordered()
    {
        await using var tenant = await StartAsync(20261126);
        await tenant.OrderFaultsAsync(
            Sometimes("truncate", "allergy"),
            Sometimes("stallMidBody", "condition"),
            Sometimes("stall"),
            Sometimes("reset"),
            Sometimes("wrongContentType"),
            Sometimes("malformed")
        );
        var (seen, unordered) = (new Dictionary<string, int>(), new List<string>());
        for (var number = 0; number < Requests; number++)
        {
            var request = tenant.Requests.Next(tenant.Credential().Header);
            // What is not sent cannot be cut: nobody asks whether anything changed.
            request = request with
            {
                Headers = [.. request.Headers.Where(header => header.Name != "If-None-Match")],
            };
            var (status, text, sent) = await tenant.SendAsync(request);
            if (Broken(status, text, sent, tenant.Server.WasAborted, request.Path) is not { } kind)
                continue;
            seen[kind] = seen.GetValueOrDefault(kind) + 1;
            if (kind == "unordered")
                unordered.Add($"{number}: {status} {request} {text}");
        }

        Assert.True(unordered.Count == 0, string.Join('\n', unordered.Take(5)));
        var struck = await tenant.StruckByAsync(fault => fault.Text("kind")!);
        Assert.All(struck, kind => Assert.True(kind.Value > 10, $"{kind.Key}: {kind.Value}"));
        Assert.Equal(struck.OrderBy(x => x.Key), seen.OrderBy(x => x.Key));

        static object Sometimes(string kind, string? api = null) =>
            new
            {
                kind,
                api,
                // Of one list only few are asked for.
                probability = api is null ? 0.1 : 1.0,
            };
    }

    /// <summary>Without the page of the EHR by which a stranger orders what no fault is.</summary>
    private static async Task<FuzzTenant> StartAsync(int seed) =>
        await FuzzTenant.StartAsync(seed, except: "/ehr/conduct");

    /// <summary>How an answer is broken; null where it is whole.</summary>
    private static string? Broken(
        int status,
        string text,
        IHeaderDictionary headers,
        bool wasAborted,
        string path
    )
    {
        if (wasAborted)
            return text switch
            {
                "" => "reset",
                "{" => "stall",
                _ => "unordered",
            };
        if (headers.ContentLength is { } length && length > Encoding.UTF8.GetByteCount(text))
            return path.StartsWith("/allergy/", StringComparison.Ordinal) ? "truncate"
                : path.StartsWith("/condition/", StringComparison.Ordinal) ? "stallMidBody"
                : "unordered";
        if (text.Contains("sign in to the network", StringComparison.Ordinal))
            return "wrongContentType";
        if (status >= 500)
            return "unordered";
        if (headers.ContentType != "application/json" || text.Length == 0)
            return null;
        try
        {
            using var json = JsonDocument.Parse(text);
            return null;
        }
        catch (JsonException)
        {
            return status == 200 ? "malformed" : "unordered";
        }
    }
}
