using HealtheIntent.Client;
using Microsoft.Extensions.Logging;

namespace HeiChartViewer.Tests.Unit.Client.Support;

/// <summary>A client over a transport of the test's, with the vendor's published example IDs (contract 1.3).</summary>
internal static class Wire
{
    public const string Host = "https://cernerdemo.api.us-1.healtheintent.com";
    public const string Population = "1424e81d-8cea-4d6b-b140-d6630b684a58";
    public const string Partition = "877307a0-b5f5-4a01-9d4b-9fead6bcf788";
    public const string Patient = "a2f6a16d-1331-4ccc-8f70-6c4d953ba70b";
    public const string Token = "header.payload.signature";

    public static string PatientRoot(string api) =>
        $"{Host}/{api}/v1/populations/{Population}/patients/{Patient}";

    public static HealtheIntentOptions Options() =>
        new()
        {
            Tenant = "cernerdemo",
            Region = "us-1",
            PopulationId = Population,
            Credential = { BearerToken = Token },
        };

    public static HealtheIntentClient Client(
        HttpMessageHandler transport,
        TimeProvider? time = null,
        Action<HealtheIntentOptions>? configure = null,
        ILoggerFactory? logging = null
    )
    {
        var options = Options();
        configure?.Invoke(options);
        return HealtheIntentClient.Create(
            options,
            transport,
            time ?? new SkippingTimeProvider(),
            logging
        );
    }

    public static IAsyncEnumerable<Page<Allergy>> Allergies(
        this HealtheIntentClient client,
        CancellationToken cancellationToken = default
    ) => client.Allergies.ListAsync(Population, Patient, cancellationToken: cancellationToken);

    /// <summary>Reads the whole list. A wait that the test's clock never ends is a failure and not a hang.</summary>
    public static Task<List<Page<T>>> AllAsync<T>(this IAsyncEnumerable<Page<T>> pages) =>
        CollectAsync(pages).WaitAsync(TimeSpan.FromSeconds(30));

    private static async Task<List<Page<T>>> CollectAsync<T>(IAsyncEnumerable<Page<T>> pages)
    {
        var all = new List<Page<T>>();
        await foreach (var page in pages)
            all.Add(page);
        return all;
    }
}
