using HealtheIntent.Client;
using HeiChartViewer.Web.Chart.Sections;

namespace HeiChartViewer.Web.Chart.Records;

/// <summary>The eight sections of clinical records, a part for each, and the demographics: where each is read and what is shown of it.</summary>
public static partial class RecordSections
{
    /// <summary>Demographics.</summary>
    public static SectionDefinition<DemographicRecord> Demographics(HealtheIntentClient client) =>
        new()
        {
            Api = "patient",
            Read = (session, cancellation) =>
                client.Patients.ListDemographicsAsync(
                    session.PopulationId,
                    session.PatientId,
                    cancellationToken: cancellation
                ),
            PatientOf = record => record.Patient?.Id,
        };

    private static Func<
        Sessions.ChartSession,
        CancellationToken,
        IAsyncEnumerable<Page<TRecord>>
    > Reader<TRecord>(RecordApi<TRecord> api)
        where TRecord : ClinicalRecord =>
        (session, cancellation) =>
            api.ListAsync(session.PopulationId, session.PatientId, cancellationToken: cancellation);

    private static string? PatientOf(ClinicalRecord record) => record.Patient?.Id;
}
