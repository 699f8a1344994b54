using System.Text.Json;
using HealtheIntent.Client;
using HeiChartViewer.Tests.Unit.Sandbox;
using HeiChartViewer.Web.Chart.Records;
using HeiChartViewer.Web.Chart.Sections;

namespace HeiChartViewer.Tests.Unit.Web.Chart.Sections;

/// <summary>Every kind of record, as a tenant sends it.</summary>
public sealed class SharedRecordsTests(SandboxHost host) : IClassFixture<SandboxHost>
{
    [Fact]
    public async Task Rule_4_No_record_of_any_kind_says_anything_else_after_sharing()
    {
        using var client = HealtheIntentClient.Create(
            new()
            {
                Tenant = "sandbox",
                BaseAddress = host.Server.BaseAddress,
                PopulationId = SandboxHost.Population,
                Credential = new() { BearerToken = "sandbox-bearer-token" },
            }
        );

        await CheckAsync(RecordSections.Allergies(Sample.Clients(client)), allergy => allergy.Type);
        await CheckAsync(
            RecordSections.Conditions(Sample.Clients(client)),
            condition => condition.Status
        );
        await CheckAsync(
            RecordSections.Medications(Sample.Clients(client), TimeProvider.System),
            medication => medication.Status
        );
        await CheckAsync(
            RecordSections.Dispenses(Sample.Clients(client)),
            dispense => dispense.Status
        );
        await CheckAsync(RecordSections.Results(Sample.Clients(client)), result => result.Status);
        await CheckAsync(
            RecordSections.Encounters(Sample.Clients(client)),
            encounter => encounter.Status
        );
        await CheckAsync(
            RecordSections.Immunizations(Sample.Clients(client)),
            immunization => immunization.Status
        );
        await CheckAsync(
            RecordSections.Procedures(Sample.Clients(client)),
            procedure => procedure.Status
        );
        await CheckAsync(
            RecordSections.Documents(Sample.Clients(client)),
            document => document.Status
        );
    }

    private static async Task CheckAsync<TRecord>(
        RecordSection<TRecord> section,
        Func<TRecord, CodeableConcept?> alike
    )
        where TRecord : ClinicalRecord
    {
        var shared = new SharedValues();
        var session = Sample.Session(patientId: SandboxHost.Analisa);
        var held = new HashSet<object?>(ReferenceEqualityComparer.Instance);
        var records = 0;
        await foreach (var page in section.Read(session, CancellationToken.None))
        foreach (var record in page.Items)
        {
            var after = section.Share(record, shared);
            Assert.Equal(JsonSerializer.Serialize(record), JsonSerializer.Serialize(after));
            held.Add(alike(after));
            records++;
        }
        Assert.True(held.Count < records, $"Each of {records} {section.Noun} holds its own.");
    }
}
