using HealtheIntent.Client;
using HeiChartViewer.Tests.Unit.Sandbox;

namespace HeiChartViewer.Tests.Unit.Client.Patients;

public sealed class SandboxLookupTests(SandboxHost host) : IClassFixture<SandboxHost>
{
    private const string Missing = "4040404040";

    [Fact]
    public async Task Many_people_are_looked_up_at_once_as_each_is_alone()
    {
        using var client = HealtheIntentClient.Create(
            new HealtheIntentOptions
            {
                BaseAddress = host.Server.BaseAddress,
                Credential = { BearerToken = "sandbox-bearer-token" },
            }
        );
        var people = (await host.GetAsync("/sandbox/catalogue"))
            .EnumerateArray()
            .Where(entry => entry.Text("dataPartitionId") == SandboxHost.StBrigid)
            .Select(entry => entry.Text("personId")!)
            .Distinct()
            .Append(Missing)
            .ToList();

        var found = await client.Patients.LookupManyAsync(
            SandboxHost.Population,
            SandboxHost.StBrigid,
            people
        );

        Assert.InRange(people.Count, 101, int.MaxValue);
        Assert.Equal(people.Order(), found.Keys.Order());
        Assert.Equal(
            SandboxHost.Analisa,
            Assert.IsType<PatientLookup.One>(found["151579"]).PatientId
        );
        Assert.Equal(2, Assert.IsType<PatientLookup.Many>(found["660123"]).PatientIds.Count);
        Assert.IsType<PatientLookup.None>(found[Missing]);
        foreach (var person in people.TakeLast(20))
        {
            var alone = await client.Patients.LookupAsync(
                SandboxHost.Population,
                new SourceIdentifier(SandboxHost.StBrigid, person)
            );
            Assert.Equal(Told(alone), Told(found[person]));
        }
    }

    private static string Told(PatientLookup lookup) =>
        lookup switch
        {
            PatientLookup.One one => one.PatientId,
            PatientLookup.Many many => string.Join(' ', many.PatientIds),
            _ => "none",
        };
}
