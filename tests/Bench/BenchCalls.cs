using HealtheIntent.Client;
using Microsoft.Extensions.DependencyInjection;

namespace HeiChartViewer.Bench;

/// <summary>The lists of a chart, read by each contender.</summary>
internal static class BenchCalls
{
    private const string Population = "population";

    public static readonly string[] Paths =
    [
        "patient/v1/populations/population/patients/{0}/demographics?limit=100",
        "allergy/v1/populations/population/patients/{0}/allergies?limit=100",
        "condition/v1/populations/population/patients/{0}/conditions?limit=100",
        "medication/v1/populations/population/patients/{0}/medications?limit=100",
        "immunization/v1/populations/population/patients/{0}/immunizations?limit=100",
        "procedure/v1/populations/population/patients/{0}/procedures?limit=100",
        "observation/v1/populations/population/patients/{0}/observations?limit=100",
        "encounter/v1/populations/population/patients/{0}/encounters?limit=100",
        "longitudinal-record/v1/populations/population/patients/{0}/document-references?limit=100",
    ];

    /// <summary>The first pages of a chart, each a call of its own.</summary>
    public static IEnumerable<Func<Task>> Chart(HealtheIntentClient client, string patient) =>
        [
            () => FirstAsync(client.Patients.ListDemographicsAsync(Population, patient)),
            () => FirstAsync(client.Allergies.ListAsync(Population, patient)),
            () => FirstAsync(client.Conditions.ListAsync(Population, patient)),
            () => FirstAsync(client.Medications.ListAsync(Population, patient)),
            () => FirstAsync(client.Immunizations.ListAsync(Population, patient)),
            () => FirstAsync(client.Procedures.ListAsync(Population, patient)),
            () => FirstAsync(client.Observations.ListAsync(Population, patient)),
            () => FirstAsync(client.Encounters.ListAsync(Population, patient)),
            () => FirstAsync(client.Documents.ListAsync(Population, patient)),
        ];

    public static IEnumerable<Func<Task>> Chart(HttpClient client, string patient) =>
        Paths.Select(path =>
            (Func<Task>)(
                async () =>
                {
                    var address = string.Format(
                        System.Globalization.CultureInfo.InvariantCulture,
                        path,
                        patient
                    );
                    using var response = await client.GetAsync(new Uri(address, UriKind.Relative));
                    response.EnsureSuccessStatusCode();
                    await response.Content.ReadAsByteArrayAsync();
                }
            )
        );

    /// <summary>A plain client behind the standard resilience handler at its defaults.</summary>
    public static ServiceProvider Standard(Uri address)
    {
        var services = new ServiceCollection();
        services
            .AddHttpClient("standard", client => client.BaseAddress = address)
            .AddStandardResilienceHandler();
        return services.BuildServiceProvider();
    }

    private static async Task FirstAsync<T>(IAsyncEnumerable<Page<T>> pages)
    {
        await foreach (var _ in pages)
            return;
    }
}
