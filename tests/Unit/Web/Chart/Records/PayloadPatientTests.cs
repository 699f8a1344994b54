using HealtheIntent.Client;
using HeiChartViewer.Web.Chart.Records;
using HeiChartViewer.Web.Chart.Sections;

namespace HeiChartViewer.Tests.Unit.Web.Chart.Records;

/// <summary>What a page is compared with is what its records say, whichever kind they are of.</summary>
public sealed class PayloadPatientTests
{
    private static readonly Reference Named = new(Sample.PatientId);
    private readonly HealtheIntentClient _client = Sample.Client();

    [Fact]
    public void Control_38_Every_section_reads_the_patient_that_its_records_name()
    {
        AssertReads(
            RecordSections.Demographics(Sample.Clients(_client)),
            new() { Patient = Named }
        );
        AssertReads(RecordSections.Allergies(Sample.Clients(_client)), new() { Patient = Named });
        AssertReads(RecordSections.Conditions(Sample.Clients(_client)), new() { Patient = Named });
        AssertReads(
            RecordSections.Medications(Sample.Clients(_client), new ManualClock()),
            new() { Patient = Named }
        );
        AssertReads(RecordSections.Results(Sample.Clients(_client)), new() { Patient = Named });
        AssertReads(RecordSections.Encounters(Sample.Clients(_client)), new() { Patient = Named });
        AssertReads(
            RecordSections.Immunizations(Sample.Clients(_client)),
            new() { Patient = Named }
        );
        AssertReads(RecordSections.Procedures(Sample.Clients(_client)), new() { Patient = Named });
        AssertReads(RecordSections.Documents(Sample.Clients(_client)), new() { Patient = Named });
    }

    private static void AssertReads<TRecord>(SectionDefinition<TRecord> section, TRecord record) =>
        Assert.Equal(Sample.PatientId, section.PatientOf(record));
}
