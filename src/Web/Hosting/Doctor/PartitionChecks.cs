using HealtheIntent.Client;
using HeiChartViewer.Web.Tenants;

namespace HeiChartViewer.Web.Hosting.Doctor;

/// <summary>Whether the data partitions of the configuration are the tenant's.</summary>
internal sealed class PartitionChecks(
    HealtheIntentClient client,
    string population,
    IReadOnlyList<DataPartitionOptions> partitions
)
{
    public IEnumerable<string> Names => partitions.Select(NameOf);

    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellation)
    {
        var known = await ListAsync(cancellation);
        return await Task.WhenAll(
            partitions.Select((one, index) => CheckAsync(one, index, known, cancellation))
        );
    }

    private static string NameOf(DataPartitionOptions partition) =>
        $"Data partition {partition.Name}";

    /// <summary>What the tenant calls its partitions, by ID; null where it does not say.</summary>
    private async Task<Dictionary<string, string?>?> ListAsync(CancellationToken cancellation)
    {
        var names = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        try
        {
            await foreach (
                var partition in client
                    .DataSources.ListPartitionsAsync(null, cancellation)
                    .ItemsAsync(cancellation)
            )
                names[partition.Id] = partition.Name;
            return names;
        }
        catch (HealtheIntentException)
        {
            // The grant's own line tells why.
            return null;
        }
    }

    private async Task<Finding> CheckAsync(
        DataPartitionOptions partition,
        int index,
        Dictionary<string, string?>? known,
        CancellationToken cancellation
    )
    {
        var check = NameOf(partition);
        var mender = Menders.Key($"Viewer:DataPartitions:{index}:Id");
        string? name = null;
        if (known?.TryGetValue(partition.Id, out name) is false)
            return Finding.Fails(check, "not in the tenant's list of data partitions", mender);
        var error = await Attempt.OfAsync(() =>
            client.Patients.LookupAsync(
                population,
                new SourceIdentifier(partition.Id, GrantChecks.Nobody),
                cancellation
            )
        );
        return error switch
        {
            null when name is not null => Finding.Works(check, $"the tenant calls it {name}"),
            // Contract 3.1 does not say how an unknown partition differs from an unknown person.
            null => Finding.Works(
                check,
                "a lookup of nobody is answered; only a real person proves the ID"
            ),
            InvalidRequestException => Finding.Fails(
                check,
                $"not known to the tenant. {error.Message}",
                mender
            ),
            _ => Finding.Of(check, error),
        };
    }
}
