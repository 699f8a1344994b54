using System.Globalization;
using HeiChartViewer.Tests.Unit.Sandbox.Smart;
using HeiChartViewer.Web.Audit;
using HeiChartViewer.Web.Launch.Smart;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace HeiChartViewer.Tests.Unit.Web.Launch.Smart;

/// <summary>Callbacks that no EHR sent.</summary>
public sealed class SmartFuzzTests(SmartHost ehr) : IClassFixture<SmartHost>
{
    private const int Callbacks = 20_000;
    private const int Seed = 20261123;

    private static readonly string[] Pieces =
    [
        "",
        " ",
        "%00",
        "%0d%0aSet-Cookie:x=y",
        "%F0%9F%92%89",
        "%e2%80%ae",
        "../../",
        "' or 1=1 --",
        "null",
        "{}",
        "%",
        "=",
        "A",
        new('x', 5000),
    ];

    [Fact]
    public async Task No_mutated_callback_opens_a_chart_or_breaks_the_viewer()
    {
        await using var viewer = await SmartViewer.StartAsync(ehr);
        // A code that was good and is now used up: everything else about a callback may be right.
        var browser = await new SmartBrowser(ehr, viewer).SignInAsync();
        var real = await browser.CallbackAsync();
        (await browser.OpenAsync(real)).Dispose();
        var accepted = viewer.Audit.Entries.Count;
        var random = new Random(Seed);
        var queries = Enumerable.Range(0, Callbacks).Select(_ => Mutate(real, random)).ToArray();

        await Parallel.ForEachAsync(
            queries,
            async (mutation, cancellation) =>
            {
                using var scope = viewer.Services.CreateScope();
                var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
                var query = mutation.Query;
                if (mutation.HasLaunch)
                    query = WithLaunch(viewer, context, mutation);
                context.Request.QueryString = new QueryString(query);
                var result = await viewer
                    .Services.GetRequiredService<SmartCallback>()
                    .RunAsync(context, cancellation);
                var status = Assert.IsAssignableFrom<IStatusCodeHttpResult>(result).StatusCode;
                Assert.InRange(status!.Value, 400, 502);
            }
        );

        var refused = viewer.Audit.Entries.Skip(accepted).ToArray();
        Assert.Equal(Callbacks, refused.Length);
        Assert.All(refused, entry => Assert.Equal(AuditAction.LaunchRefused, entry.Action));
        // The mutations got as far in as they could: to each of the checks, and to the token endpoint.
        foreach (
            var reason in new[]
            {
                "SmartRequestMalformed",
                "SmartStateUnknown",
                "SmartOtherBrowser",
                "SmartIssuerMixedUp",
                "SmartRequestRefused",
                "SmartCodeRefused: invalid_grant",
            }
        )
            Assert.Contains(
                refused,
                entry => entry.Detail!.StartsWith(reason, StringComparison.Ordinal)
            );
    }

    /// <summary>Begins a launch of its own, so that only what the mutation changed is wrong.</summary>
    private static string WithLaunch(SmartViewer viewer, HttpContext context, Mutation mutation)
    {
        var services = viewer.Services;
        var options = services.GetRequiredService<IOptions<SmartLaunchOptions>>().Value;
        var issuer = services.GetRequiredService<SmartIssuers>().Find(options.Issuers[0].Issuer)!;
        var launch = new PendingLaunch(issuer, $"{viewer.Http.BaseAddress}launch/callback", false);
        services.GetRequiredService<PendingLaunches>().Add(launch);
        if (mutation.HasCookie)
            context.Request.Headers.Cookie =
                $"heichartviewer-launch-{launch.State[..8]}={launch.BrowserKey}";
        return mutation.Query.Replace("STATE", launch.State, StringComparison.Ordinal);
    }

    private static Mutation Mutate(Uri real, Random random)
    {
        var parameters = QueryHelpers
            .ParseQuery(real.Query)
            .Select(parameter =>
                (parameter.Key, Value: Uri.EscapeDataString(parameter.Value.ToString()))
            )
            .ToList();
        var hasLaunch = random.Next(10) == 0;
        if (hasLaunch)
            Set("state", "STATE");
        var changes = random.Next(hasLaunch ? 2 : 4);
        for (var i = 0; i < changes; i++)
        {
            var at = random.Next(parameters.Count);
            var (key, value) = parameters[at];
            switch (random.Next(6))
            {
                case 0 when parameters.Count > 1:
                    parameters.RemoveAt(at);
                    break;
                case 1:
                    parameters.Add((key, value));
                    break;
                case 2:
                    parameters[at] = (key, Pieces[random.Next(Pieces.Length)]);
                    break;
                case 3:
                    parameters[at] = (key, value + Pieces[random.Next(Pieces.Length)]);
                    break;
                case 4:
                    parameters.Add(("error", random.Next().ToString(CultureInfo.InvariantCulture)));
                    break;
                default:
                    var place = random.Next(value.Length + 1);
                    parameters[at] = (key, value.Insert(place, "z"));
                    break;
            }
        }
        // Half of them with the error that some servers send instead of a code.
        if (hasLaunch && random.Next(4) == 0)
        {
            parameters.RemoveAll(parameter => parameter.Key == "code");
            parameters.Add(("error", "made_up"));
        }
        return new Mutation(
            "?" + string.Join('&', parameters.Select(p => $"{p.Key}={p.Value}")),
            hasLaunch,
            HasCookie: random.Next(4) > 0
        );

        void Set(string key, string value)
        {
            var at = parameters.FindIndex(parameter => parameter.Key == key);
            parameters[at] = (key, value);
        }
    }

    private sealed record Mutation(string Query, bool HasLaunch, bool HasCookie);
}
