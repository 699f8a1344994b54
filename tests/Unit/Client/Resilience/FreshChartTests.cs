using System.Net;
using System.Text;
using HealtheIntent.Client;
using HeiChartViewer.Tests.Unit.Client.Support;

namespace HeiChartViewer.Tests.Unit.Client.Resilience;

/// <summary>What one section's failure leaves behind for the chart that is opened next: nothing.</summary>
public sealed class FreshChartTests
{
    private const string Faulty = "/allergy/";

    public static TheoryData<string> Faults =>
        ["401", "403", "404", "429", "500", "malformed", "truncated", "wrong content type"];

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_chart_opened_after_a_fault_has_every_section_at_once(string fault)
    {
        var time = new SkippingTimeProvider();
        var healed = false;
        var transport = new StubTransport(
            (request, _) => healed || !IsFaulty(request) ? Page() : Failure(fault)
        );
        using var client = Wire.Client(transport, time);
        using (var before = client.OpenSession())
            await Assert.ThrowsAnyAsync<HealtheIntentException>(() =>
                before.Allergies().AllAsync()
            );

        healed = true;
        var opened = time.GetUtcNow();
        using var fresh = client.OpenSession();
        await Task.WhenAll(Chart(fresh));

        Assert.InRange(time.GetUtcNow() - opened, TimeSpan.Zero, TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task A_chart_opened_while_a_section_of_another_stalls_has_every_section_at_once()
    {
        var time = new SkippingTimeProvider();
        using var stalled = new SemaphoreSlim(0);
        using var leaving = new CancellationTokenSource();
        var healed = false;
        var transport = new StubTransport(
            async (request, _, token) =>
            {
                if (healed || !IsFaulty(request))
                    return Page();
                stalled.Release();
                await Task.Delay(Timeout.Infinite, token);
                throw new InvalidOperationException();
            }
        );
        using var client = Wire.Client(transport, time);
        using var before = client.OpenSession();
        var waiting = before.Allergies(leaving.Token).AllAsync();
        await stalled.WaitAsync();

        healed = true;
        using var fresh = client.OpenSession();
        await Task.WhenAll(Chart(fresh));

        Assert.False(waiting.IsCompleted);
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    [Fact]
    public async Task An_api_that_is_throttled_again_and_again_leaves_the_others_alone()
    {
        var time = new SkippingTimeProvider();
        var transport = new StubTransport(
            (request, _) => IsFaulty(request) ? Failure("429") : Page()
        );
        using var client = Wire.Client(transport, time);

        for (var chart = 0; chart < 5; chart++)
        {
            await Assert.ThrowsAsync<ThrottledException>(() => client.Allergies().AllAsync());

            var opened = time.GetUtcNow();
            await Task.WhenAll(Others(client));
            Assert.Equal(opened, time.GetUtcNow());
        }
    }

    private static Task[] Chart(HealtheIntentClient client) =>
        [client.Allergies().AllAsync(), .. Others(client)];

    private static Task[] Others(HealtheIntentClient client) =>
        [
            client.Patients.ListDemographicsAsync(Wire.Population, Wire.Patient).AllAsync(),
            client.Conditions.ListAsync(Wire.Population, Wire.Patient).AllAsync(),
            client.Medications.ListAsync(Wire.Population, Wire.Patient).AllAsync(),
            client.Immunizations.ListAsync(Wire.Population, Wire.Patient).AllAsync(),
            client.Procedures.ListAsync(Wire.Population, Wire.Patient).AllAsync(),
            client.Observations.ListAsync(Wire.Population, Wire.Patient).AllAsync(),
            client.Encounters.ListAsync(Wire.Population, Wire.Patient).AllAsync(),
            client.Documents.ListAsync(Wire.Population, Wire.Patient).AllAsync(),
        ];

    private static bool IsFaulty(SentRequest request) =>
        request.Address.AbsolutePath.StartsWith(Faulty, StringComparison.Ordinal);

    private static HttpResponseMessage Page() => Answer.Ok("""{"items":[]}""");

    private static HttpResponseMessage Failure(string fault) =>
        fault switch
        {
            "malformed" => Answer.Ok("""{"items":["""),
            "truncated" => new(HttpStatusCode.OK) { Content = new BrokenContent() },
            "wrong content type" => new(HttpStatusCode.OK)
            {
                Content = new StringContent("<html></html>", Encoding.UTF8, "text/html"),
            },
            _ => Answer.With(Enum.Parse<HttpStatusCode>(fault)),
        };

    /// <summary>A body that breaks off.</summary>
    private sealed class BrokenContent : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
            throw new IOException("The connection was reset.");

        protected override bool TryComputeLength(out long length)
        {
            length = 100;
            return true;
        }
    }
}
